using System;
using System.Linq;
using GenNet.Generator.Analyzers;
using GenNet.Generator.Diagnostics;
using GenNet.Generator.Tests.Declarations;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Tests;

/// <summary>Each mistake gives one diagnostic, in the right place, and no compiler error follows from it.</summary>
public class DiagnosticTests
{
    /// <summary>A program that uses all of a network's surface.</summary>
    private const string User = """

        internal static class Program
        {
            public static void Use()
            {
                var net = new Net(seed: 1);
                var inputs = new float[Net.InputSize];
                var outputs = new float[Net.OutputSize];
                net.Forward(inputs, outputs);
                float loss = net.Evaluate(inputs, outputs) + Net.ParameterCount + Net.Layout.Length;
                loss += net.Backward(inputs, outputs, net.Parameters) + net.Backward(inputs, outputs, net.Parameters, Net.CreateWorkspace());
                loss += net.Backward(inputs, outputs, net.Parameters, inputs) + net.Backward(inputs, outputs, net.Parameters, inputs, Net.CreateWorkspace());
                net.Save("file");
                Net.Load("file").Restore("file");
                new Trainer<Net>(net, new Sgd(loss)).Step(inputs, outputs);
            }
        }
        """;

    [Theory]
    [InlineData("[Network] public partial class Net;", "GENNET004", "Net", "'Net' has no layer: add at least one, for instance [Dense(784, 10, Activation.Softmax)]")]
    [InlineData("[Network] [Dense(2, 0, Activation.Tanh)] public partial class Net;", "GENNET005", "Dense(2, 0, Activation.Tanh)", "The number of outputs must be at least 1, got 0")]
    [InlineData("[Network] [Dense(-3, 1, Activation.Tanh)] public partial class Net;", "GENNET005", "Dense(-3, 1, Activation.Tanh)", "The number of inputs must be at least 1, got -3")]
    [InlineData("[Network] [Dense(2, 3, Activation.Tanh)] [Dense(4, 1, Activation.Tanh)] public partial class Net;", "GENNET006", "Dense(4, 1, Activation.Tanh)", "This layer takes 4 inputs, but the layer before it has 3 outputs: state 3, or leave the number of inputs out")]
    [InlineData("[Network] [Dense(2, Activation.Tanh)] public partial class Net;", "GENNET007", "Dense(2, Activation.Tanh)", "The first layer has no layer before it to take its inputs from: write [Dense(inputs, outputs, ...)]")]
    [InlineData("[Network] [Dense(2, 1, Activation.ELU, Alpha = double.PositiveInfinity)] public partial class Net;", "GENNET008", "Dense(2, 1, Activation.ELU, Alpha = double.PositiveInfinity)", "Alpha must be a finite float, got Infinity")]
    [InlineData("[Network] [Dense(2, 1, Activation.ELU, Alpha = double.NaN)] public partial class Net;", "GENNET008", "Dense(2, 1, Activation.ELU, Alpha = double.NaN)", "Alpha must be a finite float, got NaN")]
    [InlineData("[Network] [Dense(2, 1, Activation.ELU, Alpha = 1e300)] public partial class Net;", "GENNET008", "Dense(2, 1, Activation.ELU, Alpha = 1e300)", "Alpha must be a finite float, got 1E+300")]
    [InlineData("[Network] [Dense(2, 1, Activation.Tanh, Alpha = 1)] public partial class Net;", "GENNET009", "Dense(2, 1, Activation.Tanh, Alpha = 1)", "Tanh has no alpha: remove it, or use LeakyReLU or ELU")]
    [InlineData("[Network] [Dense(2, 3, Activation.Softmax)] [Dense(1, Activation.Tanh)] public partial class Net;", "GENNET010", "Dense(2, 3, Activation.Softmax)", "Softmax makes a distribution of the outputs of a network, so it can only be the activation of the last layer: give this one another, such as ReLU")]
    [InlineData("[Network(Loss.CrossEntropy)] [Dense(2, 3, Activation.Sigmoid)] public partial class Net;", "GENNET011", "Network(Loss.CrossEntropy)", "CrossEntropy needs outputs that are a distribution: give the last layer Activation.Softmax, or choose another loss (its activation is Sigmoid)")]
    [InlineData("[Network(Loss.BinaryCrossEntropy)] [Dense(2, 3, Activation.Tanh)] public partial class Net;", "GENNET011", "Network(Loss.BinaryCrossEntropy)", "BinaryCrossEntropy needs outputs that are probabilities: give the last layer Activation.Sigmoid, or choose another loss (its activation is Tanh)")]
    [InlineData("[Network] [Dense(2, 3, Activation.Tanh)] public partial class Net; [Dense(1, Activation.Tanh)] public partial class Net;", "GENNET012", "Dense(1, Activation.Tanh)", "The layers of 'Net' stand on several partial declarations, which have no order: put them all on one")]
    [InlineData("[Network] [Dense(2, 3, Activation.Tanh, Name = \"a\")] [Dense(1, Activation.Tanh, Name = \"a\")] public partial class Net;", "GENNET013", "Dense(1, Activation.Tanh, Name = \"a\")", "Two layers are called 'a', so their tensors would have the same names: choose another")]
    [InlineData("[Network] [Dense(2, 3, Activation.Tanh, Name = \"a b\")] public partial class Net;", "GENNET014", "Dense(2, 3, Activation.Tanh, Name = \"a b\")", "'a b' is no name for a layer: use letters, digits, '_' and '-', and a dot between such parts")]
    [InlineData("[Network] [Dense(2, 3, Activation.Tanh, Name = \"\")] public partial class Net;", "GENNET014", "Dense(2, 3, Activation.Tanh, Name = \"\")", "'' is no name for a layer: use letters, digits, '_' and '-', and a dot between such parts")]
    [InlineData("[Network] [Dense(2, 3, Activation.Tanh, Name = \".a\")] public partial class Net;", "GENNET014", "Dense(2, 3, Activation.Tanh, Name = \".a\")", "'.a' is no name for a layer: use letters, digits, '_' and '-', and a dot between such parts")]
    [InlineData("[Network] [Dense(2, 3, Activation.Tanh, Name = \"a.\")] public partial class Net;", "GENNET014", "Dense(2, 3, Activation.Tanh, Name = \"a.\")", "'a.' is no name for a layer: use letters, digits, '_' and '-', and a dot between such parts")]
    [InlineData("[Network] [Dense(2, 3, Activation.Tanh, Name = \"a..b\")] public partial class Net;", "GENNET014", "Dense(2, 3, Activation.Tanh, Name = \"a..b\")", "'a..b' is no name for a layer: use letters, digits, '_' and '-', and a dot between such parts")]
    [InlineData("[Network] [Dense(2, 3, Activation.Tanh, Name = \".\")] public partial class Net;", "GENNET014", "Dense(2, 3, Activation.Tanh, Name = \".\")", "'.' is no name for a layer: use letters, digits, '_' and '-', and a dot between such parts")]
    [InlineData("[Network] [Dense(100000, 100000, Activation.Tanh)] public partial class Net;", "GENNET015", "Network", "The network would have about 10036854464 numbers, padding and scratch included; there can be at most 1073741824")]
    [InlineData("[Network] [Dense(30000001, 1, Activation.Tanh)] public partial class Net;", "GENNET015", "Network", "The network would have about 1470000098 numbers, padding and scratch included; there can be at most 1073741824")]
    [InlineData("[Network] [Dense(int.MaxValue, int.MaxValue, Activation.Tanh)] [Dense(int.MaxValue, Activation.Tanh)] [Dense(int.MaxValue, Activation.Tanh)] public partial class Net;", "GENNET015", "Network", "The network would have about 9223372036854775807 numbers, padding and scratch included; there can be at most 1073741824")]
    [InlineData("[Network] [Dense(2, 3, (Activation)99)] public partial class Net;", "GENNET017", "Dense(2, 3, (Activation)99)", "99 is no value of Activation")]
    [InlineData("[Network] [Dense(2, 3, Activation.Tanh, Init = (Init)42)] public partial class Net;", "GENNET017", "Dense(2, 3, Activation.Tanh, Init = (Init)42)", "42 is no value of Init")]
    [InlineData("[Network((Loss)77)] [Dense(2, 3, Activation.Tanh)] public partial class Net;", "GENNET017", "Network((Loss)77)", "77 is no value of Loss")]
    [InlineData("[Network(Precision = (Precision)5)] [Dense(2, 3, Activation.Tanh)] public partial class Net;", "GENNET017", "Network(Precision = (Precision)5)", "5 is no value of Precision")]
    [InlineData("[Network(Mode = (NetworkMode)5)] [Dense(2, 3, Activation.Tanh)] public partial class Net;", "GENNET017", "Network(Mode = (NetworkMode)5)", "5 is no value of NetworkMode")]
    [InlineData("[Network] [Maxout(2, 3, 1)] public partial class Net;", "GENNET026", "Maxout(2, 3, 1)", "A maxout layer chooses from 2 to 1024 pieces, got 1; with 1024 a unit follows a smooth function as closely as a float can tell, so use more units or layers instead")]
    [InlineData("[Network] [Maxout(2, 1, 1025)] public partial class Net;", "GENNET026", "Maxout(2, 1, 1025)", "A maxout layer chooses from 2 to 1024 pieces, got 1025; with 1024 a unit follows a smooth function as closely as a float can tell, so use more units or layers instead")]
    [InlineData("[Network] [Maxout(int.MaxValue, int.MaxValue, 1024)] [Maxout(int.MaxValue, 1024)] [Maxout(int.MaxValue, 1024)] [Maxout(int.MaxValue, 1024)] [Maxout(int.MaxValue, 1024)] [Maxout(int.MaxValue, 1024)] [Maxout(int.MaxValue, 1024)] [Maxout(int.MaxValue, 1024)] [Maxout(int.MaxValue, 1024)] public partial class Net;", "GENNET015", "Network", "The network would have about 9223372036854775807 numbers, padding and scratch included; there can be at most 1073741824")]
    [InlineData("[Network] [Maxout(3, 2)] public partial class Net;", "GENNET007", "Maxout(3, 2)", "The first layer has no layer before it to take its inputs from: write [Maxout(inputs, outputs, pieces)]")]
    [InlineData("[Network] [Dropout(3, 1)] [Dense(2, Activation.Tanh)] public partial class Net;", "GENNET027", "Dropout(3, 1)", "The rate of dropout must be at least 0 and below 1, got 1")]
    [InlineData("[Network] [Dropout(0.5)] [Dense(2, Activation.Tanh)] public partial class Net;", "GENNET007", "Dropout(0.5)", "The first layer has no layer before it to take its inputs from: write [Dropout(inputs, rate)]")]
    [InlineData("[Network] [Dense(2, 2, Activation.Tanh)] [Dropout(0.5)] public partial class Net;", "GENNET028", "Dropout(0.5)", "Dropout here would drop outputs of the network: put it before the last layer")]
    [InlineData("[Network] [Dense(2, 3, Activation.Tanh, Init = Init.Uniform, InitFrom = 1, InitTo = 0)] public partial class Net;", "GENNET024", "Dense(2, 3, Activation.Tanh, Init = Init.Uniform, InitFrom = 1, InitTo = 0)", "InitFrom must be below InitTo, got 1 and 0")]
    [InlineData("[Network] [Dense(2, 3, Activation.Tanh, Init = Init.Normal, InitDeviation = -1)] public partial class Net;", "GENNET024", "Dense(2, 3, Activation.Tanh, Init = Init.Normal, InitDeviation = -1)", "InitDeviation must be above 0, got -1")]
    [InlineData("[Network] [Dense(2, 3, Activation.Tanh, Init = Init.Normal, InitMean = 1e39)] public partial class Net;", "GENNET024", "Dense(2, 3, Activation.Tanh, Init = Init.Normal, InitMean = 1e39)", "InitMean must be a finite float, got 1E+39")]
    [InlineData("[Network] [Dense(2, 3, Activation.Tanh, InitTo = 1)] public partial class Net;", "GENNET024", "Dense(2, 3, Activation.Tanh, InitTo = 1)", "InitTo has no effect with Init.XavierUniform: remove it, or use Init.Uniform")]
    [InlineData("[Network] [Dense(2, 3, Activation.Step)] [Dense(1, Activation.Tanh)] public partial class Net;", "GENNET025", "Dense(2, 3, Activation.Step)", "No gradient passes Activation.Step, whose derivative is zero: use Sigmoid or Tanh, make it the only layer of a network with Loss.Perceptron, or declare Mode = NetworkMode.Inference")]
    [InlineData("[Network] [Dense(2, 3, Activation.Tanh)] [Dense(1, Activation.Sign)] public partial class Net;", "GENNET025", "Dense(1, Activation.Sign)", "No gradient passes Activation.Sign, whose derivative is zero: use Sigmoid or Tanh, make it the only layer of a network with Loss.Perceptron, or declare Mode = NetworkMode.Inference")]
    [InlineData("[Network(Loss.HalfSquaredError)] [Dense(2, 3, Activation.Step)] public partial class Net;", "GENNET025", "Dense(2, 3, Activation.Step)", "No gradient passes Activation.Step, whose derivative is zero: use Sigmoid or Tanh, make it the only layer of a network with Loss.Perceptron, or declare Mode = NetworkMode.Inference")]
    [InlineData("[Network(Loss.Perceptron)] [Dense(2, 3, Activation.Tanh)] public partial class Net;", "GENNET011", "Network(Loss.Perceptron)", "Perceptron needs outputs that are thresholds: give the last layer Activation.Step, or choose another loss (its activation is Tanh)")]
    [InlineData("[Network] [Dense(3, 2)] public partial class A; public static class K { public const int H = 2 * A.OutputSize; public enum E { X = A.InputSize, Y } } [Network] [Dense(A.OutputSize, 10, Activation.Tanh)] public partial class Net;", "GENNET029", "A.OutputSize", "'A.OutputSize' is written by the generator, so it is not there yet when the generator reads this declaration: write the number, or a constant of your own")]
    [InlineData("[Network] [Dense(3, 2)] public partial class A; public static class K { public const int H = 2 * A.OutputSize; public enum E { X = A.InputSize, Y } } [Network] [Dense(4, Activation.ELU, Alpha = A.OutputSize)] public partial class Net;", "GENNET029", "A.OutputSize", "'A.OutputSize' is written by the generator, so it is not there yet when the generator reads this declaration: write the number, or a constant of your own")]
    [InlineData("[Network] [Dense(3, 2)] public partial class A; public static class K { public const int H = 2 * A.OutputSize; public enum E { X = A.InputSize, Y } } [Network] [Dense(4, 2, Init = Init.Uniform, InitFrom = -10.0 * A.InputSize)] public partial class Net;", "GENNET029", "-10.0 * A.InputSize", "'A.InputSize' is written by the generator, so it is not there yet when the generator reads this declaration: write the number, or a constant of your own")]
    [InlineData("[Network] [Dense(3, 2)] public partial class A; public static class K { public const int H = 2 * A.OutputSize; public enum E { X = A.InputSize, Y } } [Network] [Dense(4, outputs: global::A.ParameterCount)] public partial class Net;", "GENNET029", "global::A.ParameterCount", "'global::A.ParameterCount' is written by the generator, so it is not there yet when the generator reads this declaration: write the number, or a constant of your own")]
    [InlineData("[Network] [Dense(3, 2)] public partial class A; public static class K { public const int H = 2 * A.OutputSize; public enum E { X = A.InputSize, Y } } [Network] [Dense(K.H, 2)] public partial class Net;", "GENNET029", "K.H", "'A.OutputSize' is written by the generator, so it is not there yet when the generator reads this declaration: write the number, or a constant of your own")]
    [InlineData("[Network] [Dense(3, 2)] public partial class A; public static class K { public const int H = 2 * A.OutputSize; public enum E { X = A.InputSize, Y } } [Network] [Dense((int)K.E.Y, 2)] public partial class Net;", "GENNET029", "(int)K.E.Y", "'A.InputSize' is written by the generator, so it is not there yet when the generator reads this declaration: write the number, or a constant of your own")]
    [InlineData("[Network] [Dense(3, 2)] public partial class A; public static class K { public const int H = 2 * A.OutputSize; public enum E { X = A.InputSize, Y } } [Network] [Dense(4, 2)] [Dropout(A.InputSize / 6.0)] [Dense(2)] public partial class Net;", "GENNET029", "A.InputSize / 6.0", "'A.InputSize' is written by the generator, so it is not there yet when the generator reads this declaration: write the number, or a constant of your own")]
    [InlineData("[Network] [Dense(3, 2)] public partial class A; public static class K { public const int H = 2 * A.OutputSize; public enum E { X = A.InputSize, Y } } [Network((Loss)(A.InputSize - 3))] [Dense(4, 2)] public partial class Net;", "GENNET029", "(Loss)(A.InputSize - 3)", "'A.InputSize' is written by the generator, so it is not there yet when the generator reads this declaration: write the number, or a constant of your own")]
    [InlineData("[Network] [Dense(3, 2)] public partial class A; public static class K { public const int H = 2 * A.OutputSize; public enum E { X = A.InputSize, Y } } [Network(Precision = (Precision)(A.InputSize - 3))] [Dense(4, 2)] public partial class Net;", "GENNET029", "(Precision)(A.InputSize - 3)", "'A.InputSize' is written by the generator, so it is not there yet when the generator reads this declaration: write the number, or a constant of your own")]
    [InlineData("[Network] [Dense(3, 2)] public partial class A; public static class K { public const int H = 2 * A.OutputSize; public enum E { X = A.InputSize, Y } } [Network] [Dense(4, 2)] [Dense(Net.OutputSize, 2)] public partial class Net;", "GENNET029", "Net.OutputSize", "'Net.OutputSize' is written by the generator, so it is not there yet when the generator reads this declaration: write the number, or a constant of your own")]
    [InlineData("[Network] [Dense(4, 0)] [Dropout(0.5)] [Dense(4, 2)] public partial class Net;", "GENNET005", "Dense(4, 0)", "The number of outputs must be at least 1, got 0")]
    [InlineData("[Network] [Dropout(0.5)] [Dropout(0.5)] [Dense(4, 2)] public partial class Net;", "GENNET007", "Dropout(0.5)", "The first layer has no layer before it to take its inputs from: write [Dropout(inputs, rate)]")]
    [InlineData("[Network] [Dense(int.MaxValue, 0)] public partial class Net;", "GENNET005", "Dense(int.MaxValue, 0)", "The number of outputs must be at least 1, got 0")]
    [InlineData("[Network] [Dense(784)] public partial class Net;", "GENNET007", "Dense(784)", "The first layer has no layer before it to take its inputs from: write [Dense(inputs, outputs, ...)]")]
    [InlineData("[Network] [Dense(2, 0)] public partial class Net;", "GENNET005", "Dense(2, 0)", "The number of outputs must be at least 1, got 0")]
    [InlineData("[Network] [Maxout(3)] public partial class Net;", "GENNET007", "Maxout(3)", "The first layer has no layer before it to take its inputs from: write [Maxout(inputs, outputs, pieces)]")]
    [InlineData("[Network] [Dense(4, 2)] public partial class Net { public const int InputSize = 4; }", "GENNET030", "InputSize", "'InputSize' is one of the members that are written into a network: remove this one, or give it another name")]
    public void A_mistake_gives_one_diagnostic_on_the_attribute_and_nothing_else(string declaration, string id, string place, string message)
    {
        Compiled compiled = Compiled.From(declaration + User);
        Diagnostic diagnostic = Assert.Single(compiled.Reported);
        Assert.Equal((id, message), (diagnostic.Id, diagnostic.GetMessage(null)));
        Assert.Equal(place, Text(diagnostic));
        compiled.AssertNoProblem();
    }

