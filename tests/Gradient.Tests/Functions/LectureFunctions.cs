using System;

namespace GenNet.Gradient.Tests.Functions;

/// <summary>The lectures' functions, and others of each kind.</summary>
internal static partial class LectureFunctions
{
    [Differentiable(Order = 2, Graph = true)]
    public static double SumTimes(double x, double y, double z) => (x + y) * z;

    [Differentiable(Order = 2)]
    public static double Polar(double r, double t)
    {
        double x = r * Math.Sin(t), y = Math.Sin(t) * Math.Sin(t);
        return x * x + 2 * y;
    }

    [Differentiable]
    public static double ExpSinSquare(double x) => Math.Exp(Math.Sin(x * x));

    [Differentiable(Graph = true)]
    public static double Neuron(double w0, double x0, double w1, double x1, double w2) => 1 / (1 + Math.Exp(-(w0 * x0 + w1 * x1 + w2)));

    [Differentiable]
    public static double SquaredNorm(ReadOnlySpan<double> w, ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < w.Length / x.Length; i++)
        {
            double q = 0;
            for (int j = 0; j < x.Length; j++)
                q += w[i * x.Length + j] * x[j];
            sum += q * q;
        }

        return sum;
    }

    [Differentiable]
    public static double Largest(double x, double y, double z) => Math.Max(Math.Max(x, y), z);

    /// <summary>y = W x for a W that is a constant.</summary>
    [Differentiable]
    public static void Product([Constant] ReadOnlySpan<double> w, ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            double sum = 0;
            for (int j = 0; j < x.Length; j++)
                sum += w[i * x.Length + j] * x[j];
            y[i] = sum;
        }
    }

    /// <summary>Numbers that are read back, and written twice.</summary>
    [Differentiable]
    public static void Running(ReadOnlySpan<double> x, Span<double> y)
    {
        y[0] = x[0];
        for (int i = 1; i < x.Length; i++)
            y[i] = y[i - 1] * Math.Sin(x[i]);
        y[^1] *= 3;
    }

    /// <summary>Falling with drag, by Euler's method.</summary>
    [Differentiable]
    public static double Fall(double height, double drag, [Constant] double step, int steps)
    {
        double speed = 0;
        for (int i = 0; i < steps; i++)
        {
            height -= step * speed;
            speed += step * (9.81 - drag * speed * speed);
        }

        return height * speed;
    }

    /// <summary>A table with straight lines between its numbers: the interval is chosen, and has no gradient.</summary>
    [Differentiable]
    public static float Interpolated(float x, [Constant] float[] table)
    {
        int i = (int)x;
        float t = x - i;
        return table[i] + t * (table[i + 1] - table[i]);
    }

    /// <summary>Both precisions.</summary>
    [Differentiable]
    public static float Mixed(float x, double y)
    {
        float a = x * x;
        a *= 2;
        double b = a + y;
        b *= Math.Sin(y);
        return (float)b + MathF.Sqrt(a);
    }

    [Differentiable]
    public static double EarlyReturns(double x, double y, bool both)
    {
        if (both)
        {
            if (x > y)
                return x * x;
            y += x;
        }
        else if (x < 0)
        {
            return -x * y;
        }

        return y > 1 ? Math.Log(y) : y * x;
    }

    /// <summary>Names that C# and the emitted code have uses for.</summary>
    [Differentiable]
    public static double Names(double @in, double o, double kept, double top, double t1, double dx, double x)
    {
        double length = @in * o, dkept = kept * top;
        for (int i = 0; i < 3; i++)
            length *= t1 * dkept + dx * x;
        return length;
    }

    [Differentiable]
    public static double Power(double x, int n)
    {
        if (n == 0)
            return 1;
        return x * Power(x, n - 1);
    }

    /// <summary>A call that is handed spans.</summary>
    [Differentiable]
    public static double NormOfSum(ReadOnlySpan<double> w, ReadOnlySpan<double> x, double scale)
    {
        double sum = 0;
        for (int i = 1; i <= 2; i++)
            sum += scale * i * SquaredNorm(w, x);
        return sum + Math.Sqrt(SquaredNorm(x, x));
    }
}
