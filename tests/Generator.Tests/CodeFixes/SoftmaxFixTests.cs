using GenNet.CodeFixes;

namespace GenNet.Generator.Tests.CodeFixes;

public class SoftmaxFixTests
{
    [Theory]
    [InlineData(
        "[Network] [Dense(2, 3, Activation.Softmax)] [Dense(4, Activation.Tanh)] partial class Net;",
        "Give the last layer Activation.Softmax, and give this one Activation.Tanh",
        "[Network] [Dense(2, 3, Activation.Tanh)] [Dense(4, Activation.Softmax)] partial class Net;")]
    [InlineData(
        "[Network] [Dense(2, 3, Activation.Softmax)] [Dense(4)] partial class Net;",
        "Give the last layer Activation.Softmax, and give this one Activation.ReLU",
        "[Network] [Dense(2, 3, Activation.ReLU)] [Dense(4, Activation.Softmax)] partial class Net;")]
    [InlineData(
        "[Network] [Dense(2, 3, Activation.Softmax)] [Dense(outputs: 4, Bias = false)] partial class Net;",
        "Give the last layer Activation.Softmax, and give this one Activation.ReLU",
        "[Network] [Dense(2, 3, Activation.ReLU)] [Dense(outputs: 4, activation: Activation.Softmax, Bias = false)] partial class Net;")]
    [InlineData(
        "[Network] [Dense(2, 3, activation: Activation.Softmax)] [Dense(4, Activation.Identity)] partial class Net;",
        "Give the last layer Activation.Softmax, and give this one Activation.ReLU",
        "[Network] [Dense(2, 3, activation: Activation.ReLU)] [Dense(4, Activation.Softmax)] partial class Net;")]
    [InlineData(
        "[Network] [Dense(2, 3, Activation.Softmax)] [Dropout] [Dense(4, Activation.Softmax)] partial class Net;",
        "Give this one Activation.ReLU",
        "[Network] [Dense(2, 3, Activation.ReLU)] [Dropout] [Dense(4, Activation.Softmax)] partial class Net;")]
    [InlineData(
        "[Network]\n[Dense(2, 3, /* a */ Activation.Softmax /* b */)] // c\n[Dense(4, // d\n  Activation.LeakyReLU, Alpha = 0.2)] // e\npartial class Net;",
        "Give the last layer Activation.Softmax, and give this one Activation.LeakyReLU",
        "[Network]\n[Dense(2, 3, /* a */ Activation.LeakyReLU, Alpha = 0.2 /* b */)] // c\n[Dense(4, // d\n  Activation.Softmax)] // e\npartial class Net;")]
    [InlineData(
        "using static GenNet.Activation; [Network, Dense(2, 3, Softmax), Dense(4, Sigmoid)] partial class Net;",
        "Give the last layer Softmax, and give this one Sigmoid",
        "using static GenNet.Activation; [Network, Dense(2, 3, Sigmoid), Dense(4, Softmax)] partial class Net;")]
    [InlineData(
        "using A = GenNet.Activation; [NetworkAttribute, DenseAttribute(2, 3, A.Softmax), DenseAttribute(4)] partial class Net;",
        "Give the last layer A.Softmax, and give this one A.ReLU",
        "using A = GenNet.Activation; [NetworkAttribute, DenseAttribute(2, 3, A.ReLU), DenseAttribute(4, A.Softmax)] partial class Net;")]
    [InlineData(
        "[Network] [Dense(2, 3, activation: Activation.Softmax)] [Dense(4, nameof(F))] partial class Net { static float F(float x) => x * x; }",
        "Give the last layer Activation.Softmax, and give this one nameof(F)",
        "[Network] [Dense(2, 3, function: nameof(F))] [Dense(4, Activation.Softmax)] partial class Net { static float F(float x) => x * x; }")]
    [InlineData(
        "[Network] [Dense(2, 3, Activation.Softmax)] [Dense(4, typeof(F), nameof(F.G), Alpha = 2)] partial class Net; static class F { public static float G(float x, float a) => a * x * x; }",
        "Give the last layer Activation.Softmax, and give this one typeof(F), nameof(F.G)",
        "[Network] [Dense(2, 3, typeof(F), nameof(F.G), Alpha = 2)] [Dense(4, Activation.Softmax)] partial class Net; static class F { public static float G(float x, float a) => a * x * x; }")]
    public void Softmax_and_the_last_activation_change_places(string before, string title, string after) => Mending.Check<SoftmaxFixProvider>(before, title, after);

    [Fact]
    public void Several_before_the_last_become_what_it_was() => Mending.CheckAll<SoftmaxFixProvider>(
        "[Network] [Dense(2, 3, Activation.Softmax)] [Dense(5, Activation.Softmax)] [Dense(4, Activation.Tanh)] partial class Net;\n//---\nusing GenNet; [Network] [Dense(2, 3, Activation.Softmax)] [Dense(4)] partial class Bet;",
        "Give the last layer Activation.Softmax, and give this one Activation.Tanh",
        "[Network] [Dense(2, 3, Activation.Tanh)] [Dense(5, Activation.Tanh)] [Dense(4, Activation.Softmax)] partial class Net;\n//---\nusing GenNet; [Network] [Dense(2, 3, Activation.ReLU)] [Dense(4, Activation.Softmax)] partial class Bet;");

    [Theory]
    [InlineData("[Network] [Dense(2, 3, Activation.Softmax)] [Flatten] partial class Net;")]
    [InlineData("[Network] [Input(3, 2)] [Dense(3, Activation.Softmax)] [SimpleRnn(2)] partial class Net;")]
    [InlineData("[Network] [Input(3, 2)] [SimpleRnn(2, Activation.Softmax)] [Dense(2)] partial class Net;")]
    [InlineData("[Network] [Dense(2, 3, Activation.Softmax)] [Layers(typeof(Inner))] partial class Net; [Block] [Dense(4)] class Inner;")]
    [InlineData("[Network] [Layers(typeof(Inner))] [Dense(2, 3)] partial class Net; [Block] [Dense(2, 4, Activation.Softmax)] class Inner;")]
    public void Nothing_is_offered_where_it_has_nowhere_to_go(string source) => Assert.Empty(Mending.Titles<SoftmaxFixProvider>(source));
}