    [Theory]
    [InlineData("[Network] [Dense(2, 3, Activation.Tanh)] public class Net;", "GENNET001", "Net", "'Net' must be partial so that its network can be written into it: declare it 'partial class Net'")]
    [InlineData("public class Outer { [Network] [Dense(2, 3, Activation.Tanh)] public partial class Net; }", "GENNET002", "Outer", "'Outer' contains the network 'Net', so it must be partial too")]
    [InlineData("[Network] [Dense(2, 3, Activation.Tanh)] public partial class Net<T>;", "GENNET003", "Net", "'Net' is generic or inside a generic type; the sizes and the number type of a network are fixed by its attributes, so remove the type parameters")]
    [InlineData("public partial class Outer<T> { [Network] [Dense(2, 3, Activation.Tanh)] public partial class Net; }", "GENNET003", "Net", "'Net' is generic or inside a generic type; the sizes and the number type of a network are fixed by its attributes, so remove the type parameters")]
    [InlineData("[Network] [Dense(2, 3, Activation.Tanh)] public partial record Net;", "GENNET018", "Net", "'Net' is a record; a network must be an ordinary partial class")]
    [InlineData("[Network] [Dense(2, 3, Activation.Tanh)] public static partial class Net;", "GENNET018", "Net", "'Net' is static; a network must be an ordinary partial class")]
    [InlineData("[Network] [Dense(2, 3, Activation.Tanh)] public abstract partial class Net;", "GENNET018", "Net", "'Net' is abstract; a network must be an ordinary partial class")]
    [InlineData("[Network] [Dense(2, 3, Activation.Tanh)] file partial class Net;", "GENNET018", "Net", "'Net' is local to its file; a network must be an ordinary partial class")]
    [InlineData("[Network] [Dense(2, 3, Activation.Tanh)] public partial class Layout;", "GENNET018", "Layout", "'Layout' is named like one of its own members; a network must be an ordinary partial class")]
    [InlineData("[Network] [Dense(2, 3, Activation.Tanh)] public partial class Net(int size) { public int Size => size; }", "GENNET018", "Net", "'Net' is a class with a primary constructor; a network must be an ordinary partial class")]
    [InlineData("[Network] [Dense(2, 3, Activation.Tanh)] public partial class Net; public partial class Net(int size) { public int Size => size; }", "GENNET018", "Net", "'Net' is a class with a primary constructor; a network must be an ordinary partial class")]
    [InlineData("[Network] [Dense(2, 3, Activation.Tanh)] public partial class Net { public required int Size { get; init; } }", "GENNET018", "Net", "'Net' is a class with required members; a network must be an ordinary partial class")]
    [InlineData("public class Base(int size) { public int Size => size; } [Network] [Dense(2, 3)] public partial class Net : Base { public Net() : base(1) { } }", "GENNET018", "Net", "'Net' is derived from a class without a constructor that takes nothing; a network must be an ordinary partial class")]
    [InlineData("public class Base { public required int Size { get; init; } } [Network] [Dense(2, 3)] public partial class Net : Base;", "GENNET018", "Net", "'Net' is a class with required members; a network must be an ordinary partial class")]
    public void A_class_that_cannot_be_written_into_gets_its_diagnostic_on_its_name(string declaration, string id, string place, string message)
    {
        Compiled compiled = Compiled.From(declaration);
        Diagnostic diagnostic = Assert.Single(compiled.Reported);
        Assert.Equal((id, message), (diagnostic.Id, diagnostic.GetMessage(null)));
        Assert.Equal(place, Text(diagnostic));
        Assert.Empty(compiled.Files);
        compiled.AssertNoProblem();
    }

