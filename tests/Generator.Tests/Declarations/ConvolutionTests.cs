using System.Linq;
using GenNet.Generator.Emission.Text;
using GenNet.Generator.Lowering;
using GenNet.Generator.Model;
using GenNet.Generator.Planning;
using GenNet.Generator.Tests.Graphs;

namespace GenNet.Generator.Tests.Declarations;

/// <summary>Convolutions and projections of images, as they are declared.</summary>
public class ConvolutionTests
{
    [Theory]
    [InlineData("[Input(1, 28, 28)] [Conv2D(6, 5, Activation.Tanh, Padding = 2)]", "1 x 28 x 28 -> 6 x 28 x 28")]
    [InlineData("[Input(3, 32, 20)] [Conv2D(8, 3, 5)]", "3 x 32 x 20 -> 8 x 30 x 16")]
    [InlineData("[Input(3, 9, 10)] [Conv2D(4, 3, Stride = 2)]", "3 x 9 x 10 -> 4 x 4 x 4")]
    [InlineData("[Input(3, 9, 10)] [Conv2D(4, 3, Stride = 3, Padding = 4)]", "3 x 9 x 10 -> 4 x 5 x 6")]
    [InlineData("[Input(4, 9, 10)] [Conv2D(6, 3, Dilation = 3, Groups = 2)]", "4 x 9 x 10 -> 6 x 3 x 4")]
    [InlineData("[Input(1, 1, 1)] [Conv2D(1, 3, Padding = 1)]", "1 x 1 x 1 -> 1 x 1 x 1")]
    [InlineData("[Input(2, 4, 4)] [Conv2D(2, 1, Stride = 9)]", "2 x 4 x 4 -> 2 x 1 x 1")]
    [InlineData("[Input(20, 3)] [Conv1D(8, 5, Padding = 2)]", "20 x 3 -> 20 x 8")]
    [InlineData("[Input(20, 4)] [Conv1D(6, 3, Stride = 2, Dilation = 4, Groups = 2)]", "20 x 4 -> 6 x 6")]
    [InlineData("[Input(20, 4)] [Conv1D(6, 3, Causal = true, Dilation = 4)]", "20 x 4 -> 20 x 6")]
    [InlineData("[Input(2, 4)] [Conv1D(6, 5, Causal = true)]", "2 x 4 -> 2 x 6")]
    [InlineData("[Input(8, 7, 5)] [ConvTranspose2D(4, 2, Stride = 2)]", "8 x 7 x 5 -> 4 x 14 x 10")]
    [InlineData("[Input(8, 7, 5)] [ConvTranspose2D(4, 3, 5, Stride = 2, Padding = 1, OutputPadding = 1)]", "8 x 7 x 5 -> 4 x 14 x 12")]
    [InlineData("[Input(8, 7, 5)] [ConvTranspose2D(4, 3, Dilation = 2, Groups = 4)]", "8 x 7 x 5 -> 4 x 11 x 9")]
    [InlineData("[Input(3, 8, 8)] [Conv2D(6, 3, Padding = 1, Stride = 2)] [Residual(1, Projection = true)]", "3 x 8 x 8 -> 6 x 4 x 4 -> 6 x 4 x 4")]
    public void Shapes_are_those_of_PyTorch(string layers, string shapes) =>
        Assert.Equal(shapes, Parsed.Shapes(Parsed.Layers($"{layers} [Flatten] [Dense(3)]")).Split(" -> ").SkipLast(2).Aggregate((left, right) => $"{left} -> {right}"));

    [Theory]
    [InlineData("[Input(1, 28, 28)] [Conv2D(6, 5, Activation.Tanh, Padding = 2)]", "Conv2D 5 x 5, padding 2, tanh", "Conv2D(1 x 28 x 28, 6 x 28 x 28, 5 x 5, padding 2, Tanh)")]
    [InlineData("[Input(4, 9, 10)] [Conv2D(6, 3, 2, Stride = 2, Dilation = 2, Groups = 2)]", "Conv2D 3 x 2, stride 2, dilation 2, 2 groups, identity", "Conv2D(4 x 9 x 10, 6 x 3 x 4, 3 x 2, stride 2, dilation 2, 2 groups, Identity)")]
    [InlineData("[Input(20, 3)] [Conv1D(8, 5, Activation.ELU, Alpha = 0.5, Padding = 2)]", "Conv1D 5, padding 2, ELU(0.5)", "Conv1D(20 x 3, 20 x 8, 5, padding 2, ELU(0.5))")]
    [InlineData("[Input(20, 3)] [Conv1D(8, 5, Causal = true, Dilation = 2)]", "Conv1D 5, causal, dilation 2, identity", "Conv1D(20 x 3, 20 x 8, 5, causal, dilation 2, Identity)")]
    [InlineData("[Input(8, 7, 5)] [ConvTranspose2D(4, 2, Activation.ReLU, Stride = 2)]", "ConvTranspose2D 2 x 2, stride 2, ReLU", "ConvTranspose2D(8 x 7 x 5, 4 x 14 x 10, 2 x 2, stride 2, ReLU)")]
    public void Tables_and_checkpoints_name_the_windows(string layers, string title, string declared)
    {
        LayerModel layer = Parsed.Layers(layers + " [Flatten] [Dense(3)]").Layers[0];
        Assert.Equal((title, declared), (NetworkText.Title(layer), layer.Declared));
    }

