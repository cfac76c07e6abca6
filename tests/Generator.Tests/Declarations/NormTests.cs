using System.Linq;
using GenNet.Generator.Lowering;
using GenNet.Generator.Model;
using GenNet.Generator.Planning;
using GenNet.Generator.Tests.Graphs;

namespace GenNet.Generator.Tests.Declarations;

/// <summary>Declarations of normalisations: what they say, and what is said of mistakes.</summary>
public class NormTests
{
    [Theory]
    [InlineData("[Input(8)] [LayerNorm]", "LayerNorm(8, 8, Identity, epsilon 1E-05)")]
    [InlineData("[Input(4, 8)] [LayerNorm(Activation.ELU, Alpha = 0.5, Epsilon = 0.001)]", "LayerNorm(4 x 8, 4 x 8, ELU(0.5), epsilon 0.001)")]
    [InlineData("[Input(3, 4, 5)] [GroupNorm(3, Activation.ReLU)]", "GroupNorm(3 x 4 x 5, 3 x 4 x 5, 3 groups, ReLU, epsilon 1E-05)")]
    [InlineData("[Input(3, 4, 5)] [BatchNorm(Momentum = 0.25)]", "BatchNorm(3 x 4 x 5, 3 x 4 x 5, Identity, epsilon 1E-05, momentum 0.25)")]
    [InlineData("[Dense(3, 8)] [BatchNorm(Activation.ReLU)]", "BatchNorm(8, 8, ReLU, epsilon 1E-05, momentum 0.1)")]
    public void A_checkpoint_remembers_all_that_the_results_depend_on(string layers, string expected) =>
        Assert.Equal(expected, Networks.Model($"[Network] {layers}").Layers[^1].Declared);

    [Theory]
    [InlineData("[Input(8)] [LayerNorm]", "0.weight [8] 0.bias [8]", 16)]
    [InlineData("[Input(4, 8)] [LayerNorm]", "0.weight [8] 0.bias [8]", 16)]
    [InlineData("[Input(2, 3, 4)] [LayerNorm]", "0.weight [2, 3, 4] 0.bias [2, 3, 4]", 48)]
    [InlineData("[Input(8)] [GroupNorm(2)]", "0.weight [8] 0.bias [8]", 16)]
    [InlineData("[Input(6, 3, 4)] [GroupNorm(2, Name = \"groups\")]", "groups.weight [6] groups.bias [6]", 12)]
    [InlineData("[Input(8)] [BatchNorm]", "0.weight [8] 0.bias [8] 0.running_mean [8] 0.running_var [8]", 16)]
    [InlineData("[Input(4, 8)] [BatchNorm]", "0.weight [8] 0.bias [8] 0.running_mean [8] 0.running_var [8]", 16)]
    [InlineData("[Input(6, 3, 4)] [BatchNorm]", "0.weight [6] 0.bias [6] 0.running_mean [6] 0.running_var [6]", 12)]
    public void Tensors_have_the_names_and_shapes_of_PyTorch(string layers, string tensors, int trained)
    {
        ParameterTensor[] all = [.. NetworkPlanner.Plan(Networks.Model($"[Network] {layers}")).Parameters.Tensors];
        Assert.Equal(tensors, string.Join(" ", all.Select(tensor => $"{tensor.LayoutName} [{string.Join(", ", tensor.Shape)}]")));
        Assert.Equal(trained, all.Where(tensor => tensor.IsTrained).Sum(tensor => tensor.Count));
    }

    [Theory]
    [InlineData("[Dense(3, 8, Bias = false)] [BatchNorm(Activation.ReLU)] [Dense(4)] [LayerNorm] [Dense(2)]", "0 1 3 4 5")]
    [InlineData("[Dense(3, 8)] [Dropout] [GroupNorm(2, Activation.Tanh)] [Dense(2)]", "0 2 4")]
    public void The_activation_behind_one_is_a_module_of_its_own_in_a_sequential(string layers, string expected) => Assert.Equal(
        expected, string.Join(" ", Networks.Model($"[Network(Names = TensorNames.Sequential)] {layers}").Layers.Where(layer => layer.HasWeights).Select(layer => layer.Name)));

    /// <summary>Behind everything that is trained, whose places are those of a network without state.</summary>
    [Fact]
    public void State_stands_behind_all_parameters()
    {
        ParameterPlan plan = NetworkPlanner.Plan(Networks.Model("[Network] [Dense(3, 20)] [BatchNorm] [Dense(9)] [BatchNorm] [Dense(2)]")).Parameters;
        int trained = plan.Tensors.Where(tensor => tensor.IsTrained).Max(tensor => plan.Of(tensor).Offset);
        Assert.All(plan.Tensors.Where(tensor => !tensor.IsTrained), tensor => Assert.True(plan.Of(tensor).Offset > trained));
        Assert.Equal(["0.weight", "0.bias", "1.weight", "1.bias", "1.running_mean", "1.running_var", "2.weight"], plan.Tensors.Take(7).Select(tensor => tensor.LayoutName));
    }

    [Theory]
    [InlineData("[Dense(3, 4)] [LayerNorm]", 0)]
    [InlineData("[Input(3, 4, 4)] [BatchNorm]", 1)]
    [InlineData("[Input(3, 4)] [BatchNorm]", 1)]
    [InlineData("[Input(3, 1, 1)] [BatchNorm]", 2)]
    [InlineData("[Input(1, 4)] [BatchNorm]", 2)]
    [InlineData("[Input(3, 4, 4)] [BatchNorm] [Flatten] [Dense(8)] [BatchNorm]", 2)]
    public void The_fewest_rows_of_a_block_are_those_of_its_narrowest_normalisation(string layers, int rows) =>
        Assert.Equal(rows, NetworkPlanner.Plan(Networks.Model($"[Network] {layers}")).FewestRows);

