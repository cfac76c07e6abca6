using System;

namespace GenNet.Gradient.Tests.UserFunctions;

/// <summary>Functions as users write them.</summary>
internal static class MyFunctions
{
    private const double Width = 0.5;

    public static float Mish(float x) => x * MathF.Tanh(MathF.Log(1 + MathF.Exp(x)));

    public static double Swish(double x, double alpha) => x / (1 + Math.Exp(-alpha * x));

    public static double SwishByDefault(double x, double alpha = 0.7) => x / (1 + Math.Exp(-alpha * x));

    public static double Gaussian(double x) => Math.Exp(-x * x);

    public static double Piecewise(double x)
    {
        if (x < -1)
            return -0.5 * x - 1;
        double square = x * x;
        if (x > 1.5)
            square = 1.5 * x;
        return 0.5 * square - 1;
    }

    public static double Sine(double x) => Math.Sin(x) + Width * Math.Cos(3 * x);

    public static double Arctan(double x) => Math.Atan(x);

    public static double MySoftsign(double x) => x / (1 + Math.Abs(x));

    public static double MaxReLU(double x) => Math.Max(x, 0);

    public static double ChoiceReLU(double x) => x > 0 ? x : 0;

    public static double MySiLU(double x) => x / (1 + Math.Exp(-x));

    public static float MySiLU(float x) => x / (1 + MathF.Exp(-x));

    public static double Polynomial(double x)
    {
        double sum = 0, power = 1;
        for (int i = 0; i < 6; i++)
        {
            sum += power / (2 * i + 1);
            power *= 0.3 * x;
        }

        return sum;
    }

    public static double Everything(double x)
    {
        double bounded = 0.9 * Math.Tanh(x);
        double a = Math.Asin(bounded) - Math.Acos(bounded) + Math.Atanh(bounded) + Math.Tan(bounded);
        double b = Math.Asinh(x) + Math.Acosh(2 + x * x) + Math.Sinh(0.1 * x) + Math.Cosh(0.2 * x) + Math.Cbrt(3 + bounded);
        double c = Math.Log2(3 + x * x) + Math.Log10(2 + x * x) + Math.Sqrt(1 + x * x) + Math.Atan2(x, 2) + Math.FusedMultiplyAdd(x, 0.3, bounded);
        return 0.1 * (a - b) + 0.2 * c + Math.CopySign(0.1 * x, x) + Math.Clamp(x, -3.5, 3.5) - Math.Min(x, 0.25 * x);
    }

    public static double Powers(double x, double alpha) => Math.Pow(1 + x * x, alpha) * 0.01 + Math.Pow(x, 3) * 0.02 + Math.Pow(2, 0.5 * x);

    public static double Conditions(double x)
    {
        bool near = x > -1 && x < 1;
        bool even = !near || x == 2;
        double y = near ? x * x : x > 2 || x < -2 ? 2 * x : -x;
        if (even && x != 5)
            y += 0.5 * x;
        return y;
    }

    public static double LogCosh(double y, double d) => Math.Log(Math.Cosh(y - d));

    public static float LogCosh(float y, float d) => MathF.Log(MathF.Cosh(y - d));

    public static double MyHuber(double y, double d)
    {
        double e = Math.Abs(y - d);
        return e <= 1 ? 0.5 * e * e : e - 0.5;
    }

    public static double Cosine(ReadOnlySpan<double> y, ReadOnlySpan<double> d)
    {
        double product = 0, first = 0, second = 0;
        for (int i = 0; i < y.Length; i++)
        {
            product += y[i] * d[i];
            first += y[i] * y[i];
            second += d[i] * d[i];
        }

        return 1 - product / Math.Sqrt(first * second);
    }

    /// <summary>Lin et al., "Focal Loss for Dense Object Detection", 2017, with gamma = 2.</summary>
    public static double Focal(ReadOnlySpan<double> y, ReadOnlySpan<double> d)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double missing = 1 - y[i];
            sum -= d[i] * missing * missing * Math.Log(y[i]);
        }

        return sum;
    }
}
