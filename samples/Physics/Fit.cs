using System;
using System.Collections.Generic;

namespace Physics;

/// <summary>Parameters that are improved step by step by the gradient of their loss: Adam (Kingma and Ba, 2015), written out.</summary>
internal sealed class Fit
{
    private const double Beta1 = 0.9, Beta2 = 0.99, Epsilon = 1e-12;

    /// <summary>How far a step goes at most: a parameter has a size of its own. Towards the end the steps become short.</summary>
    private static readonly Parameters Rate = new(0.2, 0.02, 0.001);

    private Fit(List<Parameters> parameters, List<double> losses) => (History, Losses) = (parameters, losses);

    /// <summary>The parameters before each step, and those after the last.</summary>
    public IReadOnlyList<Parameters> History { get; }

    /// <summary>Their losses.</summary>
    public IReadOnlyList<double> Losses { get; }

    public Parameters Found => History[^1];

    public static Fit Run(Parameters start, double[] observed, int steps)
    {
        var history = new List<Parameters> { start };
        var losses = new List<double>();
        Span<double> mean = stackalloc double[3], square = stackalloc double[3];
        for (int step = 1; step <= steps; step++)
        {
            Parameters p = history[^1];
            losses.Add(Flight.Loss(p.Speed, p.Angle, p.Drag, observed, out double dspeed, out double dangle, out double ddrag));
            double part = 0.5 * (1 + Math.Cos(Math.PI * step / steps));
            history.Add(new Parameters(
                p.Speed - part * Rate.Speed * Direction(dspeed, ref mean[0], ref square[0], step),
                p.Angle - part * Rate.Angle * Direction(dangle, ref mean[1], ref square[1], step),
                p.Drag - part * Rate.Drag * Direction(ddrag, ref mean[2], ref square[2], step)));
        }

        Parameters found = history[^1];
        losses.Add(Flight.Loss(found.Speed, found.Angle, found.Drag, observed));
        return new Fit(history, losses);
    }

    private static double Direction(double gradient, ref double mean, ref double square, int step)
    {
        mean = Beta1 * mean + (1 - Beta1) * gradient;
        square = Beta2 * square + (1 - Beta2) * gradient * gradient;
        return mean / (1 - Math.Pow(Beta1, step)) / (Math.Sqrt(square / (1 - Math.Pow(Beta2, step))) + Epsilon);
    }
}