    [Theory]
    [InlineData("[Input(3, 9, 10)] [Conv2D(8, 3, 2)]", "0.weight [8, 3, 3, 2] 0.bias [8]")]
    [InlineData("[Input(4, 9, 10)] [Conv2D(6, 3, Groups = 2, Bias = false)]", "0.weight [6, 2, 3, 3]")]
    [InlineData("[Input(20, 4)] [Conv1D(6, 5, Groups = 2, Name = \"steps\")]", "steps.weight [6, 2, 5] steps.bias [6]")]
    [InlineData("[Input(8, 7, 5)] [ConvTranspose2D(4, 3, 2)]", "0.weight [8, 4, 3, 2] 0.bias [4]")]
    [InlineData("[Input(8, 7, 5)] [ConvTranspose2D(4, 3, Groups = 4)]", "0.weight [8, 1, 3, 3] 0.bias [4]")]
    [InlineData("[Input(3, 8, 8)] [Conv2D(6, 3, Activation.ReLU, Padding = 1, Stride = 2)] [Residual(1, Projection = true)]", "0.weight [6, 3, 3, 3] 0.bias [6] 1.weight [6, 3, 1, 1] 1.bias [6]")]
    public void Tensors_have_the_names_and_shapes_of_PyTorch(string layers, string tensors)
    {
        ParameterTensor[] all = [.. NetworkPlanner.Plan(Networks.Model($"[Network] {layers}")).Parameters.Tensors];
        Assert.Equal(tensors, string.Join(" ", all.Select(tensor => $"{tensor.LayoutName} [{string.Join(", ", tensor.Shape)}]")));
    }

