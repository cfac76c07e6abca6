using System;
using System.Collections.Generic;
using System.Globalization;

namespace Samples;

/// <summary>From numbers to positions on an axis: a linear or a logarithmic scale with ticks at round numbers.</summary>
internal sealed class SvgAxis
{
    private readonly double _low, _high;

    /// <summary>An axis over a range.</summary>
    /// <param name="low">Its lower end; above 0 on a logarithmic scale.</param>
    /// <param name="high">Its upper end.</param>
    /// <param name="log">Whether equal distances are equal ratios.</param>
    /// <param name="round">Whether the ends move outwards to the next ticks.</param>
    /// <param name="ticks">How many ticks there are at most, about.</param>
    public SvgAxis(double low, double high, bool log, bool round, int ticks = 7)
    {
        Log = log;
        _low = Scaled(low);
        _high = Scaled(high);
        if (!double.IsFinite(_low) || !double.IsFinite(_high))
            throw new ArgumentException($"An axis cannot reach from {low} to {high}.", nameof(low));
        if (_high - _low <= Math.Max(Math.Abs(_low), Math.Abs(_high)) * 1e-12)
        {
            // All values are equal: they stand in the middle.
            double room = log ? 0.5 : Math.Max(Math.Abs(_low) * 0.1, 0.5);
            (_low, _high) = (_low - room, _high + room);
        }

        double step = Step(_high - _low, ticks, log);
        if (round)
            (_low, _high) = (Math.Floor(_low / step + 1e-9) * step, Math.Ceiling(_high / step - 1e-9) * step);
        Ticks = log && _high - _low < 1.5 ? FewDecades() : Multiples(step);
    }

    /// <summary>Whether the scale is logarithmic.</summary>
    public bool Log { get; }

    /// <summary>The ticks: their values and what stands beside them.</summary>
    public IReadOnlyList<(double Value, string Text)> Ticks { get; }

    /// <summary>Whether a value has a place on the scale, within its range or not.</summary>
    public bool Has(double value) => double.IsFinite(value) && (!Log || value > 0);

    /// <summary>0 at the lower end, 1 at the upper.</summary>
    public double Position(double value) => (Scaled(value) - _low) / (_high - _low);

    private double Scaled(double value) => Log ? Math.Log10(value) : value;

    /// <summary>The distance of ticks, 1, 2 or 5 times a power of ten; on a logarithmic scale whole decades.</summary>
    private static double Step(double range, int ticks, bool log)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(range / ticks)));
        double ratio = range / ticks / power;
        double step = power * (ratio <= 1 ? 1 : ratio <= 2 ? 2 : ratio <= 5 ? 5 : 10);
        return log ? Math.Max(1, step) : step;
    }

    private List<(double, string)> Multiples(double step)
    {
        var ticks = new List<(double, string)>();
        for (double i = Math.Ceiling(_low / step - 1e-9); i <= _high / step + 1e-9; i++)
        {
            // Adding zero turns -0, which would be written with its sign, into 0.
            double value = (Log ? Math.Pow(10, i * step) : i * step) + 0.0;
            ticks.Add((value, Text(value)));
        }

        return ticks;
    }

    private List<(double, string)> FewDecades()
    {
        var ticks = new List<(double, string)>();
        for (double decade = Math.Floor(_low); decade <= _high; decade++)
        {
            foreach (int digit in (ReadOnlySpan<int>)[1, 2, 5])
            {
                double value = digit * Math.Pow(10, decade);
                if (Position(value) is >= -1e-9 and <= 1 + 1e-9)
                    ticks.Add((value, Text(value)));
            }
        }

        return ticks;
    }

    // Seven digits: what a sum of steps leaves over, such as 0.30000000000000004, is not to be seen.
    private static string Text(double value) => Math.Abs(value) is >= 1e6 or (> 0 and < 1e-4)
        ? value.ToString("0.###e+0", CultureInfo.InvariantCulture).Replace("e+", "e", StringComparison.Ordinal)
        : value.ToString("#,0.#######", CultureInfo.InvariantCulture);
}
