using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace GenNet.Tests.Numerics;

/// <summary>
/// The functions in float over the bit patterns of all floats, NaN and the infinities included: every 251st of them, or all 2^32
/// with the environment variable GENNET_EXHAUSTIVE=1. The reference is the same function in double, which has a test of its own.
/// </summary>
public class SingleAccuracyTests
{
    private const int Block = 4096;

    // A prime, so that all last bits occur with all exponents.
    private const uint Stride = 251;

    public static TheoryData<string> Names => Function.Names();

    [Theory]
    [MemberData(nameof(Names))]
    public void Error_stays_within_the_bound(string name)
    {
        Function function = Function.Named(name);
        uint stride = Environment.GetEnvironmentVariable("GENNET_EXHAUSTIVE") == "1" ? 1 : Stride;
        var x = new float[Block];
        var actual = new float[Block];
        var reference = new double[Block];
        double worst = 0;
        float worstAt = 0;
        for (ulong bits = 0; bits <= uint.MaxValue; bits += (ulong)stride * Block)
        {
            for (int i = 0; i < Block; i++)
                x[i] = BitConverter.UInt32BitsToSingle(unchecked((uint)(bits + (ulong)stride * (uint)i)));
            Compute(function, x, actual, reference);
            for (int i = 0; i < Block; i++)
            {
                double error = Ulps(actual[i], reference[i]);
                if (!(error <= worst))
                    (worst, worstAt) = (error, x[i]);
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{name} in float: {worst:f3} ulp, at {worstAt:r}");
        Assert.True(worst <= function.SingleUlps, $"{worst:f3} ulp at {worstAt:r}");
    }

    private static void Compute(Function function, float[] x, float[] actual, double[] reference)
    {
        Span<Vector<float>> from = MemoryMarshal.Cast<float, Vector<float>>(x.AsSpan());
        Span<Vector<float>> to = MemoryMarshal.Cast<float, Vector<float>>(actual.AsSpan());
        for (int i = 0; i < from.Length; i++)
            to[i] = function.SingleVector(from[i]);

        for (int i = 0; i < x.Length; i++)
            reference[i] = x[i];
        Span<Vector<double>> wide = MemoryMarshal.Cast<double, Vector<double>>(reference.AsSpan());
        for (int i = 0; i < wide.Length; i++)
            wide[i] = function.DoubleVector(wide[i]);
    }

    /// <summary>The distance in units of the last place of the reference in float; infinite if only one of the two is NaN.</summary>
    private static double Ulps(float actual, double reference)
    {
        if (float.IsNaN(actual) || double.IsNaN(reference))
            return float.IsNaN(actual) && double.IsNaN(reference) ? 0 : double.PositiveInfinity;

        // Infinity counts as the first number that is too large.
        const double Overflow = 3.402823669209385e38;
        double bounded = Math.Clamp(reference, -Overflow, Overflow);
        double result = Math.Clamp(actual, -Overflow, Overflow);
        long exponent = BitConverter.DoubleToInt64Bits(bounded) & 0x7FF0000000000000;
        double ulp = Math.Max(BitConverter.Int64BitsToDouble(exponent) * 1.1920928955078125e-07, float.Epsilon);
        return Math.Abs(result - bounded) / ulp;
    }
}
