using System;
using System.Globalization;
using System.Linq;
using GenNet.Generator.Expressions;
using GenNet.Generator.Model;
using GenNet.Generator.Tests.Declarations;

namespace GenNet.Generator.Tests.UserFunctions;

/// <summary>The formulas that users' methods become.</summary>
public class FormulaTests
{
    [Theory]
    [InlineData("float F(float x) => x * MathF.Tanh(MathF.Log(1 + MathF.Exp(x)));", "z tanh(softplus(z))")]
    [InlineData("float F(float x) => x / (1 + MathF.Exp(-x));", "z sigmoid(z)")]
    [InlineData("double F(double x) => 1 / (Math.Exp(-2 * x) + 1);", "sigmoid(2 z)")]
    [InlineData("float F(float x) => MathF.Exp(x) / (1 + MathF.Exp(x));", "sigmoid(z)")]
    [InlineData("float F(float x) => (float)Math.Tanh(x);", "tanh(z)")]
    [InlineData("float F(float x) => x > 0 ? x : 0;", "z where z > 0, else 0")]
    [InlineData("float F(float x) => x > 0 ? x : 2 * (MathF.Exp(x) - 1);", "z where z > 0, else 2 expm1(z)")]
    [InlineData("float F(float x) => MathF.Max(x, 0);", "max(z, 0)")]
    [InlineData("float F(float x) => x * (x > 0 ? 1 : 2);", "z (1 where z > 0, else 2)")]
    [InlineData("float F(float x) { if (x < 0) return -x; return x; }", "-z where z < 0, else z")]
    [InlineData("float F(float x) { if (!(x < 0)) return 1; return x; }", "z where z < 0, else 1")]
    [InlineData("float F(float x) => x > 0 && x < 1 ? x : 2;", "(z where z < 1, else 2) where z > 0, else 2")]
    [InlineData("float F(float x) => x > 0 || x < -1 ? x : 2;", "z where z > 0, else (z where z < -1, else 2)")]
    [InlineData("float F(float x) { float s = 0; for (int i = 1; i <= 3; i++) s += x / i; return s; }", "0 + z + z / 2 + z / 3")]
    [InlineData("float F(float x) { float s = x; for (int i = 0; i < 4; i += 2) { if (i % 2 == 0) s = s * (2 * i + 1); } return s; }", "5 z")]
    [InlineData("float F(float x) => MathF.Pow(x, 3) + MathF.Pow(x, 2);", "z^2 z + z^2")]
    [InlineData("float F(float x) => 0.1f + (x + 0.2f) + (0.3f + x);", "0.1 + z + 0.2 + 0.3 + z")]
    [InlineData("float F(float x) => MathF.Sqrt(2 / MathF.PI) * x;", "0.797885 z")]
    [InlineData("float F(float x, float a = 3) => a * x;", "3 z")]
    [InlineData("float F(float x) { const float c = 2; float y = x; y *= c; y -= 1; return y; }", "2 z - 1")]
    public void A_method_becomes_a_formula(string method, string formula) => Assert.Equal(formula, MathPrinter.Print(Of(method)));

    [Fact]
    public void Sums_and_products_stay_as_they_are_nested()
    {
        var style = new ScalarStyle("float");
        Assert.Equal("0.1f + (z + 0.2f) + (0.3f + z)", Printed("float F(float x) => 0.1f + (x + 0.2f) + (0.3f + x);", style));
        Assert.Equal("z * z * 0.3f", Printed("float F(float x) => 0.3f * (x * x);", style));
        Assert.Equal("0.3f * z * z", Printed("float F(float x) => 0.3f * x * x;", style));
        Assert.Equal("2f * z - (z - 1f)", Printed("float F(float x) => 2 * x - (x - 1);", style));
        Assert.Equal("z + 1E+10f - 1E+10f", Printed("float F(float x) => x + 1e10f - 1e10f;", style));
    }