    [Theory]
    [InlineData("[Input(784)] [Conv2D(6, 5)]", "GENNET061", "Conv2D(6, 5)", "Conv2D takes an image, [channels, rows, columns]; what comes is 784: write [Input(channels, rows, columns)] before the layers, or keep [Flatten] behind the layers of images")]
    [InlineData("[Input(28, 28)] [ConvTranspose2D(6, 5)]", "GENNET061", "ConvTranspose2D(6, 5)", "ConvTranspose2D takes an image, [channels, rows, columns]; what comes is 28 x 28: write [Input(channels, rows, columns)] before the layers, or keep [Flatten] behind the layers of images")]
    [InlineData("[Input(1, 28, 28)] [Conv1D(6, 5)]", "GENNET062", "Conv1D(6, 5)", "Conv1D takes a sequence, [steps, features]; what comes is 1 x 28 x 28: write [Input(steps, features)] before the layers, keep [Flatten] behind the layers of sequences, or let a recurrent layer before it give every step, Output = Steps.All")]
    [InlineData("[Conv2D(6, 5)]", "GENNET007", "Conv2D(6, 5)", "The first layer has no layer before it to take its inputs from: write [Input(channels, rows, columns)]")]
    [InlineData("[Conv1D(6, 5)]", "GENNET007", "Conv1D(6, 5)", "The first layer has no layer before it to take its inputs from: write [Input(steps, features)]")]
    [InlineData("[Input(3, 9, 9)] [Conv2D(0, 5)]", "GENNET005", "Conv2D(0, 5)", "The number of filters must be at least 1, got 0")]
    [InlineData("[Input(3, 9, 9)] [Conv2D(2, 0)]", "GENNET005", "Conv2D(2, 0)", "The number of pixels of a window must be at least 1, got 0")]
    [InlineData("[Input(3, 9, 9)] [Conv2D(2, 3, -1)]", "GENNET005", "Conv2D(2, 3, -1)", "The number of kernel columns must be at least 1, got -1")]
    [InlineData("[Input(3, 9, 9)] [Conv2D(2, 3, Stride = 0)]", "GENNET005", "Conv2D(2, 3, Stride = 0)", "The number of pixels of a stride must be at least 1, got 0")]
    [InlineData("[Input(9, 3)] [Conv1D(2, 3, Dilation = 0)]", "GENNET005", "Conv1D(2, 3, Dilation = 0)", "The number of steps of a dilation must be at least 1, got 0")]
    [InlineData("[Input(3, 9, 9)] [ConvTranspose2D(2, 3, Groups = -1)]", "GENNET005", "ConvTranspose2D(2, 3, Groups = -1)", "The number of groups must be at least 1, got -1")]
    [InlineData("[Input(3, 9, 9)] [Conv2D(2, 10)]", "GENNET063", "Conv2D(2, 10)", "A window of 10 x 10 pixels does not fit into what comes, 3 x 9 x 9: make it smaller, or remove a layer that reduces the input")]
    [InlineData("[Input(3, 9, 9)] [Conv2D(2, 3, 7, Dilation = 2, Padding = 1)]", "GENNET063", "Conv2D(2, 3, 7, Dilation = 2, Padding = 1)", "A window of 5 x 13 pixels does not fit into what comes, 3 x 9 x 9 with a padding of 1: make it smaller, or remove a layer that reduces the input")]
    [InlineData("[Input(9, 3)] [Conv1D(2, 4, Dilation = 3)]", "GENNET063", "Conv1D(2, 4, Dilation = 3)", "A window of 10 steps does not fit into what comes, 9 x 3: make it smaller, or remove a layer that reduces the input")]
    [InlineData("[Input(3, 9, 9)] [Conv2D(2, int.MaxValue, Dilation = int.MaxValue)]", "GENNET063", "Conv2D(2, int.MaxValue, Dilation = int.MaxValue)", "A window of 4611686011984936963 x 4611686011984936963 pixels does not fit into what comes, 3 x 9 x 9: make it smaller, or remove a layer that reduces the input")]
    [InlineData("[Input(4, 9, 9)] [Conv2D(6, 3, Groups = 4)]", "GENNET064", "Conv2D(6, 3, Groups = 4)", "4 groups must divide both the 4 channels that come in and the 6 that go out")]
    [InlineData("[Input(9, 4)] [Conv1D(6, 3, Groups = 3)]", "GENNET064", "Conv1D(6, 3, Groups = 3)", "3 groups must divide both the 4 channels that come in and the 6 that go out")]
    [InlineData("[Input(4, 9, 9)] [ConvTranspose2D(6, 3, Groups = 4)]", "GENNET064", "ConvTranspose2D(6, 3, Groups = 4)", "4 groups must divide both the 4 channels that come in and the 6 that go out")]
    [InlineData("[Input(4, 9, 9)] [Conv2D(6, 3, Padding = -1)]", "GENNET065", "Conv2D(6, 3, Padding = -1)", "Padding must be at least 0, got -1")]
    [InlineData("[Input(9, 4)] [Conv1D(6, 3, Padding = -2)]", "GENNET065", "Conv1D(6, 3, Padding = -2)", "Padding must be at least 0, got -2")]
    [InlineData("[Input(9, 4)] [Conv1D(6, 3, Causal = true, Padding = 2)]", "GENNET086", "Conv1D(6, 3, Causal = true, Padding = 2)", "A causal convolution moves by one step, with zeros before the first step and none behind the last, as many as its window reaches back: remove Padding")]
    [InlineData("[Input(9, 4)] [Conv1D(6, 3, Causal = true, Stride = 2)]", "GENNET086", "Conv1D(6, 3, Causal = true, Stride = 2)", "A causal convolution moves by one step, with zeros before the first step and none behind the last, as many as its window reaches back: remove Stride")]
    [InlineData("[Input(4, 9, 9)] [ConvTranspose2D(6, 3, OutputPadding = -1)]", "GENNET065", "ConvTranspose2D(6, 3, OutputPadding = -1)", "OutputPadding must be at least 0, got -1")]
    [InlineData("[Input(4, 9, 9)] [ConvTranspose2D(6, 3, Stride = 2, OutputPadding = 2)]", "GENNET066", "ConvTranspose2D(6, 3, Stride = 2, OutputPadding = 2)", "OutputPadding must be below the stride, 2, got 2")]
    [InlineData("[Input(4, 2, 9)] [ConvTranspose2D(6, 3, Padding = 2)]", "GENNET067", "ConvTranspose2D(6, 3, Padding = 2)", "With a padding of 2 nothing sensible is left of 4 x 2 x 9: 0 rows and 7 columns")]
    [InlineData("[Input(3, 8, 8)] [Conv2D(6, 3)] [Residual(1, Projection = true)]", "GENNET068", "Residual(1, Projection = true)", "A convolution of single pixels makes no image of 6 x 6 x 6 from one of 3 x 8 x 8, whatever its stride: make the layers that it goes around keep or divide rows and columns alike")]
    [InlineData("[Input(3, 9, 9)] [Conv2D(2, 3, Activation.Softmax)] [Flatten] [Dense(2)]", "GENNET010", "Conv2D(2, 3, Activation.Softmax)", "Softmax makes a distribution of the outputs of a network, so it can only be the activation of the last layer: give this one another, such as ReLU")]
    [InlineData("[Input(3, 9, 9)] [Conv2D(2, 3, Activation.ReLU, Alpha = 2)]", "GENNET009", "Conv2D(2, 3, Activation.ReLU, Alpha = 2)", "ReLU has no alpha: remove it, or use LeakyReLU or ELU")]
    public void A_mistake_gives_one_diagnostic_on_the_attribute_and_nothing_else(string layers, string id, string place, string message) =>
        Mistakes.AssertOne($"[Network] {layers} public partial class Net;", id, place, message);

