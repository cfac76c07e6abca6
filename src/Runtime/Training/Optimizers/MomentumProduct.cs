using System;

namespace GenNet;

/// <summary>
/// NAdam's momenta mu_t = beta (1 - 0.96^(t psi) / 2) and their product M_t = mu_1 ... mu_t, which follows from t alone: a state needs no memory of
/// it, and one that is restored has the bits of one that has gone all the way, at a cost that does not grow with t.
/// </summary>
/// <param name="beta">What mu grows to, from 0 to below 1.</param>
/// <param name="psi">How soon; at least 0.</param>
internal readonly struct MomentumProduct(double beta, double psi)
{
    /// <summary>Up to here the product is taken factor by factor.</summary>
    private const long FactorByFactor = 1 << 16;

    /// <summary>From here on 1 - M is exactly 1.</summary>
    private const double Nothing = 1.0 / (1L << 60);

    /// <summary>mu_t.</summary>
    public double Momentum(long step) => beta * (1 - 0.5 * Math.Pow(0.96, step * psi));

    /// <summary>M_t from M_(t-1).</summary>
    public double Next(double before, long step) => step <= FactorByFactor ? Grown(before, step) : before == 0 ? 0 : Series(step);

    /// <summary>M_t; 1 for t = 0.</summary>
    public double At(long step)
    {
        double product = 1;
        for (long t = 1; t <= Math.Min(step, FactorByFactor) && product > 0; t++)
            product = Grown(product, t);
        return step <= FactorByFactor || product == 0 ? product : Series(step);
    }

    private double Grown(double product, long step) => product * Momentum(step) is var grown && grown > Nothing ? grown : 0;

    /// <summary>
    /// log M_t = t log beta + the sum of log(1 - q^i / 2) over i = 1 ... t, with q = 0.96^psi. The logarithm is -sum of (q^i / 2)^k / k over k, and the
    /// sum over i is a geometric series: what is left is a sum over k whose terms fall as t / 2^k.
    /// </summary>
    private double Series(long step)
    {
        double logQ = psi * Math.Log(0.96), sum = step * Math.Log(beta);
        for (int k = 1; k < 100; k++)
        {
            double geometric = logQ == 0 ? step : Math.Exp(k * logQ) * PortableFunctions.Expm1(k * logQ * step) / PortableFunctions.Expm1(k * logQ);
            double term = geometric / (k * Math.ScaleB(1, k));
            sum -= term;
            if (term < 1e-20)
                break;
        }

        double product = Math.Exp(sum);
        return product > Nothing ? product : 0;
    }
}