    [Fact]
    public void Choices_are_masks()
    {
        var style = new VectorStyle("double", "Vector");
        Assert.Equal("Vector.ConditionalSelect(Vector.Equals(z, Vector<double>.One), z, Vector.Create(2.0))", Printed("double F(double x) => x != 1 ? 2 : x;", style));
        Assert.Equal("Vector.Min(Vector.Max(z, Vector.Create(-1.0)), Vector<double>.One)", Printed("double F(double x) => Math.Clamp(x, -1, 1);", style));
        Assert.Equal("Vector128.Sqrt(z)", Printed("double F(double x) => Math.Sqrt(x);", new VectorStyle("double", "Vector128")));
        Assert.Equal("Vector.SquareRoot(z)", Printed("double F(double x) => Math.Sqrt(x);", style));
    }

    [Fact]
    public void A_formula_of_hundreds_of_shared_parts_is_emitted_at_once()
    {
        string links = string.Concat(Enumerable.Range(0, 300).Select(i => $"x = x * (1 - 0.001f * x) + {(0.01 * i).ToString(CultureInfo.InvariantCulture)}f * x;"));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Compiled compiled = Compiled.From($"[Network] [Dense(20, 33, nameof(F))] [Dense(9)] public partial class Net {{ static float F(float x) {{ {links} return x; }} }}");
        compiled.AssertNoProblem();
        Assert.DoesNotContain(compiled.Files.Single().Text.Split('\n'), line => line.Length > 400);
        Assert.InRange(compiled.Files.Single().Text.Length, 10_000, 300_000);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }

    [Fact]
    public void SiLU_of_the_users_is_emitted_as_SiLU()
    {
        const string Own = "[Network] [Dense(20, 33, nameof(SiLU), Init = Init.HeUniform)] [Dense(9)] public partial class Net { static float SiLU(float x) => x / (1 + MathF.Exp(-x)); }";
        string library = Compiled.From("[Network] [Dense(20, 33, Activation.SiLU)] [Dense(9)] public partial class Net;").Files.Single().Text;
        Assert.Equal(
            library.Replace("SiLU)\"", "Net.SiLU)\"", StringComparison.Ordinal).Replace("33, SiLU);", "33, Net.SiLU);", StringComparison.Ordinal)
                .Replace("global::GenNet.Activation.SiLU", "null, \"SiLU\"", StringComparison.Ordinal),
            Compiled.From(Own).Files.Single().Text);
    }

    [Fact]
    public void A_function_of_the_other_precision_is_computed_in_that_of_the_network()
    {
        const string Net = "[Network(Precision = Precision.Double)] [Dense(20, 33, nameof(F))] [Dense(9)] public partial class Net { static float F(float x) => MathF.Exp(0.5f * x); }";
        Compiled compiled = Compiled.From(Net);
        compiled.AssertNoProblem();
        Assert.Contains("a1.Store(i, VectorMath.Exp(0.5 * z));", compiled.Files.Single().Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Dense(20, 33, typeof(G), nameof(G.F))]", "static class G { internal static float F(float x) => x; }")]
    [InlineData("[Dense(20, 33)] [Residual(1, nameof(F), Projection = true)]", "")]
    [InlineData("[Input(20)] [Layers(typeof(B))]", "[Block] [Dense(33, nameof(H))] static class B { static float H(float x) => 1 / x; }")]
    [InlineData("[Dense(3, 3, nameof(F))]", "")]
    public void Networks_with_functions_compile_without_a_warning(string layers, string types)
    {
        foreach (string network in new[] { "", "(nameof(L))", "(Mode = NetworkMode.Inference)", "(nameof(L), Mode = NetworkMode.Inference)", "(nameof(R))", "(nameof(L), Precision = Precision.Double)" })
        {
            Compiled.From(
                $"[Network{network}] {layers} [Dense(2)] public partial class Net {{ private static float F(float x) => MathF.Sin(x); static float L(float y, float d) => (y - d) * (y - d);"
                + $" private static float R(ReadOnlySpan<float> y, ReadOnlySpan<float> d) {{ float s = 0; for (int i = 0; i < y.Length; i++) s += y[i] * d[i]; return s; }} }} {types}").AssertNoProblem();
        }
    }

    private static Expr Of(string method)
    {
        NetworkModel model = Parsed.Model($"[Network(Precision = Precision.Double)] [Dense(2, 3, nameof(F))] [Dense(1)] public partial class Net {{ static {method} }}");
        return model.Layers[0].Activation.Value;
    }

    private static string Printed(string method, ExpressionStyle style) => ExpressionPrinter.Print([Of(method)], style).Results[0];
}