    [Fact]
    public void Two_mistakes_give_two_diagnostics()
    {
        Compiled compiled = Compiled.From("[Network] [Dense(0, 3, Activation.Tanh)] [Dense(-1, Activation.Tanh)] public partial class Net;" + User);
        Assert.Equal(["Dense(0, 3, Activation.Tanh)", "Dense(-1, Activation.Tanh)"], compiled.Reported.Select(Text));
        compiled.AssertNoProblem();
    }

    [Theory]
    [InlineData("[Network] [Dense(2, 3, Activation.Nonsense)] public partial class Net;", "CS0117")]
    [InlineData("[Network] [Dense(2, 3, Activation.Tanh)] public partial class Net; [Network] public partial class Net;", "CS0579")]
    [InlineData("public sealed class MineAttribute : LayerAttribute; [Network] [Mine] public partial class Net;", "CS0122")]
    [InlineData("public sealed class MineAttribute : LayerAttribute; [Network] [Dense(2, 3, Activation.Tanh)] [Mine] public partial class Net;", "CS0122")]
    public void What_the_compiler_reports_is_not_reported_again(string declaration, string id)
    {
        Compiled compiled = Compiled.From(declaration + User);
        Assert.Empty(compiled.Reported);
        Assert.Equal([id], compiled.Problems.Select(problem => problem.Id));
    }

