using GenNet.Generator.Model;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Tests.Declarations;

/// <summary>Declarations of layers of sequences, right and wrong.</summary>
public class SequenceTests
{
    [Theory]
    [InlineData("[Input(784)] [Gru(8)] [Dense(2)]", "GENNET062", "Gru(8)", "Gru takes a sequence, [steps, features]; what comes is 784: write [Input(steps, features)] before the layers, keep [Flatten] behind the layers of sequences, or let a recurrent layer before it give every step, Output = Steps.All")]
    [InlineData("[Input(4, 3)] [Lstm(8)] [Lstm(8)] [Dense(2)]", "GENNET062", "Lstm(8)", "Lstm takes a sequence, [steps, features]; what comes is 8: write [Input(steps, features)] before the layers, keep [Flatten] behind the layers of sequences, or let a recurrent layer before it give every step, Output = Steps.All")]
    [InlineData("[SimpleRnn(8)] [Dense(2)]", "GENNET007", "SimpleRnn(8)", "The first layer has no layer before it to take its inputs from: write [Input(steps, features)]")]
    [InlineData("[Input(4, 3)] [Gru(0)] [Dense(2)]", "GENNET005", "Gru(0)", "The number of units must be at least 1, got 0")]
    [InlineData("[Input(4, 3)] [SimpleRnn(8, Activation.Softmax)] [Dense(2)]", "GENNET010", "SimpleRnn(8, Activation.Softmax)", "")]
    [InlineData("[Input(4, 3)] [Dense(4, 10)] [Gru(3)]", "GENNET035", "Dense(4, 10)", "")]
    [InlineData("[Dense(4, 3)] [Embedding(5, 2)] [Flatten] [Dense(2)]", "GENNET081", "Embedding(5, 2)", "Embedding takes tokens, which no layer gives: make it the first layer, behind [Input(steps)]")]
    [InlineData("[Input(4)] [Embedding(0, 2)] [Flatten] [Dense(2)]", "GENNET005", "Embedding(0, 2)", "The number of tokens must be at least 1, got 0")]
    [InlineData("[Input(4, 3)] [Gru(8, InitDeviation = 0.1)] [Dense(2)]", "GENNET024", "Gru(8, InitDeviation = 0.1)", "")]
    [InlineData("[Input(4)] [Embedding(3, 2, InitFrom = -1)] [Flatten] [Dense(2)]", "GENNET024", "Embedding(3, 2, InitFrom = -1)", "")]
    [InlineData("[Input(4)] [PositionEmbedding] [Dense(2)]", "GENNET062", "PositionEmbedding", "")]
    [InlineData("[Input(784, Lengths = true)] [Dense(2)]", "GENNET087", "Input(784, Lengths = true)", "Lengths are those of sequences, and of tokens before an [Embedding]; a sample is 784 here: write [Input(steps, features, Lengths = true)]")]
    [InlineData("[Input(3, 8, 8, Lengths = true)] [Conv2D(4, 3)] [BatchNorm] [MaxPool2D(2)] [Flatten] [Dense(2)]", "GENNET087", "Input(3, 8, 8, Lengths = true)", "")]
    [InlineData("[Input(12, Lengths = true)] [Flatten] [Dense(2)]", "GENNET087", "Input(12, Lengths = true)", "")]
    [InlineData("[Input(5, Lengths = true)] [PositionEmbedding] [Dense(2)]", "GENNET062", "PositionEmbedding", "")]
    [InlineData("[Input(5, 3, Lengths = true)] [BatchNorm] [Gru(4)]", "GENNET088", "BatchNorm", "BatchNorm would count what stands behind the length of a row: use [LayerNorm], which normalises each step by itself")]
    [InlineData("[Input(5, 3, Lengths = true)] [Gru(4, Output = Steps.All)] [MaxPool1D(2)] [Flatten] [Dense(2)]", "GENNET088", "MaxPool1D(2)", "MaxPool1D would count what stands behind the length of a row: use [GlobalAveragePool], the mean of the steps that a row has")]
    [InlineData("[Input(5, 3, Lengths = true)] [AveragePool1D(3, Stride = 1, Padding = 1)] [Gru(4)]", "GENNET088", "AveragePool1D(3, Stride = 1, Padding = 1)", "")]
    [InlineData("[Input(5, 3, Lengths = true)] [Conv1D(4, 3, Stride = 2, Padding = 1)] [Gru(4)]", "GENNET088", "Conv1D(4, 3, Stride = 2, Padding = 1)", "Conv1D would count what stands behind the length of a row: give it as many steps as come in, by Causal = true, or a stride of 1 and a padding of half the window")]
    [InlineData("[Input(1, 3, Lengths = true)] [Conv1D(4, 3, Stride = 2, Padding = 1)] [Gru(4)]", "GENNET088", "Conv1D(4, 3, Stride = 2, Padding = 1)", "")]
    [InlineData("[Input(5, 3, Lengths = true)] [Conv1D(4, 3)] [Gru(4)]", "GENNET088", "Conv1D(4, 3)", "")]
    [InlineData("[Input(5, 3, Lengths = true)] [Conv1D(4, 3, Stride = 2, Causal = true)] [Gru(4)]", "GENNET086", "Conv1D(4, 3, Stride = 2, Causal = true)", "")]
    [InlineData("[Input(6, Lengths = true)] [Embedding(5, 3)] [GroupNorm(3)] [Gru(4)]", "GENNET070", "GroupNorm(3)", "")]
    [InlineData("[Input(0, 3, Lengths = true)] [Gru(4)]", "GENNET005", "Input(0, 3, Lengths = true)", "")]
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

