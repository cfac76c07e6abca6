using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.Intrinsics;
using GenNet.CompilerServices;

namespace GenNet.Tests.Numerics;

/// <summary>The functions that are computed in double: against those of <see cref="Math"/>, which err by less than one unit in the last place themselves.</summary>
public class ElementaryTests
{
    private const int Points = 100_000;
    private const double Inf = double.PositiveInfinity, NaN = double.NaN;

    private static readonly double[] Edges =
    [
        0, -0.0, 1, -1, 0.5, -0.5, 2, -2, 3, Inf, -Inf, NaN, double.Epsilon, -double.Epsilon, double.MaxValue, -double.MaxValue, 1e-310, 1e300, 1e-300, 1e6, 1e7, 710, -710, 709.9,
        7, -7, 9007199254740993, 0.99999999999999989, 1.0000000000000002,
    ];

    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["Sin"] = new(VectorMath.Sin, VectorMath.Sin, VectorMath.Sin, VectorMath.Sin, VectorMath.Sin, VectorMath.Sin, Math.Sin, 1e6, 2),
        ["Cos"] = new(VectorMath.Cos, VectorMath.Cos, VectorMath.Cos, VectorMath.Cos, VectorMath.Cos, VectorMath.Cos, Math.Cos, 1e6, 2),
        ["Tan"] = new(VectorMath.Tan, VectorMath.Tan, VectorMath.Tan, VectorMath.Tan, VectorMath.Tan, VectorMath.Tan, Math.Tan, 1e6, 4),
        ["Asin"] = new(VectorMath.Asin, VectorMath.Asin, VectorMath.Asin, VectorMath.Asin, VectorMath.Asin, VectorMath.Asin, Math.Asin, 1.1, 4),
        ["Acos"] = new(VectorMath.Acos, VectorMath.Acos, VectorMath.Acos, VectorMath.Acos, VectorMath.Acos, VectorMath.Acos, Math.Acos, 1.1, 4),
        ["Atan"] = new(VectorMath.Atan, VectorMath.Atan, VectorMath.Atan, VectorMath.Atan, VectorMath.Atan, VectorMath.Atan, Math.Atan, 1e3, 3),
        ["Sinh"] = new(VectorMath.Sinh, VectorMath.Sinh, VectorMath.Sinh, VectorMath.Sinh, VectorMath.Sinh, VectorMath.Sinh, Math.Sinh, 712, 5),
        ["Cosh"] = new(VectorMath.Cosh, VectorMath.Cosh, VectorMath.Cosh, VectorMath.Cosh, VectorMath.Cosh, VectorMath.Cosh, Math.Cosh, 712, 5),
        ["Asinh"] = new(VectorMath.Asinh, VectorMath.Asinh, VectorMath.Asinh, VectorMath.Asinh, VectorMath.Asinh, VectorMath.Asinh, Math.Asinh, 1e9, 5),
        ["Acosh"] = new(VectorMath.Acosh, VectorMath.Acosh, VectorMath.Acosh, VectorMath.Acosh, VectorMath.Acosh, VectorMath.Acosh, Math.Acosh, 1e9, 5),
        ["Atanh"] = new(VectorMath.Atanh, VectorMath.Atanh, VectorMath.Atanh, VectorMath.Atanh, VectorMath.Atanh, VectorMath.Atanh, Math.Atanh, 1.1, 4),
        ["Log2"] = new(VectorMath.Log2, VectorMath.Log2, VectorMath.Log2, VectorMath.Log2, VectorMath.Log2, VectorMath.Log2, Math.Log2, 1e9, 4),
        ["Log10"] = new(VectorMath.Log10, VectorMath.Log10, VectorMath.Log10, VectorMath.Log10, VectorMath.Log10, VectorMath.Log10, Math.Log10, 1e9, 4),
        ["Cbrt"] = new(VectorMath.Cbrt, VectorMath.Cbrt, VectorMath.Cbrt, VectorMath.Cbrt, VectorMath.Cbrt, VectorMath.Cbrt, Math.Cbrt, 1e9, 3),
    };

    public static TheoryData<string> Names => new(Cases.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void In_double_the_error_stays_within_the_bound(string name)
    {
        Case function = Cases[name];
        (double worst, double at) = Worst(Arguments(function.Range), x => Ulps(function.Double(x), function.Reference(x)));
        TestContext.Current.TestOutputHelper?.WriteLine($"{name} in double: {worst:f2} ulp of Math's, at {at:r}");
        Assert.True(worst <= function.Ulps, $"{worst:f2} ulp at {at:r}");
    }

    /// <summary>Computed in double, rounded once more.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void In_float_half_a_unit_is_lost(string name)
    {
        Case function = Cases[name];
        (double worst, double at) = Worst(Arguments(function.Range).Select(x => (double)(float)x), x => FloatUlps(function.Single((float)x), function.Reference(x)));
        TestContext.Current.TestOutputHelper?.WriteLine($"{name} in float: {worst:f3} ulp, at {at:r}");
        Assert.True(worst <= 0.501, $"{worst:f3} ulp at {at:r}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Special_values_are_those_of_Math(string name)
    {
        Case function = Cases[name];
        foreach (double x in Edges)
        {
            double expected = function.Reference(x), actual = function.Double(x);
            Assert.True(Ulps(actual, expected) <= function.Ulps && (double.IsNaN(expected) || double.IsNegative(expected) == double.IsNegative(actual)), $"{name}({x:r}) is {actual:r}, not {expected:r}");
        }
    }

    /// <summary>The scalar tail of a loop gives what a lane gives, whatever stands in the other lanes.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Every_overload_has_the_same_bits(string name)
    {
        Case function = Cases[name];
        double[] xs = [.. Arguments(function.Range).Take(2000), .. Edges, .. Edges.Reverse()];
        for (int i = 0; i + 16 <= xs.Length; i += 5)
        {
            var x = new Vector<double>(xs, i);
            Vector<double> y = function.DoubleVector(x);
            float[] singles = [.. xs.Skip(i).Take(16).Select(value => (float)value)];
            Vector<float> single = function.SingleVector(new Vector<float>(singles));
            for (int lane = 0; lane < Vector<double>.Count; lane++)
                AssertSame(function.Double(x[lane]), y[lane]);
            for (int lane = 0; lane < Vector<float>.Count; lane++)
                AssertSame(function.Single(singles[lane]), single[lane]);
            Vector128<double> two = function.Double128(Vector128.Create(xs[i], xs[i + 1]));
            Vector128<float> four = function.Single128(Vector128.Create(singles[0], singles[1], singles[2], singles[3]));
            AssertSame(function.Double(xs[i + 1]), two[1]);
            AssertSame(function.Single(singles[3]), four[3]);
        }
    }

    [Fact]
    public void Powers_are_those_of_Math()
    {
        var random = new RandomStream(5);
        double worst = 0, worstFloat = 0, x = 0, y = 0;
        for (int i = 0; i < Points; i++)
        {
            double a = i % 2 == 0 ? 4 * random.NextDouble() : Math.ScaleB(1 + random.NextDouble(), random.NextInt(600) - 300);
            double b = i % 3 == 0 ? random.NextInt(20) - 10 : 20 * random.NextDouble() - 10;
            if (!double.IsFinite(Math.Pow(a, b)) || Math.Pow(a, b) < 1e-300)
                continue;
            double error = Ulps(VectorMath.Pow(a, b), Math.Pow(a, b));
            if (!(error <= worst))
                (worst, x, y) = (error, a, b);
            worstFloat = Math.Max(worstFloat, FloatUlps(VectorMath.Pow((float)a, (float)b), Math.Pow((float)a, (float)b)));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"Pow in double: {worst:f2} ulp of Math's, at {x:r}, {y:r}; in float {worstFloat:f3}");
        Assert.True(worst <= 6, $"{worst:f2} ulp at {x:r}, {y:r}");
        Assert.True(worstFloat <= 0.501, $"{worstFloat:f3} ulp in float");
    }

    [Fact]
    public void Special_values_of_two_numbers_are_those_of_Math()
    {
        foreach (double x in Edges)
        {
            foreach (double y in Edges)
            {
                Same("Pow", x, y, Math.Pow(x, y), VectorMath.Pow(x, y), 64);
                Same("Atan2", x, y, Math.Atan2(x, y), VectorMath.Atan2(x, y), 4);
                AssertSame(VectorMath.Pow((float)x, (float)y), VectorMath.Pow(new Vector<float>((float)x), new Vector<float>((float)y))[0]);
                AssertSame(VectorMath.Atan2(x, y), VectorMath.Atan2(Vector128.Create(x), Vector128.Create(y))[1]);
            }
        }

        static void Same(string name, double x, double y, double expected, double actual, double ulps) => Assert.True(
            Ulps(actual, expected) <= ulps && (double.IsNaN(expected) || double.IsNegative(expected) == double.IsNegative(actual)), $"{name}({x:r}, {y:r}) is {actual:r}, not {expected:r}");
    }

    private static IEnumerable<double> Arguments(double range)
    {
        var random = new RandomStream(7);
        for (int i = 0; i < Points; i++)
        {
            double sign = random.NextInt(2) == 0 ? -1 : 1, u = random.NextDouble();
            yield return sign * (i % 3) switch { 0 => Math.Min(range, 4) * u, 1 => range * u, _ => Math.ScaleB(1 + u, -random.NextInt(60)) };
        }
    }

    private static (double Worst, double At) Worst(IEnumerable<double> arguments, Func<double, double> error) =>
        arguments.Select(x => (Error: error(x), x)).Aggregate((Worst: 0.0, At: 0.0), (worst, next) => next.Error <= worst.Worst ? worst : next);

    private static double Ulps(double actual, double expected)
    {
        if (double.IsNaN(actual) || double.IsNaN(expected))
            return double.IsNaN(actual) && double.IsNaN(expected) ? 0 : Inf;
        return actual.Equals(expected) ? 0 : Math.Abs(actual - expected) / Math.Max(Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected), double.Epsilon);
    }

    private static double FloatUlps(float actual, double expected)
    {
        if (float.IsNaN(actual) || double.IsNaN(expected))
            return float.IsNaN(actual) && double.IsNaN(expected) ? 0 : Inf;
        if (actual == (float)expected)
            return 0;
        float size = Math.Abs((float)expected);
        return Math.Abs(actual - expected) / Math.Max(MathF.BitIncrement(size) - size, float.Epsilon);
    }

    private static void AssertSame(double expected, double actual) => Assert.True(expected.Equals(actual) && double.IsNegative(expected) == double.IsNegative(actual) || double.IsNaN(expected) && double.IsNaN(actual), $"{expected:r} {actual:r}");

    /// <summary>A function in its overloads.</summary>
    private sealed record Case(
        Func<float, float> Single, Func<double, double> Double, Func<Vector<float>, Vector<float>> SingleVector, Func<Vector<double>, Vector<double>> DoubleVector,
        Func<Vector128<float>, Vector128<float>> Single128, Func<Vector128<double>, Vector128<double>> Double128, Func<double, double> Reference, double Range, double Ulps);
}