    [Theory]
    [InlineData("[Network] [Dense(2, 3, Activation.ELU, Alpha = \"a\")] public partial class Net;", "CS0029")]
    [InlineData("[Network] [Dense(2, 3, Activation.ELU, Alpha = Net.Nonsense)] public partial class Net;", "CS0117")]
    [InlineData("[Network] [Dense(2, OutputSiz)] public partial class Net;", "CS0103")]
    public void A_mistake_of_the_compilers_in_an_argument_is_not_reported_again(string declaration, string id)
    {
        Compiled compiled = Compiled.From(declaration + User);
        Assert.Empty(compiled.Reported);
        Assert.Equal([id], compiled.Problems.Select(problem => problem.Id));
    }

    [Theory]
    [InlineData("using static A; [Network] [Dense(3, 2)] public partial class A; [Network] [Dense(OutputSize, 2)] public partial class Net;", "OutputSize")]
    [InlineData("[Network] [Dense(3, OutputSize)] public partial class Net;", "OutputSize")]
    [InlineData("[Network] [Dense(3, 2)] public partial class A { [Network] [Dense(2, OutputSize)] public partial class Net; }", "OutputSize")]
    [InlineData("[Network] [Dense(3, 2)] public partial class A { public const int Twice = 2 * OutputSize; } [Network] [Dense(A.Twice, 3)] public partial class Net;", "A.Twice")]
    [InlineData("[Network] [Dense(3, 2)] public partial class A; public class D : A { } [Network] [Dense(D.OutputSize, 3)] public partial class Net;", "D.OutputSize")]
    public void A_constant_of_a_network_is_reported_however_it_is_named(string source, string place)
    {
        Compiled compiled = Compiled.From(source);
        Diagnostic diagnostic = Assert.Single(compiled.Reported);
        Assert.Equal((Descriptors.UnwrittenConstant.Id, place), (diagnostic.Id, Text(diagnostic)));
        compiled.AssertNoProblem();
    }

