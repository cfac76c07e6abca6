using GenNet.CodeFixes;

namespace GenNet.Generator.Tests.CodeFixes;

public class ArgumentFixTests
{
    [Theory]
    [InlineData("[Network] [Dense(2, 1, Activation.Tanh, Alpha = 1)] partial class Net;", "Remove Alpha", "[Network] [Dense(2, 1, Activation.Tanh)] partial class Net;")]
    [InlineData("[Network] [Dense(2, 1, Alpha = 1, Bias = false)] partial class Net;", "Remove Alpha", "[Network] [Dense(2, 1, Bias = false)] partial class Net;")]
    [InlineData("[Network] [Dense(2, 1, // out\n    Alpha = 1 /* one */)] partial class Net;", "Remove Alpha", "[Network] [Dense(2, 1 // out\n     /* one */)] partial class Net;")]
    [InlineData("[Network] [Dense(2, 1,\n    Alpha = 1)] partial class Net;", "Remove Alpha", "[Network] [Dense(2, 1)] partial class Net;")]
    [InlineData("[Network] [Dense(2, 1, InitFrom = -1)] partial class Net;", "Remove InitFrom", "[Network] [Dense(2, 1)] partial class Net;")]
    [InlineData("[Network] [Dense(2, 1, Init = Init.Zeros, InitDeviation = 2, Bias = false)] partial class Net;", "Remove InitDeviation", "[Network] [Dense(2, 1, Init = Init.Zeros, Bias = false)] partial class Net;")]
    [InlineData("[Network] [Dense(2, 2)] [Residual(1, Bias = false)] partial class Net;", "Remove Bias", "[Network] [Dense(2, 2)] [Residual(1)] partial class Net;")]
    [InlineData("[Network] [Dense(2, 1, nameof(F), Alpha = 2)] partial class Net { static float F(float x) => x * x; }", "Remove Alpha", "[Network] [Dense(2, 1, nameof(F))] partial class Net { static float F(float x) => x * x; }")]
    public void An_argument_without_effect_goes(string before, string title, string after) => Mending.Check<ArgumentFixProvider>(before, title, after);

    [Fact]
    public void They_go_everywhere() => Mending.CheckAll<ArgumentFixProvider>(
        "[Network] [Dense(2, 3, Activation.Tanh, Alpha = 1)] [Dense(2, InitMean = 1)] [Residual(1, Projection = true)] partial class Net;",
        "Remove Alpha",
        "[Network] [Dense(2, 3, Activation.Tanh)] [Dense(2)] [Residual(1, Projection = true)] partial class Net;");

    [Theory]
    [InlineData("[Network] [Dense(2, 1, Init = Init.Uniform, InitFrom = 1, InitTo = 0)] partial class Net;")]
    [InlineData("[Network] [Dense(2, 1, Init = Init.Normal, InitDeviation = 0)] partial class Net;")]
    [InlineData("[Network] [Dense(2, 3)] [Layers(typeof(Inner))] partial class Net; [Block] [Dense(1, Activation.Tanh, Alpha = 1)] class Inner;")]
    public void Other_mistakes_have_no_fix(string source) => Assert.Empty(Mending.Titles<ArgumentFixProvider>(source));
}