    /// <summary>What there is one of for a block takes no room in each of its rows.</summary>
    [Fact]
    public void Statistics_of_a_block_take_one_row()
    {
        NetworkProgram with = NetworkPlanner.Plan(Networks.Model("[Network] [Input(64)] [BatchNorm] [Dense(64)]"));
        Assert.Equal(2 * 64, with.Forward.Plan.Length % (with.Forward.Plan.BlockRows * 64));
        Assert.Equal(4 * 64, with.Training!.Plan.Length % (with.Training.Plan.BlockRows * 64));
    }

    [Theory]
    [InlineData("[Input(4, 6)] [GroupNorm(2)] [Flatten] [Dense(2)]", "GENNET070", "GroupNorm(2)", "GroupNorm takes [features] or [channels, rows, columns]; what comes is a sequence, 4 x 6: use [LayerNorm], which normalises the features of each step")]
    [InlineData("[Dense(3, 8)] [GroupNorm(3)] [Dense(2)]", "GENNET071", "GroupNorm(3)", "3 groups cannot be of one size, as there are 8 features: choose a divisor of 8")]
    [InlineData("[Input(4, 5, 5)] [GroupNorm(8)] [Flatten] [Dense(2)]", "GENNET071", "GroupNorm(8)", "8 groups cannot be of one size, as there are 4 channels: choose a divisor of 4")]
    [InlineData("[Dense(3, 8)] [GroupNorm(0)] [Dense(2)]", "GENNET005", "GroupNorm(0)", "The number of groups must be at least 1, got 0")]
    [InlineData("[Dense(3, 8)] [LayerNorm(Epsilon = 0)] [Dense(2)]", "GENNET072", "LayerNorm(Epsilon = 0)", "Epsilon must be a finite float above 0, got 0")]
    [InlineData("[Dense(3, 8)] [BatchNorm(Epsilon = 1e-60)] [Dense(2)]", "GENNET072", "BatchNorm(Epsilon = 1e-60)", "Epsilon must be a finite float above 0, got 1E-60")]
    [InlineData("[Dense(3, 8)] [GroupNorm(2, Epsilon = double.NaN)] [Dense(2)]", "GENNET072", "GroupNorm(2, Epsilon = double.NaN)", "Epsilon must be a finite float above 0, got NaN")]
    [InlineData("[Dense(3, 8)] [BatchNorm(Momentum = 1.5)] [Dense(2)]", "GENNET073", "BatchNorm(Momentum = 1.5)", "The momentum of running statistics must be from 0 to 1, got 1.5")]
    [InlineData("[Dense(3, 8)] [BatchNorm(Momentum = double.NaN)] [Dense(2)]", "GENNET073", "BatchNorm(Momentum = double.NaN)", "The momentum of running statistics must be from 0 to 1, got NaN")]
    [InlineData("[Dense(3, 1)] [LayerNorm] [Dense(2)]", "GENNET074", "LayerNorm", "LayerNorm would normalise single numbers here, each to 0, as the shape is 1: use [BatchNorm], or remove it")]
    [InlineData("[Dense(3, 8)] [GroupNorm(8)] [Dense(2)]", "GENNET074", "GroupNorm(8)", "GroupNorm would normalise single numbers here, each to 0, as there are 8 groups of 8: use fewer groups, or [BatchNorm]")]
    [InlineData("[BatchNorm] [Dense(2)]", "GENNET007", "BatchNorm", "The first layer has no layer before it to take its inputs from: write [Input(channels, rows, columns)]")]
    [InlineData("[Dense(3, 8)] [LayerNorm(Activation.Softmax)] [Dense(2)]", "GENNET010", "LayerNorm(Activation.Softmax)", "Softmax makes a distribution of the outputs of a network, so it can only be the activation of the last layer: give this one another, such as ReLU")]
    [InlineData("[Dense(3, 8)] [BatchNorm(Activation.ReLU, Alpha = 2)] [Dense(2)]", "GENNET009", "BatchNorm(Activation.ReLU, Alpha = 2)", "ReLU has no alpha: remove it, or use LeakyReLU or ELU")]
    [InlineData("[Dense(3, 8)] [BatchNorm(Name = \"a b\")] [Dense(2)]", "GENNET014", "BatchNorm(Name = \"a b\")", "'a b' is no name for a layer: use letters, digits, '_' and '-', and a dot between such parts")]
    public void A_mistake_gives_one_diagnostic_on_the_attribute_and_nothing_else(string layers, string id, string place, string message) =>
        Mistakes.AssertOne($"[Network] {layers} public partial class Net;", id, place, message);

    [Fact]
    public void The_activation_may_be_a_function_of_the_users()
    {
        NetworkModel model = Parsed.Model("""
            [Network] [Dense(3, 8)] [BatchNorm(nameof(Cube))] [LayerNorm(typeof(Functions), nameof(Functions.Swish), Alpha = 2)] [GroupNorm(2, nameof(Cube))] [Dense(2)]
            public partial class Net { static float Cube(float x) => x * x * x; }
            public static class Functions { public static double Swish(double x, double alpha) => x / (1 + System.Math.Exp(-alpha * x)); }
            """);
        Assert.Equal(["Cube", "Swish", "Cube"], model.Layers.Skip(1).Take(3).Select(layer => layer.Activation.Name));
    }
}
