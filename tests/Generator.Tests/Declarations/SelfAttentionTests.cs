using System.Linq;
using GenNet.Generator.Emission.Text;
using GenNet.Generator.Lowering;
using GenNet.Generator.Model;
using GenNet.Generator.Planning;
using GenNet.Generator.Tests.Graphs;

namespace GenNet.Generator.Tests.Declarations;

/// <summary>Self-attention, as it is declared.</summary>
public class SelfAttentionTests
{
    [Theory]
    [InlineData("[Input(20, 12)] [SelfAttention(3)]", "SelfAttention, 3 heads", "SelfAttention(20 x 12, 20 x 12, 3 heads)")]
    [InlineData("[Input(1, 1)] [SelfAttention(1, Causal = true)]", "SelfAttention, 1 head, causal", "SelfAttention(1 x 1, 1 x 1, 1 head, causal)")]
    public void Tables_and_checkpoints_name_the_heads(string layers, string title, string declared)
    {
        LayerModel layer = Parsed.Layers(layers + " [Dense(3)]").Layers[0];
        Assert.Equal((title, declared), (NetworkText.Title(layer), layer.Declared));
    }

    [Theory]
    [InlineData("[Input(20, 12)] [SelfAttention(3)]", "0.in_proj_weight [36, 12] 0.in_proj_bias [36] 0.out_proj.weight [12, 12] 0.out_proj.bias [12]")]
    [InlineData("[Input(20, 12)] [Dense(8)] [SelfAttention(2, Bias = false, Name = \"sees\")]", "0.weight [8, 12] 0.bias [8] sees.in_proj_weight [24, 8] sees.out_proj.weight [8, 8]")]
    public void Tensors_have_the_names_and_shapes_of_PyTorch(string layers, string tensors)
    {
        ParameterTensor[] all = [.. NetworkPlanner.Plan(Networks.Model($"[Network] {layers}")).Parameters.Tensors];
        Assert.Equal(tensors, string.Join(" ", all.Select(tensor => $"{tensor.LayoutName} [{string.Join(", ", tensor.Shape)}]")));
    }

    [Theory]
    [InlineData("[Input(784)] [SelfAttention(2)]", "GENNET062", "SelfAttention(2)", "SelfAttention takes a sequence, [steps, features]; what comes is 784: write [Input(steps, features)] before the layers, keep [Flatten] behind the layers of sequences, or let a recurrent layer before it give every step, Output = Steps.All")]
    [InlineData("[SelfAttention(2)]", "GENNET007", "SelfAttention(2)", "The first layer has no layer before it to take its inputs from: write [Input(steps, features)]")]
    [InlineData("[Input(9, 8)] [SelfAttention(0)]", "GENNET005", "SelfAttention(0)", "The number of heads must be at least 1, got 0")]
    [InlineData("[Input(9, 8)] [SelfAttention(3)]", "GENNET085", "SelfAttention(3)", "3 heads cannot be of one size, as a step has 8 features: choose a divisor of 8")]
    [InlineData("[Input(9, 8)] [SelfAttention(16, Causal = true)]", "GENNET085", "SelfAttention(16, Causal = true)", "16 heads cannot be of one size, as a step has 8 features: choose a divisor of 8")]
    [InlineData("[Input(9, 100000)] [SelfAttention(2)]", "GENNET015", "Network", "")]
    [InlineData("[Input(int.MaxValue, 2)] [SelfAttention(2)]", "GENNET015", "Network", "")]
    public void A_mistake_gives_one_diagnostic_on_the_attribute(string layers, string id, string place, string message)
    {
        Compiled compiled = Compiled.From($"[Network] {layers} [Dense(2)] public partial class Net;");
        var diagnostic = Assert.Single(compiled.Reported);
        Assert.Equal((id, place), (diagnostic.Id, Mistakes.Text(diagnostic)));
        if (message.Length > 0)
            Assert.Equal(message, diagnostic.GetMessage(null));
        compiled.AssertNoProblem();
    }

    [Fact]
    public void Other_heads_make_other_models()
    {
        string[] layers = ["SelfAttention(2)", "SelfAttention(4)", "SelfAttention(2, Causal = true)", "SelfAttention(2, Bias = false)"];
        Assert.Equal(layers.Length, layers.Select(layer => Parsed.Layers($"[Input(6, 8)] [{layer}] [Dense(3)]")).Distinct().Count());
        Assert.Equal(Parsed.Layers("[Input(6, 8)] [SelfAttention(2)] [Dense(3)]"), Parsed.Layers("[Input(6, 8)] [SelfAttention(2, Causal = false)] [Dense(3)]"));
    }
}
