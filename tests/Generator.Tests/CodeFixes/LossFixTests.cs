using GenNet.CodeFixes;

namespace GenNet.Generator.Tests.CodeFixes;

public class LossFixTests
{
    [Theory]
    [InlineData(
        "[Network(Loss.CrossEntropy)] [Dense(2, 3, Activation.Sigmoid)] partial class Net;",
        "Give the last layer Activation.Softmax", "[Network(Loss.CrossEntropy)] [Dense(2, 3, Activation.Softmax)] partial class Net;",
        "Remove the loss: BinaryCrossEntropy fits the last activation, and is chosen", "[Network] [Dense(2, 3, Activation.Sigmoid)] partial class Net;")]
    [InlineData(
        "[Network(Loss.BinaryCrossEntropy, Precision = Precision.Double)] [Dense(2, 3)] partial class Net;",
        "Give the last layer Activation.Sigmoid", "[Network(Loss.BinaryCrossEntropy, Precision = Precision.Double)] [Dense(2, 3, Activation.Sigmoid)] partial class Net;",
        "Remove the loss: HalfSquaredError fits the last activation, and is chosen", "[Network(Precision = Precision.Double)] [Dense(2, 3)] partial class Net;")]
    [InlineData(
        "[Dense(2, 3, Activation.ELU, Alpha = 0.5), Network(/* which? */ Loss.CrossEntropy)] // so\npartial class Net;",
        "Give the last layer Activation.Softmax", "[Dense(2, 3, Activation.Softmax), Network(/* which? */ Loss.CrossEntropy)] // so\npartial class Net;",
        "Remove the loss: HalfSquaredError fits the last activation, and is chosen", "[Dense(2, 3, Activation.ELU, Alpha = 0.5), Network(/* which? */ )] // so\npartial class Net;")]
    [InlineData(
        "[Network(Loss.Perceptron)] [Dense(2, 1, nameof(F))] partial class Net { static float F(float x) => x * x; }",
        "Give the last layer Activation.Step", "[Network(Loss.Perceptron)] [Dense(2, 1, Activation.Step)] partial class Net { static float F(float x) => x * x; }",
        "Remove the loss: HalfSquaredError fits the last activation, and is chosen", "[Network] [Dense(2, 1, nameof(F))] partial class Net { static float F(float x) => x * x; }")]
    public void The_activation_follows_the_loss_or_the_loss_the_activation(string before, string first, string activation, string second, string loss)
    {
        Mending.Check<LossFixProvider>(before, first, activation);
        Mending.Check<LossFixProvider>(before, second, loss);
    }

    [Fact]
    public void Layers_may_stand_in_another_file() => Mending.Check<LossFixProvider>(
        "[Network(Loss.CrossEntropy)] partial class Net;\n//---\nusing A = GenNet.Activation;\n\n[GenNet.Dense(2, 5, A.Tanh)]\n[GenNet.Dense(3)]\npartial class Net;\n",
        "Give the last layer A.Softmax",
        "[Network(Loss.CrossEntropy)] partial class Net;\n//---\nusing A = GenNet.Activation;\n\n[GenNet.Dense(2, 5, A.Tanh)]\n[GenNet.Dense(3, A.Softmax)]\npartial class Net;\n");

    [Fact]
    public void Each_network_gets_what_its_loss_needs() => Mending.CheckAll<LossFixProvider>(
        "[Network(Loss.CrossEntropy)] [Dense(2, 3)] partial class Net; [Network(Loss.BinaryCrossEntropy)] [Dense(2, 3)] partial class Bet;",
        "Give the last layer Activation.Softmax",
        "[Network(Loss.CrossEntropy)] [Dense(2, 3, Activation.Softmax)] partial class Net; [Network(Loss.BinaryCrossEntropy)] [Dense(2, 3, Activation.Sigmoid)] partial class Bet;");

    [Theory]
    [InlineData("[Network(Loss.CrossEntropy)] [Input(3, 2)] [SimpleRnn(2)] partial class Net;")]
    [InlineData("[Network(Loss.CrossEntropy)] [Dense(2, 3)] [Flatten] partial class Net;")]
    [InlineData("[Network(Loss.CrossEntropy)] [Layers(typeof(Inner))] partial class Net; [Block] [Dense(2, 4)] class Inner;")]
    public void A_last_layer_without_an_activation_of_its_own_is_given_none(string source) =>
        Assert.Equal(["Remove the loss: HalfSquaredError fits the last activation, and is chosen"], Mending.Titles<LossFixProvider>(source));
}
