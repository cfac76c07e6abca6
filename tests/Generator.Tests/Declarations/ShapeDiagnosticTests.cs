namespace GenNet.Generator.Tests.Declarations;

/// <summary>Mistakes in shapes: one message each, on the attribute.</summary>
public class ShapeDiagnosticTests
{
    [Theory]
    [InlineData("[Input(1, 28, 28)] [Dense(10)]", "GENNET033", "Dense(10)", "Dense takes [features]; what comes is 1 x 28 x 28: put [Flatten] before it")]
    [InlineData("[Input(1, 28, 28)] [Dense(784, 10)]", "GENNET033", "Dense(784, 10)", "Dense takes [features]; what comes is 1 x 28 x 28: put [Flatten] before it")]
    [InlineData("[Input(1, 28, 28)] [Dense(700, 10)]", "GENNET033", "Dense(700, 10)", "Dense takes [features]; what comes is 1 x 28 x 28: put [Flatten] before it")]
    [InlineData("[Input(64, 32)] [Dropout] [Maxout(10)] [Dense(2)]", "GENNET033", "Maxout(10)", "Maxout takes [features]; what comes is 64 x 32: put [Flatten] before it")]
    [InlineData("[Input(64, 32)] [Flatten] [Dense(10)] [Residual(2, Projection = true)]", "GENNET033", "Residual(2, Projection = true)", "A projection takes [features]; what comes is 64 x 32: put [Flatten] before it")]
    [InlineData("[Dense(10)] [Input(4)]", "GENNET034", "Input(4)", "[Input] is the shape of what comes into the first layer: write it before the layers")]
    [InlineData("[Dense(4, 10)] [Input(3)] [Dense(2)]", "GENNET034", "Input(3)", "[Input] is the shape of what comes into the first layer: write it before the layers")]
    [InlineData("[Dense(4, 10)] public partial class Net; [Input(4)]", "GENNET034", "Input(4)", "[Input] is the shape of what comes into the first layer: write it before the layers")]
    [InlineData("[Input(3)] [Dense(4, 10)]", "GENNET035", "Dense(4, 10)", "This layer takes 4 inputs, but [Input] has 3: state 3, or leave the number of inputs out")]
    [InlineData("[Input(1, 2, 3)] [Dropout(5, 0.5)] [Flatten] [Dense(10)]", "GENNET035", "Dropout(5, 0.5)", "This layer takes 5 inputs, but [Input] has 6: state 6, or leave the number of inputs out")]
    [InlineData("[Input(64, 32)] [Flatten] [Dense(4, 10)]", "GENNET006", "Dense(4, 10)", "This layer takes 4 inputs, but the layer before it has 2048 outputs: state 2048, or leave the number of inputs out")]
    [InlineData("[Input(0)] [Dense(4)]", "GENNET005", "Input(0)", "The number of features must be at least 1, got 0")]
    [InlineData("[Input(-1, 4)] [Dense(4)]", "GENNET005", "Input(-1, 4)", "The number of steps must be at least 1, got -1")]
    [InlineData("[Input(1, 0, -28)] [Flatten] [Dense(5, 4)]", "GENNET005", "Input(1, 0, -28)", "The number of rows must be at least 1, got 0")]
    [InlineData("[Input(columns: 0, channels: 0, rows: 1)] [Flatten] [Dense(4)]", "GENNET005", "Input(columns: 0, channels: 0, rows: 1)", "The number of channels must be at least 1, got 0")]
    [InlineData("[Input(100000, 100000, 100000)] [Flatten] [Dense(1)]", "GENNET015", "Network", "The network would have about 16000139586437104 numbers, padding and scratch included; there can be at most 1073741824")]
    [InlineData("[Flatten] [Dense(1)]", "GENNET007", "Flatten", "The first layer has no layer before it to take its inputs from: write [Input(channels, rows, columns)]")]
    [InlineData("[Residual(1)] [Dense(4)]", "GENNET036", "Residual(1)", "A residual connection goes around at least 1 and at most all layers before it, which are 0 here; got 1")]
    [InlineData("[Input(4)] [Residual(1)] [Dense(4)]", "GENNET036", "Residual(1)", "A residual connection goes around at least 1 and at most all layers before it, which are 0 here; got 1")]
    [InlineData("[Dense(4, 4)] [Dense(4)] [Residual(3)]", "GENNET036", "Residual(3)", "A residual connection goes around at least 1 and at most all layers before it, which are 2 here; got 3")]
    [InlineData("[Dense(4, 4)] [Dense(4)] [Residual(0)]", "GENNET036", "Residual(0)", "A residual connection goes around at least 1 and at most all layers before it, which are 2 here; got 0")]
    [InlineData("[Dense(4, 4)] [Residual(int.MinValue, Projection = true)] [Dense(5)]", "GENNET036", "Residual(int.MinValue, Projection = true)", "A residual connection goes around at least 1 and at most all layers before it, which are 1 here; got -2147483648")]
    [InlineData("[Dense(784, 100)] [Dense(50)] [Residual(2)]", "GENNET037", "Residual(2)", "The input of the 2 layers before is 784, their output 50, and only equal shapes can be added: make them equal, or write Projection = true")]
    [InlineData("[Dense(784, 100)] [Dense(50)] [Residual(1, Activation.ReLU)] [Dense(3)]", "GENNET037", "Residual(1, Activation.ReLU)", "The input of the layer before is 100, its output 50, and only equal shapes can be added: make them equal, or write Projection = true")]
    [InlineData("[Input(4, 8)] [Flatten] [Dense(32)] [Residual(2)]", "GENNET037", "Residual(2)", "The input of the 2 layers before is 4 x 8, their output 32, and only equal shapes can be added: put [Flatten] before what it goes around")]
    [InlineData("[Input(4, 8)] [Flatten] [Dense(31)] [Residual(2)]", "GENNET037", "Residual(2)", "The input of the 2 layers before is 4 x 8, their output 31, and only equal shapes can be added: put [Flatten] before what it goes around, and write Projection = true")]
    [InlineData("[Dense(4, 4)] [Residual(1, Bias = true)]", "GENNET038", "Residual(1, Bias = true)", "Bias has no effect without a projection: remove it, or add Projection = true")]
    [InlineData("[Dense(4, 4)] [Residual(1, Name = \"a b\")]", "GENNET038", "Residual(1, Name = \"a b\")", "Name has no effect without a projection: remove it, or add Projection = true")]
    [InlineData("[Dense(4, 4)] [Residual(1, InitTo = 1, Init = Init.Uniform)]", "GENNET038", "Residual(1, InitTo = 1, Init = Init.Uniform)", "Init has no effect without a projection: remove it, or add Projection = true")]
    [InlineData("[Input(4)] [Flatten]", "GENNET039", "Net", "No layer of 'Net' has weights, so there is nothing to learn: add one, for instance [Dense(10, Activation.Softmax)]")]
    [InlineData("[Input(4)] [Dropout] [Residual(1)]", "GENNET039", "Net", "No layer of 'Net' has weights, so there is nothing to learn: add one, for instance [Dense(10, Activation.Softmax)]")]
    [InlineData("[Dense(4, 4)] [Residual(1, Activation.Softmax)] [Dense(4)]", "GENNET010", "Residual(1, Activation.Softmax)", "Softmax makes a distribution of the outputs of a network, so it can only be the activation of the last layer: give this one another, such as ReLU")]
    [InlineData("[Dense(4, 4)] [Residual(1, Activation.Tanh, Alpha = 1)] [Dense(4)]", "GENNET009", "Residual(1, Activation.Tanh, Alpha = 1)", "Tanh has no alpha: remove it, or use LeakyReLU or ELU")]
    [InlineData("[Dense(4, 4)] [Residual(1, Activation.ELU, Alpha = double.NaN)] [Dense(4)]", "GENNET008", "Residual(1, Activation.ELU, Alpha = double.NaN)", "Alpha must be a finite float, got NaN")]
    [InlineData("[Dense(4, 4)] [Residual(1, (Activation)99)] [Dense(4)]", "GENNET017", "Residual(1, (Activation)99)", "99 is no value of Activation")]
    [InlineData("[Dense(4, 4)] [Residual(1, Activation.Step)]", "GENNET025", "Residual(1, Activation.Step)", "No gradient passes Activation.Step, whose derivative is zero: use Sigmoid or Tanh, make it the only layer of a network with Loss.Perceptron, or declare Mode = NetworkMode.Inference")]
    [InlineData("[Dense(4, 4, Name = \"a\")] [Residual(1, Projection = true, Name = \"a\")]", "GENNET013", "Residual(1, Projection = true, Name = \"a\")", "Two layers are called 'a', so their tensors would have the same names: choose another")]
    [InlineData("[Dense(4, 4)] [Residual(1, Projection = true, Name = \"a b\")]", "GENNET014", "Residual(1, Projection = true, Name = \"a b\")", "'a b' is no name for a layer: use letters, digits, '_' and '-', and a dot between such parts")]
    [InlineData("[Dense(4, 4)] [Residual(1, Projection = true, InitTo = 1)]", "GENNET024", "Residual(1, Projection = true, InitTo = 1)", "InitTo has no effect with Init.XavierUniform: remove it, or use Init.Uniform")]
    public void A_mistake_gives_one_diagnostic_on_the_attribute_and_nothing_else(string layers, string id, string place, string message) =>
        Mistakes.AssertOne($"[Network] {layers} public partial class Net;", id, place, message);

