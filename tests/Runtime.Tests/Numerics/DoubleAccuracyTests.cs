using System;
using System.Numerics;

namespace GenNet.Tests.Numerics;

/// <summary>The functions in double at 200,000 random points against a reference of 106 bits.</summary>
public class DoubleAccuracyTests
{
    private const int Points = 200_000;

    public static TheoryData<string> Names => Function.Names();

    [Theory]
    [MemberData(nameof(Names))]
    public void Error_stays_within_the_bound(string name)
    {
        Function function = Function.Named(name);
        var random = new RandomStream(2024);
        double worst = 0;
        double worstAt = 0;
        for (int i = 0; i < Points; i++)
        {
            double x = Point(name, i, random);
            double error = Ulps(function.DoubleVector(new Vector<double>(x))[0], function.Reference(x));
            if (!(error <= worst))
                (worst, worstAt) = (error, x);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{name} in double: {worst:f3} ulp, at {worstAt:r}");
        Assert.True(worst <= function.DoubleUlps, $"{worst:f3} ulp at {worstAt:r}");
    }

    /// <summary>In turn: where the function bends, its whole range, and all sizes down to where squares underflow.</summary>
    private static double Point(string name, int i, RandomStream random)
    {
        double u = random.NextDouble();
        double sign = random.NextInt(2) == 0 ? -1 : 1;
        switch (i % 3)
        {
            case 0:
                double near = name is "Log" ? 2 * u + 0.25 : name is "Log1p" ? 2 * u - 0.9 : 4 * u * sign;
                return near;
            case 1:
                double wide = name is "Log" or "Log1p" ? Math.ScaleB(1 + u, random.NextInt(1900) - 950) : 30 * u * sign;
                return name is "Exp" or "Sigmoid" or "Softplus" ? 700 * u * sign : wide;
            default:
                double size = Math.ScaleB(1 + u, -random.NextInt(400));
                return name is "Log" or "Log1p" ? size - (name is "Log1p" && size < 1 && sign < 0 ? 2 * size : 0) : size * sign;
        }
    }

    /// <summary>The distance in units of the last place of the reference.</summary>
    private static double Ulps(double actual, DoubleDouble reference)
    {
        if (double.IsNaN(actual) != double.IsNaN(reference.High))
            return double.PositiveInfinity;
        DoubleDouble difference = reference - actual;
        double ulp = Math.ScaleB(1, Math.Max(Math.ILogB(reference.High), -1022) - 52);
        return Math.Abs(difference.High) / ulp;
    }
}