    [Theory]
    [InlineData("[Input(1, 9, 9)] [Conv2D(1, 3, Padding = int.MaxValue)]")]
    [InlineData("[Input(1, 9, 9)] [Conv2D(1, 3, Padding = 1100000000, Stride = 1000000000)]")]
    [InlineData("[Input(9, 1)] [Conv1D(1, 3, Padding = int.MaxValue)]")]
    [InlineData("[Input(9, 1)] [Conv1D(int.MaxValue, 3)]")]
    [InlineData("[Input(9, 1)] [Conv1D(1, int.MaxValue, Causal = true)]")]
    [InlineData("[Input(1, 9, 9)] [Conv2D(int.MaxValue, 9)]")]
    [InlineData("[Input(1, 9, 9)] [Conv2D(1, int.MaxValue, Padding = int.MaxValue)]")]
    [InlineData("[Input(1, 9, 9)] [Conv2D(1, 40000, Padding = 20000)]")]
    [InlineData("[Input(1, 9, 9)] [ConvTranspose2D(1, 3, Stride = 100000000)]")]
    [InlineData("[Input(1, 9, 9)] [ConvTranspose2D(1, 3, Stride = 5, Dilation = 1000000000)]")]
    public void What_is_too_large_is_one_mistake(string layers) =>
        Assert.Equal("GENNET015", Assert.Single(Compiled.From($"[Network] {layers} public partial class Net;").Reported).Id);

    [Fact]
    public void After_a_mistake_windows_are_not_measured() => Mistakes.AssertAll(
        "[Network] [Input(0, 3, 3)] [Conv2D(2, 9)] [ConvTranspose2D(5, 3, Groups = 2)] [Conv2D(5, 9)] [Flatten] [Dense(2)] public partial class Net;", ("GENNET005", "Input(0, 3, 3)"));

    [Fact]
    public void The_activation_may_be_a_function_of_the_users()
    {
        NetworkModel model = Parsed.Model("""
            [Network] [Input(2, 9, 9)] [Conv2D(3, 3, nameof(Cube))] [Conv2D(3, 2, 1, nameof(Cube))] [Conv2D(3, 1, typeof(Functions), nameof(Functions.Swish), Alpha = 2)]
            [ConvTranspose2D(2, 3, typeof(Functions), nameof(Functions.Swish))] [Flatten] [Dense(2)]
            public partial class Net { static float Cube(float x) => x * x * x; }
            public static class Functions { public static double Swish(double x, double alpha = 1) => x / (1 + System.Math.Exp(-alpha * x)); }
            """);
        Assert.Equal(["Cube", "Cube", "Swish", "Swish"], model.Layers.Take(4).Select(layer => layer.Activation.Name));
    }

    [Fact]
    public void Other_windows_make_other_models()
    {
        string[] layers =
        [
            "Conv2D(2, 3)", "Conv2D(2, 3, 2)", "Conv2D(2, 3, Stride = 2)", "Conv2D(2, 3, Padding = 1)", "Conv2D(2, 3, Dilation = 2)", "Conv2D(2, 3, Groups = 2)",
            "Conv2D(2, 3, Bias = false)", "Conv2D(2, 3, Init = Init.Zeros)", "ConvTranspose2D(2, 3)", "ConvTranspose2D(2, 3, Stride = 2)",
            "ConvTranspose2D(2, 3, Stride = 2, OutputPadding = 1)",
        ];
        NetworkModel[] models = [.. layers.Select(layer => Parsed.Layers($"[Input(2, 8, 8)] [{layer}] [Flatten] [Dense(3)]"))];
        Assert.Equal(layers.Length, models.Distinct().Count());
        Assert.Equal(models[0], Parsed.Layers("[Input(2, 8, 8)] [Conv2D(2, 3, 3, Stride = 1, Padding = 0, Dilation = 1, Groups = 1, Bias = true)] [Flatten] [Dense(3)]"));
    }
}