    [Theory]
    [InlineData("[Network] [Input(A.OutputSize)] [Dense(4)] public partial class Net;", "A.OutputSize")]
    [InlineData("[Network] [Input(1, A.OutputSize, 2)] [Flatten] [Dense(4)] public partial class Net;", "A.OutputSize")]
    [InlineData("[Network] [Dense(4, 4)] [Residual(A.OutputSize)] [Dense(2)] public partial class Net;", "A.OutputSize")]
    [InlineData("[Network] [Dense(4, 4)] [Residual(1, Activation.ELU, Alpha = 0.5 * A.OutputSize)] [Dense(2)] public partial class Net;", "0.5 * A.OutputSize")]
    public void A_constant_of_a_network_is_reported(string declaration, string place) =>
        Mistakes.AssertAll("[Network] [Dense(3, 2)] public partial class A; " + declaration, ("GENNET029", place));

    [Fact]
    public void After_a_mistake_shapes_are_guesses_and_not_measured()
    {
        Mistakes.AssertAll("[Network] [Input(0, 3)] [Dense(7, 10)] [Residual(1)] [Dense(11, 2)] public partial class Net;", ("GENNET005", "Input(0, 3)"), ("GENNET037", "Residual(1)"));
        Mistakes.AssertAll("[Network] [Input(2, 3)] [Dense(6, 10)] [Dropout] [Residual(2)] [Dense(11, 2)] public partial class Net;", ("GENNET035", "Dense(6, 10)"));
        Mistakes.AssertAll("[Network] [Dense(4, 0)] [Flatten] [Residual(2)] [Dense(5, 2)] [Residual(1)] public partial class Net;", ("GENNET005", "Dense(4, 0)"), ("GENNET037", "Residual(1)"));
        Mistakes.AssertAll("[Network] [Dense(4, 5)] [Residual(1)] [Dense(7, 2)] [Dense(3, 1)] public partial class Net;", ("GENNET037", "Residual(1)"), ("GENNET006", "Dense(3, 1)"));
    }

    [Theory]
    [InlineData("[Network] [Input(2)] [Input(2)] [Dense(3)] public partial class Net;", "CS0579")]
    [InlineData("[Network] [Input(\"a\")] [Dense(3)] public partial class Net;", "CS1503")]
    [InlineData("[Network] [Input(Nonsense.Size)] [Dense(3)] public partial class Net;", "CS0103")]
    [InlineData("[Network] [Dense(3, 3)] [Residual(1, Activation.Nonsense)] [Dense(3)] public partial class Net;", "CS0117")]
    public void What_the_compiler_reports_is_not_reported_again(string declaration, string id)
    {
        Compiled compiled = Compiled.From(declaration);
        Assert.Empty(compiled.Reported);
        Assert.Equal([id], System.Linq.Enumerable.Select(compiled.Problems, problem => problem.Id));
    }

    [Fact]
    public void The_surface_of_a_wrong_declaration_has_the_sizes_that_are_known() =>
        Assert.Contains("InputSize = 784;", Compiled.From("[Network] [Input(1, 28, 28)] [Dense(10)] public partial class Net;").Files[0].Text, System.StringComparison.Ordinal);
}