    [Theory]
    [InlineData("[Input(6, 8)] [Gru(5)]", true)]
    [InlineData("[Input(6, 8)] [SelfAttention(2, Causal = true)]", true)]
    [InlineData("[Input(6)] [Embedding(9, 8)] [PositionEmbedding] [LayerNorm] [SelfAttention(2, Causal = true)] [Residual(2)] [Dense(4, Activation.Tanh)] [Dropout(0.1)]", true)]
    [InlineData("[Input(6, 8)] [PositionEmbedding]", true)]
    [InlineData("[Input(6, 8)] [Conv1D(4, 3, Causal = true, Dilation = 2)] [BatchNorm]", true)]
    [InlineData("[Input(6, 8)] [SelfAttention(2)]", false)]
    [InlineData("[Input(6, 8)] [SelfAttention(2, Causal = true)] [SelfAttention(2)]", false)]
    [InlineData("[Input(6, 8)] [SelfAttention(2, Causal = true)] [GlobalAveragePool]", false)]
    [InlineData("[Input(6, 8)] [SelfAttention(2, Causal = true)] [Flatten]", false)]
    [InlineData("[Input(6, 8)] [Gru(5, Output = Steps.All)] [Conv1D(4, 3, Padding = 1)]", false)]
    [InlineData("[Input(6, 8)] [Gru(5, Output = Steps.All)] [MaxPool1D(2)]", false)]
    [InlineData("[Input(6, 8)] [LayerNorm]", false)]
    [InlineData("[Input(8)]", false)]
    public void Steps_can_be_given_where_a_layer_looks_back_and_none_ahead(string layers, bool streams) => Assert.Equal(streams, Parsed.Layers(layers + " [Dense(3)]").Streams);

    /// <summary>What stands behind the steps, or computes each by itself, needs no lengths.</summary>
    [Theory]
    [InlineData("[Input(5, 3, Lengths = true)] [Gru(4)] [BatchNorm] [Dense(2)]")]
    [InlineData("[Input(5, 3, Lengths = true)] [Flatten] [BatchNorm] [Dense(2)]")]
    [InlineData("[Input(5, 3, Lengths = true)] [GlobalAveragePool] [Dense(2)]")]
    [InlineData("[Input(5, 3, Lengths = true)] [Conv1D(4, 3, Padding = 2, Dilation = 2)] [LayerNorm] [Flatten] [Dense(2)]")]
    [InlineData("[Input(6, Lengths = true)] [Embedding(5, 3)] [Flatten] [Dense(2)]")]
    [InlineData("[Input(1, 3, Lengths = true)] [Lstm(4, Output = Steps.All)]")]
    public void Rows_may_have_lengths(string layers)
    {
        Compiled compiled = Compiled.From($"[Network] {layers} public partial class Net;");
        Assert.Empty(compiled.Reported);
        compiled.AssertNoProblem();
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
