namespace GenNet.Generator.Tests.Functions;

/// <summary>Functions whose gradients were wrong once: what random ones found, made small.</summary>
public class FoundTests
{
    [Theory]
    [InlineData("F(double x) { double v = 0.3; for (int i = 0; i < 5; i++) { v += x * v; } return v; }")]
    [InlineData("F(double x, int n) { double v = x; for (int i = 0; i < n; i++) { v = Math.Sin(v); } return v; }")]
    public void The_value_is_that_of_the_way_there(string function) => Assert.Null(WrittenFunction.Examine(function));

    [Theory]
    [InlineData("F(double x) { return Math.Max(x, x) + Math.Min(x, x); }")]
    [InlineData("F(double x) { return x * -(-(-1.5)); }")]
    [InlineData("F(double x) { double s = 0; for (int i = 0; i < 3; i++) { double v = -(-(-1.5)); v = v * 0.6 + Math.Sin(-v * Math.Sin(v)); s += x * v; } return s; }")]
    [InlineData("F(double x) { return 2 - -x - -(-1.5 * x); }")]
    [InlineData("F(ReadOnlySpan<double> x, int n) { double v = n > 1 ? x[0] : 2 * x[0]; return (-0.126 > -0.09 ? v * v : v * 0.3) + v; }")]
    [InlineData("F(double x) { double v = x; bool b = v > x; double u = b || v < x ? x : 2 * x; return u; }")]
    [InlineData("F(ReadOnlySpan<double> x, Span<double> y) { if (y[1] >= 1) { y[0] = x[0]; } else if (y[1] <= x[0]) { for (int i = 0; i < 2; i++) { for (int j = i % 3; j < 5; j++) { y[2] += 0.1 * x[1]; y[2] /= 0.5 + Math.Max(1.6, x[2]); } } } }")]
    [InlineData("F(double x, Span<double> y) { int k = 2 % 6; for (int i = (k + k) % 3; i < 5; i += 2) { y[2] -= 0.1 * (y[2] - (double)(k % 4)); y[1] *= Math.Tanh(y[1] * x); } }")]
    [InlineData("F(double x, int n, Span<double> y) { for (int i = 0; i < y.Length; i++) { int k = n % 6; for (int j = 0; j < 3; j++) { if (x < y[0]) { y[(k % 3) % y.Length] += 0.1 * x; } y[0] *= Math.Sin(x * y[1]); } } }")]
    [InlineData("F(ReadOnlySpan<double> x, Span<double> y) { int k = 1 % 6; for (int i = (k + k) % 3; i < 3; i += 2) { y[0] += x[0] * y[1]; } y[1] += Math.Sin(x[k % x.Length]); for (int i = 0; i < y.Length; i++) { y[i] /= 1.9 + y[0] * y[0]; } }")]
    [InlineData("F(ReadOnlySpan<double> x, Span<double> y) { double v = 1.7; if (v >= -0.3) { if (v < y[0]) { return; } for (int i = 0; i < x.Length; i++) { y[1] += x[i] * y[2]; } } else { y[1] = v * Math.Abs(v) * x[0]; } }")]
    [InlineData("F(ReadOnlySpan<double> x) { return Math.Round(x[1]) - 1; }")]
    [InlineData("F(double x, double z) { double v = x - x * x; if (z < v) { int k = 3 % 6; for (int i = 0; i <= k; i++) { v = v * 0.6 + Math.Abs(v); } } else { v = Math.Tanh(z); } return z - v; }")]
    public void What_is_emitted_compiles_without_a_warning(string function) => Assert.Null(WrittenFunction.Examine(function));

    /// <summary>The gradients of both calls stand in the same part of the buffer: it is as long as the longer one.</summary>
    [Fact]
    public void Spans_of_two_calls_have_different_lengths() => Assert.Null(WrittenFunction.Examine(
        "F(ReadOnlySpan<double> x, double c) { return c * x[0] * x[2]; }",
        "G(ReadOnlySpan<double> x, ReadOnlySpan<double> y) { double u = F(y, 2); double v = F(x, u); return u - v; }",
        "H(ReadOnlySpan<double> x, ReadOnlySpan<double> y) { double u = F(x, 2); double v = F(y, u); return u - v; }"));

    [Theory]
    [InlineData("F(double x) { double v = 0; if (x > 0) { for (int i = 0; i < 3; i++) { for (int j = 0; j <= i; j++) { v += x * x; } } } return v; }")]
    [InlineData("F(double x, int n) { double v = 0; if (x > 0) { int m = n + 1; for (int i = 0; i < m; i++) { v += x * x; } } return v; }")]
    public void A_loop_in_a_branch_is_not_decided_by_its_condition(string function) => Assert.Null(WrittenFunction.Examine(function));

    [Fact]
    public void A_number_of_a_written_span_decides_an_argument() => Assert.Null(WrittenFunction.Examine(
        "F(double x, bool b) { return b ? x : -x; }",
        "G(double x, Span<double> y) { y[0] = x * y[1]; y[0] += F(x * x, y[2] > y[0]); }"));

    [Fact]
    public void A_float_is_handed_to_a_constant_parameter()
    {
        Compiled compiled = Compiled.From(
            """
            public static partial class C
            {
                [Differentiable] public static float F(float x, [Constant] float c) => c * x * x;
                [Differentiable] public static float G(float x) => F(x, 1.1f) + F(0.3f, 2);
            }
            """);

        compiled.AssertNoProblem();
    }

    [Theory]
    [InlineData("F(double p, int n) { double s = 0; for (int i = 0; i < n; i++) { double v = 1.2; for (int j = 0; j < i; j++) { v = v * 0.6 + Math.Tanh(v); } s += v * p; } return s; }")]
    [InlineData("F(double p, int n) { double v = 1; for (int i = n; i >= 0; i--) { if (p > 0.2) { v += 0.1 * p * v; } else { for (int j = 0; j < 3; j++) { v -= 0.2 * Math.Sin(p * v); } } } return v / (1 + v * v); }")]
    public void Loops_carry_numbers_into_branches_and_loops(string function) => Assert.Null(WrittenFunction.Examine(function));
}
