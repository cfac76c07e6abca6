using GenNet.Generator.Model;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Tests.Declarations;

/// <summary>Declarations of layers of sequences, right and wrong.</summary>
public class SequenceTests
{
    [Theory]
    [InlineData("[Input(784)] [Gru(8)] [Dense(2)]", "GENNET062", "Gru(8)", "Gru takes a sequence, [steps, features]; what comes is 784: write [Input(steps, features)] before the layers, or keep [Flatten] behind the layers of sequences")]
    [InlineData("[Input(4, 3)] [Lstm(8)] [Lstm(8)] [Dense(2)]", "GENNET062", "Lstm(8)", "Lstm takes a sequence, [steps, features]; what comes is 8: write [Input(steps, features)] before the layers, or keep [Flatten] behind the layers of sequences")]
    [InlineData("[SimpleRnn(8)] [Dense(2)]", "GENNET007", "SimpleRnn(8)", "The first layer has no layer before it to take its inputs from: write [Input(steps, features)]")]
    [InlineData("[Input(4, 3)] [Gru(0)] [Dense(2)]", "GENNET005", "Gru(0)", "The number of units must be at least 1, got 0")]
    [InlineData("[Input(4, 3)] [SimpleRnn(8, Activation.Softmax)] [Dense(2)]", "GENNET010", "SimpleRnn(8, Activation.Softmax)", "")]
    [InlineData("[Input(4, 3)] [Dense(4, 10)] [Gru(3)]", "GENNET035", "Dense(4, 10)", "")]
    [InlineData("[Dense(4, 3)] [Embedding(5, 2)] [Flatten] [Dense(2)]", "GENNET081", "Embedding(5, 2)", "Embedding takes tokens, which no layer gives: make it the first layer, behind [Input(steps)]")]
    [InlineData("[Input(4)] [Embedding(0, 2)] [Flatten] [Dense(2)]", "GENNET005", "Embedding(0, 2)", "The number of tokens must be at least 1, got 0")]
    [InlineData("[Input(4, 3)] [Gru(8, InitDeviation = 0.1)] [Dense(2)]", "GENNET024", "Gru(8, InitDeviation = 0.1)", "")]
    [InlineData("[Input(4)] [Embedding(3, 2, InitFrom = -1)] [Flatten] [Dense(2)]", "GENNET024", "Embedding(3, 2, InitFrom = -1)", "")]
    [InlineData("[Input(4)] [PositionEmbedding] [Dense(2)]", "GENNET062", "PositionEmbedding", "")]
    public void A_mistake_gives_one_diagnostic_on_the_attribute(string layers, string id, string place, string message) => AssertOne($"[Network] {layers}", id, place, message);

    [Theory]
    [InlineData("[Network(Targets = Targets.Classes)] [Dense(4, 3)]", "GENNET082", "Network(Targets = Targets.Classes)", "Targets.Classes are for classifiers: the loss must be CrossEntropy and the last activation Softmax; they are half squared error and identity")]
    [InlineData("[Network(Targets = (Targets)7)] [Dense(4, 3, Activation.Softmax)]", "GENNET017", "Network(Targets = (Targets)7)", "")]
    public void A_mistake_in_the_targets_is_reported_on_the_network(string declaration, string id, string place, string message) => AssertOne(declaration, id, place, message);

    [Fact]
    public void Layers_of_steps_keep_the_steps()
    {
        NetworkModel model = Parsed.Layers("[Input(6)] [Embedding(9, 4)] [PositionEmbedding] [Gru(5, Output = Steps.All)] [Dense(7)] [LayerNorm] [Lstm(3)] [Dense(2)]");
        Assert.Equal(["6 x 4", "6 x 4", "6 x 5", "6 x 7", "6 x 7", "3", "2"], [.. System.Linq.Enumerable.Select(model.Layers, layer => layer.Output.ToString())]);
    }

    private static void AssertOne(string declaration, string id, string place, string message)
    {
        Compiled compiled = Compiled.From($"{declaration} public partial class Net;");
        Diagnostic diagnostic = Assert.Single(compiled.Reported);
        Assert.Equal((id, place), (diagnostic.Id, Mistakes.Text(diagnostic)));
        if (message.Length > 0)
            Assert.Equal(message, diagnostic.GetMessage(null));
        compiled.AssertNoProblem();
    }
}
