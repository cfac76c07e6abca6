using GenNet.CodeFixes;

namespace GenNet.Generator.Tests.CodeFixes;

public class InitFixTests
{
    [Theory]
    [InlineData("[Network] [Dense(2, 1, Activation.ReLU, Init = Init.XavierUniform)] partial class Net;", "Write Init = Init.HeUniform", "[Network] [Dense(2, 1, Activation.ReLU, Init = Init.HeUniform)] partial class Net;")]
    [InlineData("[Network] [Dense(2, 1, Activation.Tanh, Init = /* why? */ Init.HeNormal, Bias = false)] partial class Net;", "Write Init = Init.XavierNormal", "[Network] [Dense(2, 1, Activation.Tanh, Init = /* why? */ Init.XavierNormal, Bias = false)] partial class Net;")]
    [InlineData("[Network] [Dense(2, 1, Activation.SELU, Init = GenNet.Init.HeNormal)] partial class Net;", "Write Init = GenNet.Init.LeCunNormal", "[Network] [Dense(2, 1, Activation.SELU, Init = GenNet.Init.LeCunNormal)] partial class Net;")]
    [InlineData("using I = GenNet.Init; [Network, Dense(2, 1, Activation.ELU, Init = I.XavierNormal)] partial class Net;", "Write Init = I.HeNormal", "using I = GenNet.Init; [Network, Dense(2, 1, Activation.ELU, Init = I.HeNormal)] partial class Net;")]
    [InlineData("using static GenNet.Init; [Network, Dense(2, 1, Activation.ELU, Init = XavierNormal)] partial class Net;", "Write Init = HeNormal", "using static GenNet.Init; [Network, Dense(2, 1, Activation.ELU, Init = HeNormal)] partial class Net;")]
    [InlineData("[Network] [Dense(2, 1, Activation.ReLU, Init = (Init)1)] partial class Net;", "Write Init = Init.HeUniform", "[Network] [Dense(2, 1, Activation.ReLU, Init = Init.HeUniform)] partial class Net;")]
    [InlineData("[Network] [Dense(2, 1, Activation.ReLU, Init = Init.XavierUniform)] partial class Net;", "Remove Init: the default is HeUniform", "[Network] [Dense(2, 1, Activation.ReLU)] partial class Net;")]
    [InlineData("[Network] [Dense(2, 1, Activation.Sigmoid, Init = Init.HeNormal, Bias = false)] partial class Net;", "Remove Init: the default is XavierUniform", "[Network] [Dense(2, 1, Activation.Sigmoid, Bias = false)] partial class Net;")]
    public void The_fitting_one_is_written_or_left_to_the_default(string before, string title, string after) => Mending.Check<InitFixProvider>(before, title, after);

    [Fact]
    public void Each_layer_gets_its_own() => Mending.CheckAll<InitFixProvider>(
        "[Network] [Dense(2, 3, Activation.ReLU, Init = Init.XavierNormal)] [Dense(1, Activation.Tanh, Init = Init.HeUniform)] partial class Net;",
        "Write Init = Init.HeNormal",
        "[Network] [Dense(2, 3, Activation.ReLU, Init = Init.HeNormal)] [Dense(1, Activation.Tanh, Init = Init.XavierUniform)] partial class Net;");

    [Fact]
    public void Nothing_is_offered_on_the_use_of_a_block() => Assert.Empty(Mending.Titles<InitFixProvider>(
        "[Network] [Dense(2, 3)] [Layers(typeof(Inner))] partial class Net; [Block] [Dense(1, Activation.Tanh, Init = Init.HeNormal)] class Inner;"));
}
