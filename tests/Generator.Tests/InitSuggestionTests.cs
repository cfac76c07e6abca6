using System.Linq;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Tests;

/// <summary>An initialisation that does not fit the activation behind it is no mistake, but worth a word.</summary>
public class InitSuggestionTests
{
    [Theory]
    [InlineData("[Network] [Dense(2, 3, Activation.ReLU, Init = Init.XavierUniform)] partial class Net;", "Init = Init.XavierUniform", "XavierUniform does not keep the scale of what passes ReLU; HeUniform does")]
    [InlineData("[Network] [Dense(2, 3, Activation.GELU, Init = Init.XavierNormal)] partial class Net;", "Init = Init.XavierNormal", "XavierNormal does not keep the scale of what passes GELU; HeNormal does")]
    [InlineData("[Network] [Dense(2, 3, Activation.Softmax, Init = Init.HeUniform)] partial class Net;", "Init = Init.HeUniform", "HeUniform does not keep the scale of what passes Softmax; XavierUniform does")]
    [InlineData("[Network] [Dense(2, 3, Activation.SELU, Init = Init.HeUniform)] partial class Net;", "Init = Init.HeUniform", "HeUniform does not keep the scale of what passes SELU; LeCunNormal does")]
    [InlineData("[Network] [Input(1, 5, 5)] [Conv2D(2, 3, Activation.Tanh, Init = Init.HeNormal)] partial class Net;", "Init = Init.HeNormal", "HeNormal does not keep the scale of what passes Tanh; XavierNormal does")]
    [InlineData("[Network] [Dense(2, 3)] [Residual(1, Activation.ReLU, Projection = true, Init = Init.XavierNormal)] partial class Net;", "Init = Init.XavierNormal", "XavierNormal does not keep the scale of what passes ReLU; HeNormal does")]
    public void It_is_said_at_the_argument(string source, string place, string message)
    {
        Compiled compiled = Compiled.From(source);
        Diagnostic reported = Assert.Single(compiled.Reported);
        Assert.Equal(("GENNET090", DiagnosticSeverity.Info), (reported.Id, reported.Severity));
        Assert.Equal(place, reported.Location.SourceTree!.ToString().Substring(reported.Location.SourceSpan.Start, reported.Location.SourceSpan.Length));
        Assert.Equal(message, reported.GetMessage(null));
        compiled.AssertNoProblem();
    }

    [Fact]
    public void Of_a_block_it_is_said_once_where_the_block_is_used()
    {
        Diagnostic reported = Assert.Single(Compiled.From(
            "[Network] [Dense(2, 3)] [Layers(typeof(Inner), Repeat = 3)] partial class Net; [Block] [Dense(3, Activation.ReLU, Init = Init.XavierUniform)] class Inner;").Reported);
        Assert.Equal(("GENNET090", DiagnosticSeverity.Info), (reported.Id, reported.Severity));
        Assert.Equal("In the block 'Inner', layer 1, [Dense]: XavierUniform does not keep the scale of what passes ReLU; HeUniform does", reported.GetMessage(null));
    }

    [Fact]
    public void It_changes_nothing_of_the_network()
    {
        const string Source = "[Network] [Dense(2, 3, Activation.ReLU, Init = Init.XavierUniform)] partial class Net;";
        Compiled suppressed = Compiled.From("#pragma warning disable GENNET090\n" + Source);
        Assert.Empty(suppressed.Reported.Where(diagnostic => !diagnostic.IsSuppressed));
        Assert.Equal(suppressed.Files, Compiled.From(Source).Files);
    }

    [Theory]
    [InlineData("Activation.ReLU", "Uniform, Normal, Orthogonal, Zeros, LeCunNormal, HeUniform, HeNormal, Default")]
    [InlineData("Activation.Tanh", "Uniform, Normal, Orthogonal, Zeros, LeCunNormal, XavierUniform, XavierNormal, Default")]
    [InlineData("Activation.SELU", "Uniform, Normal, Orthogonal, Zeros, LeCunNormal, XavierUniform, XavierNormal, Default")]
    [InlineData("Activation.Identity", "XavierUniform, XavierNormal, HeUniform, HeNormal")]
    [InlineData("nameof(F)", "XavierUniform, XavierNormal, HeUniform, HeNormal")]
    public void What_fits_and_what_nobody_knows_better_is_left_alone(string activation, string inits)
    {
        foreach (string init in inits.Split(", "))
            Assert.Empty(Compiled.From($"[Network] [Dense(2, 3, {activation}, Init = Init.{init})] partial class Net {{ static float F(float x) => x * x; }}").Reported);
    }

    [Theory]
    [InlineData("[Network] [Input(3, 2)] [SimpleRnn(4, Activation.ReLU, Output = Steps.All, Init = Init.XavierUniform)] [Lstm(3, Init = Init.HeNormal)] partial class Net;")]
    [InlineData("[Network] [Maxout(2, 3, 2, Init = Init.HeNormal)] [Maxout(3, Init = Init.XavierNormal)] partial class Net;")]
    [InlineData("[Network] [Input(3, 4)] [SelfAttention(2, Init = Init.HeUniform)] partial class Net;")]
    public void Layers_whose_default_is_not_the_activations_are_left_alone(string source) => Assert.Empty(Compiled.From(source).Reported);

    [Theory]
    [InlineData("[Network] [Dense(2, 3)] [Dense(4, 1, Activation.ReLU, Init = Init.XavierUniform)] partial class Net;", "GENNET006")]
    [InlineData("[Network] [Dense(2, 3, Name = \"a\")] [Dense(1, Activation.ReLU, Init = Init.XavierUniform, Name = \"a\")] partial class Net;", "GENNET013")]
    [InlineData("[Network] [Dense(2, 3, Name = \"a\")] [Layers(typeof(Inner))] partial class Net; [Block] [Dense(1, Activation.ReLU, Init = Init.XavierUniform, Name = \"a\")] class Inner;", "GENNET013")]
    public void A_network_with_a_mistake_has_that_and_nothing_else(string source, string mistake) => Assert.Equal(mistake, Assert.Single(Compiled.From(source).Reported).Id);
}
