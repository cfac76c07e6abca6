using System.Linq;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Tests.UserFunctions;

/// <summary>Mistakes of functions that a network names: each gives one diagnostic at its place, and no compiler error follows from it.</summary>
public class FunctionDiagnosticTests
{
    private const string Net = "[Network] [Dense(2, 3, $)] [Dense(1)] public partial class Net { # }";
    private const string Use = " internal static class Program { public static void Use() => new Net(seed: 1).Forward(new float[2], new float[1]); }";

    [Theory]
    [InlineData("\"Mish\"", "", "GENNET053", "Dense(2, 3, \"Mish\")", "'Net' has no method 'Mish': name a static method of it, as nameof(...), or put typeof(...) of the class that has it before the name")]
    [InlineData("\"leaky_relu\"", "", "GENNET053", "Dense(2, 3, \"leaky_relu\")", "'Net' has no method 'leaky_relu': name a static method of it, as nameof(...), or put typeof(...) of the class that has it before the name; for that of the library write Activation.LeakyReLU")]
    [InlineData("typeof(MathF), nameof(MathF.Sin)", "", "GENNET057", "Dense(2, 3, typeof(MathF), nameof(MathF.Sin))", "'MathF.Sin' is compiled already, so it cannot be written into the network: copy its source into this project")]
    [InlineData("nameof(F)", "float F(float x) => x;", "GENNET055", "Dense(2, 3, nameof(F))", "'Net.F' must be static to be an activation of a network: declare it static")]
    [InlineData("nameof(F)", "static int F(int x) => x;", "GENNET056", "Dense(2, 3, nameof(F))", "'Net.F' cannot be an activation of a network: declare it as static float F(float x), or static float F(float x, float alpha)")]
    [InlineData("nameof(F)", "static float F(float x, float y, float z) => x;", "GENNET056", "Dense(2, 3, nameof(F))", "'Net.F' cannot be an activation of a network: declare it as static float F(float x), or static float F(float x, float alpha)")]
    [InlineData("nameof(F)", "static float F(ref float x) => x;", "GENNET056", "Dense(2, 3, nameof(F))", "'Net.F' cannot be an activation of a network: declare it as static float F(float x), or static float F(float x, float alpha)")]
    [InlineData("nameof(F)", "static float F(float x) => x; static float F(float x, float alpha) => x;", "GENNET054", "Dense(2, 3, nameof(F))", "'Net' has several methods 'F' that could be meant: give one of them another name")]
    [InlineData("nameof(F)", "static float F(float x, float slope) => slope * x;", "GENNET059", "Dense(2, 3, nameof(F))", "'F' takes a second number, 'slope': write Alpha = ..., or give the parameter a default value")]
    [InlineData("nameof(F), Alpha = 2", "static float F(float x) => x * x;", "GENNET060", "Dense(2, 3, nameof(F), Alpha = 2)", "'F' takes one number, so Alpha has no effect: remove it, or give the method a second parameter")]
    [InlineData("nameof(F), Alpha = 1e300", "static float F(float x, float a) => a * x;", "GENNET008", "Dense(2, 3, nameof(F), Alpha = 1e300)", "Alpha must be a finite float, got 1E+300")]
    [InlineData("nameof(F)", "static float F(float x) { float s = 0; for (int i = 0; i < 65; i++) s += x; return s; }", "GENNET058", "for (int i = 0; i < 65; i++) s += x;", "'F' cannot be written out in vectors, for it has a loop of more than 64 iterations: write a closed formula")]
    [InlineData("nameof(F)", "static float F(float x) => x % 2;", "GENNET058", "F", "'F' cannot be written out in vectors, for the remainder of a division has no vector form: write x - y * Truncate(x / y)")]
    [InlineData("nameof(F)", "static float s_slope = 2; static float F(float x) => s_slope * x;", "GENNET058", "F", "'F' cannot be written out in vectors, for 'global::Net.s_slope' is no constant: use constants, and the numbers that it is given")]
    [InlineData("nameof(F)", "static float F(float x) => x > 0 ? 1f : 0f;", "GENNET025", "Dense(2, 3, nameof(F))", "No gradient passes F, whose derivative is zero: use Sigmoid or Tanh, make it the only layer of a network with Loss.Perceptron, or declare Mode = NetworkMode.Inference")]
    [InlineData("nameof(F)", "static float F(float x) { while (x > 1) x -= 1; return x; }", "GENNET046", "while (x > 1) x -= 1;", "How often this loop runs is not known before: write a for loop from a first to a last index")]
    public void An_activation_gives_one_diagnostic(string function, string members, string id, string place, string message)
    {
        Compiled compiled = Compiled.From("#pragma warning disable CS0414, CS0649\n" + Net.Replace("$", function, System.StringComparison.Ordinal).Replace("#", members, System.StringComparison.Ordinal) + Use);
        Diagnostic diagnostic = Assert.Single(compiled.Reported);
        Assert.Equal((id, message, place), (diagnostic.Id, diagnostic.GetMessage(null), Text(diagnostic)));
        Assert.Empty(compiled.Problems.Where(problem => problem.Severity >= DiagnosticSeverity.Warning));
    }