    [Fact]
    public void Names_of_emitted_members_are_there_early_enough()
    {
        Compiled compiled = Compiled.From("[Network] [Dense(3, 2, Name = nameof(Net.Forward))] public partial class Net;");
        Assert.Empty(compiled.Reported);
        compiled.AssertNoProblem();
        Assert.Contains("\"Forward.weight\"", compiled.Files[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Loss.CrossEntropy")]
    [InlineData("Loss.Perceptron")]
    public void A_loss_without_effect_is_not_measured_against_the_activation(string loss)
    {
        Compiled compiled = Compiled.From($"[Network({loss}, Mode = NetworkMode.Inference)] [Dense(3, 2, Activation.Tanh)] public partial class Net;");
        Assert.Empty(compiled.Reported);
        compiled.AssertNoProblem();
        Assert.Equal(Compiled.From("[Network(Mode = NetworkMode.Inference)] [Dense(3, 2, Activation.Tanh)] public partial class Net;").Files, compiled.Files);
    }

    [Fact]
    public void A_network_on_a_struct_is_left_to_the_compiler()
    {
        Compiled compiled = Compiled.From("[Network] [Dense(2, 3, Activation.Tanh)] public partial struct Net;");
        Assert.Empty(compiled.Reported);
        Assert.Empty(compiled.Files);
        Assert.Equal(["CS0592"], compiled.Problems.Select(problem => problem.Id).Distinct());
    }

    [Fact]
    public void A_network_derived_from_another_is_reported()
    {
        Compiled compiled = Compiled.From("[Network] [Dense(2, 3, Activation.Tanh)] public partial class Net; [Network] [Dense(2, 3, Activation.Tanh)] public partial class Other : Net;");
        Assert.Equal("'Other' is derived from another network; a network must be an ordinary partial class", Assert.Single(compiled.Reported).GetMessage(null));
    }

    [Fact]
    public void Every_diagnostic_has_a_test()
    {
        string[] tested = new[] { typeof(DiagnosticTests), typeof(WeightsTests), typeof(ShapeDiagnosticTests), typeof(BlockDiagnosticTests), typeof(ConvolutionTests), typeof(PoolTests), typeof(NormTests), typeof(SelfAttentionTests), typeof(SequenceTests), typeof(UserFunctions.FunctionDiagnosticTests) }.SelectMany(tests => tests.GetMethods())
            .SelectMany(method => method.GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>())
            .SelectMany(attribute => attribute.Data.OfType<string>()).Concat([Descriptors.NotNetwork.Id, Descriptors.WeightsAmbiguous.Id, Descriptors.WeightsNoResource.Id, Descriptors.LanguageTooOld.Id, Descriptors.UnfittingInit.Id, Descriptors.Unoptimized.Id, .. Functions.RefusalTests.Ids]).ToArray();
        Assert.Empty(typeof(Descriptors).GetFields().Select(field => ((DiagnosticDescriptor)field.GetValue(null)!).Id).Except(tested));
    }

    [Fact]
    public void Layers_without_a_network_are_reported()
    {
        Diagnostic diagnostic = Assert.Single(Compiled.From("[Dense(2, 3, Activation.Tanh)] public partial class Net;").Analyze(new LayersWithoutNetworkAnalyzer()));
        Assert.Equal("'Net' has layers but no [Network] attribute, so nothing is generated: add [Network], or [Block] if networks are to use them", diagnostic.GetMessage(null));
        Assert.Equal("Net", Text(diagnostic));
        Assert.Empty(Compiled.From("[Network] [Dense(2, 3, Activation.Tanh)] public partial class Net;").Analyze(new LayersWithoutNetworkAnalyzer()));
    }

    [Fact]
    public void A_pragma_reaches_a_diagnostic()
    {
        Compiled compiled = Compiled.From("#pragma warning disable GENNET009\n[Network] [Dense(2, 1, Activation.Tanh, Alpha = 1)] public partial class Net;");
        Assert.True(Assert.Single(compiled.Reported).IsSuppressed);
    }

    private static string Text(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan);
}
