using System;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace GenNet.Tests.Numerics;

/// <summary>A number's result is the same, bit for bit, in the scalar overload and in each lane of each vector.</summary>
public class WidthTests
{
    private const int Rounds = 4000;

    public static TheoryData<string> Names => Function.Names();

    [Theory]
    [MemberData(nameof(Names))]
    public void Float_lanes_do_not_depend_on_the_width(string name)
    {
        Function function = Function.Named(name);
        var random = new RandomStream(1);
        Span<float> x = stackalloc float[Vector512<float>.Count];
        for (int round = 0; round < Rounds; round++)
        {
            foreach (ref float value in x)
                value = round % 2 == 0 ? BitConverter.UInt32BitsToSingle(random.NextUInt32()) : 20 * random.NextSingle() - 10;
            Vector512<float> widest = function.Single512(Vector512.Create<float>(x));
            for (int i = 0; i < x.Length; i++)
            {
                float scalar = function.Single(x[i]);
                AssertSame(scalar, widest[i], x[i]);
                int lane = i % Vector<float>.Count;
                AssertSame(scalar, function.SingleVector(new Vector<float>(x[(i - lane)..]))[lane], x[i]);
                AssertSame(scalar, function.Single128(Vector128.Create<float>(x[(i - i % 4)..]))[i % 4], x[i]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Double_lanes_do_not_depend_on_the_width(string name)
    {
        Function function = Function.Named(name);
        var random = new RandomStream(2);
        Span<double> x = stackalloc double[Vector512<double>.Count];
        for (int round = 0; round < Rounds; round++)
        {
            foreach (ref double value in x)
                value = round % 2 == 0 ? BitConverter.UInt64BitsToDouble(random.NextUInt64()) : 20 * random.NextDouble() - 10;
            Vector512<double> widest = function.Double512(Vector512.Create<double>(x));
            for (int i = 0; i < x.Length; i++)
            {
                double scalar = function.Double(x[i]);
                AssertSame(scalar, widest[i], x[i]);
                int lane = i % Vector<double>.Count;
                AssertSame(scalar, function.DoubleVector(new Vector<double>(x[(i - lane)..]))[lane], x[i]);
                AssertSame(scalar, function.Double128(Vector128.Create<double>(x[(i - i % 2)..]))[i % 2], x[i]);
            }
        }
    }

    // Equality does not tell -0 from 0; bits do. Widening keeps every float apart from every other.
    private static void AssertSame(double expected, double actual, double x)
    {
        bool same = BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual)
            || (double.IsNaN(expected) && double.IsNaN(actual));
        Assert.True(same, $"{expected:r} and {actual:r} at {x:r}");
    }
}