    [Theory]
    [InlineData("\"Far\"", "", "GENNET053", "Network(\"Far\")")]
    [InlineData("nameof(F)", "static float F(float x) => x;", "GENNET056", "Network(nameof(F))")]
    [InlineData("nameof(F)", "static float F(Span<float> y, Span<float> d) => 0;", "GENNET056", "Network(nameof(F))")]
    [InlineData("nameof(F)", "float F(float y, float d) => y - d;", "GENNET055", "Network(nameof(F))")]
    [InlineData("nameof(F)", "static double F(ReadOnlySpan<double> y, ReadOnlySpan<double> d) => y[0] - d[0];", "GENNET056", "Network(nameof(F))")]
    public void A_loss_gives_one_diagnostic(string function, string members, string id, string place)
    {
        Compiled compiled = Compiled.From($"[Network({function})] [Dense(2, 1)] public partial class Net {{ {members} }}" + Use);
        Diagnostic diagnostic = Assert.Single(compiled.Reported);
        Assert.Equal((id, place), (diagnostic.Id, Text(diagnostic)));
        Assert.Empty(compiled.Problems.Where(problem => problem.Severity >= DiagnosticSeverity.Warning));
    }

    /// <summary>A mistake in a body is said once, however many layers have the function, and not at all where its gradient is written, which says it.</summary>
    [Fact]
    public void A_mistake_in_a_body_is_said_once()
    {
        const string Layers = "[Network] [Dense(2, 3, nameof(F))] [Dense(3, nameof(F))] [Dense(1, nameof(F))] public partial class Net { ";
        const string F = "static float F(float x) { while (x > 1) x -= 1; return x; } }";
        Assert.Equal(["GENNET046"], Compiled.From(Layers + F + Use).Reported.Select(diagnostic => diagnostic.Id));
        Assert.Equal(["GENNET046"], Compiled.From(Layers + "[Differentiable] " + F + Use).Reported.Select(diagnostic => diagnostic.Id));
    }

    [Theory]
    [InlineData("nameof(Mish)", "", "CS0103")]
    [InlineData("nameof(F)", "static float F(float x) => x *;", "CS1525")]
    [InlineData("nameof(F)", "static float F(float x) => \"a\";", "CS0029")]
    [InlineData("nameof(F)", "static float F(float x) { }", "CS0161")]
    [InlineData("typeof(Gone), \"F\"", "", "CS0246")]
    public void Source_that_does_not_compile_yet_adds_no_error(string function, string members, string id)
    {
        Compiled compiled = Compiled.From(Net.Replace("$", function, System.StringComparison.Ordinal).Replace("#", members, System.StringComparison.Ordinal) + Use);
        Assert.Empty(compiled.Reported);
        Assert.Equal([id], compiled.Problems.Where(problem => problem.Severity == DiagnosticSeverity.Error).Select(problem => problem.Id).Distinct());
    }

    private static string Text(Diagnostic diagnostic) => diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length);
}
