using System;

namespace GenNet.Tests.Numerics;

/// <summary>A number as the unevaluated sum of two doubles, some 106 bits: the reference for the functions in double.</summary>
/// <remarks>Sums and products after T. J. Dekker, 1971, and D. E. Knuth, TAOCP 2.</remarks>
internal readonly struct DoubleDouble(double high, double low)
{
    public static readonly DoubleDouble Ln2 = new(0.6931471805599453, 2.3190468138462996e-17);
    public static readonly DoubleDouble TwoOverSqrtPi = new(1.1283791670955126, 1.533545961316588e-17);

    public readonly double High = high;
    public readonly double Low = low;

    public static implicit operator DoubleDouble(double value) => new(value, 0);

    public static DoubleDouble operator -(DoubleDouble a) => new(-a.High, -a.Low);

    public static DoubleDouble operator -(DoubleDouble a, DoubleDouble b) => a + -b;

    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        DoubleDouble high = TwoSum(a.High, b.High);
        DoubleDouble low = TwoSum(a.Low, b.Low);
        DoubleDouble sum = QuickTwoSum(high.High, high.Low + low.High);
        return QuickTwoSum(sum.High, sum.Low + low.Low);
    }

    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        double product = a.High * b.High;
        double rest = Math.FusedMultiplyAdd(a.High, b.High, -product);
        return QuickTwoSum(product, rest + (a.High * b.Low + a.Low * b.High));
    }

    public static DoubleDouble operator /(DoubleDouble a, DoubleDouble b)
    {
        double first = a.High / b.High;
        DoubleDouble rest = a - b * first;
        double second = rest.High / b.High;
        rest -= b * second;
        return QuickTwoSum(first, second) + rest.High / b.High;
    }

    public static DoubleDouble Exp(DoubleDouble x)
    {
        double n = Math.Round(x.High / Ln2.High);
        return Scale(ExpMinusOneNearZero(x - Ln2 * n) + 1, (int)n);
    }

    public static DoubleDouble Expm1(DoubleDouble x) => Math.Abs(x.High) < 0.35 ? ExpMinusOneNearZero(x) : Exp(x) - 1;

    public static DoubleDouble Log(DoubleDouble x)
    {
        // One step from a good start: log x = s + log(1 + d) with d = x e^-s - 1 of some 1e-16. x is scaled so that e^-s exists.
        int exponent = Math.ILogB(x.High);
        DoubleDouble m = Scale(x, -exponent);
        double start = Math.Log(m.High);
        DoubleDouble d = m * Exp(-start) - 1;
        return Ln2 * exponent + (d - d * d * 0.5 + start);
    }

    public static DoubleDouble Log1p(DoubleDouble x)
    {
        if (Math.Abs(x.High) > 1e-3)
            return Log(x + 1);

        DoubleDouble power = x;
        DoubleDouble sum = x;
        for (int k = 2; k < 14; k++)
        {
            power *= -x;
            sum += power / k;
        }

        return sum;
    }

    public static DoubleDouble Tanh(DoubleDouble x)
    {
        if (Math.Abs(x.High) > 300)
            return Math.Sign(x.High);
        DoubleDouble u = Expm1(x + x);
        return u / (u + 2);
    }

    public static DoubleDouble Sigmoid(DoubleDouble x)
    {
        DoubleDouble t = Exp(x.High > 0 ? -x : x);
        return (x.High > 0 ? 1 : t) / (t + 1);
    }

    public static DoubleDouble Softplus(DoubleDouble x) => x.High > 0 ? x + Log1p(Exp(-x)) : Log1p(Exp(x));

    /// <summary>
    /// 2/√π e^-x² times the sum of 2^n x^(2n+1) / (1 · 3 · .. · (2n+1)): nothing cancels (Abramowitz and Stegun 7.1.6).
    /// </summary>
    public static DoubleDouble Erf(DoubleDouble x)
    {
        if (Math.Abs(x.High) > 7)
            return Math.Sign(x.High);
        DoubleDouble square = x * x;
        DoubleDouble term = x;
        DoubleDouble sum = x;
        for (int n = 1; Math.Abs(term.High) > 1e-34 * Math.Abs(sum.High); n++)
        {
            term = term * square * 2 / (2 * n + 1);
            sum += term;
        }

        return TwoOverSqrtPi * Exp(-square) * sum;
    }

    private static DoubleDouble ExpMinusOneNearZero(DoubleDouble x)
    {
        const int Halvings = 8;
        DoubleDouble r = Scale(x, -Halvings);
        DoubleDouble term = r;
        DoubleDouble sum = r;
        for (int k = 2; k < 14; k++)
        {
            term = term * r / k;
            sum += term;
        }

        // e^2y - 1 = 2 (e^y - 1) + (e^y - 1)².
        for (int i = 0; i < Halvings; i++)
            sum = sum + sum + sum * sum;
        return sum;
    }

    private static DoubleDouble Scale(DoubleDouble x, int exponent) => new(Math.ScaleB(x.High, exponent), Math.ScaleB(x.Low, exponent));

    private static DoubleDouble TwoSum(double a, double b)
    {
        double sum = a + b;
        double part = sum - a;
        return new(sum, a - (sum - part) + (b - part));
    }

    private static DoubleDouble QuickTwoSum(double large, double small)
    {
        double sum = large + small;
        return double.IsFinite(sum) ? new DoubleDouble(sum, small - (sum - large)) : sum;
    }
}
