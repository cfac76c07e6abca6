using System;

namespace GenNet.Tests.Numerics;

/// <summary>Zeros, infinities, NaN, subnormal numbers and the ends of the ranges, in float and in double.</summary>
public class SpecialValueTests
{
    private const double Inf = double.PositiveInfinity;

    public static TheoryData<string> Names => Function.Names();

    [Theory]
    [InlineData("Exp", 0.0, 1)]
    [InlineData("Exp", Inf, Inf)]
    [InlineData("Exp", -Inf, 0)]
    [InlineData("Exp", 1e30, Inf)]
    [InlineData("Exp", -1e30, 0)]
    [InlineData("Expm1", 0.0, 0.0)]
    [InlineData("Expm1", 1e-30, 1e-30)]
    [InlineData("Expm1", -Inf, -1)]
    [InlineData("Expm1", -1e30, -1)]
    [InlineData("Expm1", Inf, Inf)]
    [InlineData("Log", 1, 0.0)]
    [InlineData("Log", 0.0, -Inf)]
    [InlineData("Log", -1, double.NaN)]
    [InlineData("Log", -Inf, double.NaN)]
    [InlineData("Log", Inf, Inf)]
    [InlineData("Log1p", 0.0, 0.0)]
    [InlineData("Log1p", -1, -Inf)]
    [InlineData("Log1p", -1.5, double.NaN)]
    [InlineData("Log1p", Inf, Inf)]
    [InlineData("Log1p", -1e-30, -1e-30)]
    [InlineData("Tanh", 0.0, 0.0)]
    [InlineData("Tanh", 1e-8f, 1e-8f)]
    [InlineData("Tanh", Inf, 1)]
    [InlineData("Tanh", -Inf, -1)]
    [InlineData("Tanh", 30, 1)]
    [InlineData("Sigmoid", 0.0, 0.5)]
    [InlineData("Sigmoid", -1e30, 0)]
    [InlineData("Sigmoid", 1e30, 1)]
    [InlineData("Sigmoid", Inf, 1)]
    [InlineData("Sigmoid", -Inf, 0)]
    [InlineData("Softplus", 1000, 1000)]
    [InlineData("Softplus", -1000, 0)]
    [InlineData("Softplus", Inf, Inf)]
    [InlineData("Softplus", -Inf, 0)]
    [InlineData("Erf", 0.0, 0.0)]
    [InlineData("Erf", Inf, 1)]
    [InlineData("Erf", -Inf, -1)]
    [InlineData("Erf", -7, -1)]
    public void Is_exact(string name, double x, double expected)
    {
        Function function = Function.Named(name);
        AssertSame(expected, function.Double(x));
        AssertSame((float)expected, function.Single((float)x));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nan_stays_nan(string name)
    {
        Function function = Function.Named(name);
        Assert.True(double.IsNaN(function.Double(double.NaN)));
        Assert.True(double.IsNaN(function.Double(-double.NaN)));
        Assert.True(float.IsNaN(function.Single(float.NaN)));
        Assert.True(float.IsNaN(function.Single(-float.NaN)));
    }

    [Theory]
    [InlineData("Expm1")]
    [InlineData("Log1p")]
    [InlineData("Tanh")]
    [InlineData("Erf")]
    public void Zero_keeps_its_sign(string name)
    {
        Function function = Function.Named(name);
        AssertSame(-0.0, function.Double(-0.0));
        AssertSame(-0.0, function.Single(-0f));
    }

    [Fact]
    public void The_sign_of_zero_does_not_matter_to_the_others()
    {
        AssertSame(1, Function.Named("Exp").Double(-0.0));
        AssertSame(-Inf, Function.Named("Log").Double(-0.0));
        AssertSame(-Inf, Function.Named("Log").Single(-0f));
        AssertSame(0.5, Function.Named("Sigmoid").Single(-0f));
    }

    [Theory]
    [InlineData("Expm1")]
    [InlineData("Log1p")]
    [InlineData("Tanh")]
    public void Near_zero_the_argument_comes_back(string name)
    {
        Function function = Function.Named(name);
        foreach (int sign in new[] { 1, -1 })
        {
            AssertSame(sign * double.Epsilon, function.Double(sign * double.Epsilon));
            AssertSame(sign * 1e-310, function.Double(sign * 1e-310));
            AssertSame(sign * float.Epsilon, function.Single(sign * float.Epsilon));
            AssertSame(sign * 1e-40f, function.Single(sign * 1e-40f));
        }
    }

    [Theory]
    [InlineData("Exp")]
    [InlineData("Sigmoid")]
    [InlineData("Softplus")]
    public void Subnormal_results_are_not_flushed(string name)
    {
        Function function = Function.Named(name);
        for (double x = -745; x < -709; x += 0.37)
            Assert.InRange(Math.Abs(function.Double(x) - Math.Exp(x)), 0, 2 * double.Epsilon);
    }

    [Fact]
    public void Logarithms_of_subnormal_numbers()
    {
        Function log = Function.Named("Log");
        for (double x = double.Epsilon; x < 1e-307; x *= 3)
            Assert.Equal(Math.Log(x), log.Double(x), 1e-12);
    }

    [Fact]
    public void Exp_reaches_the_ends_of_its_range()
    {
        Function exp = Function.Named("Exp");
        Assert.InRange(exp.Double(709.78), 1.7e308, double.MaxValue);
        AssertSame(Inf, exp.Double(709.79));
        Assert.InRange(exp.Single(88.72f), 3.393e38f, float.MaxValue);
        AssertSame(Inf, exp.Single(88.73f));
    }

    private static void AssertSame(double expected, double actual) =>
        Assert.True(
            BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual) || (double.IsNaN(expected) && double.IsNaN(actual)),
            $"expected {expected:r}, got {actual:r}");
}
