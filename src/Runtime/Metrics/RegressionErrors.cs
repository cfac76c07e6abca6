using System;
using System.Numerics;

namespace GenNet;

/// <summary>How far outputs are from their targets, over all rows and outputs; NaN where an output is NaN.</summary>
public readonly record struct RegressionErrors
{
    /// <summary>The mean of |y - d|.</summary>
    public double MeanAbsoluteError { get; init; }

    /// <summary>The root of the mean of (y - d)^2.</summary>
    public double RootMeanSquaredError { get; init; }

    /// <summary>
    /// The coefficient of determination, 1 - sum (y - d)^2 / sum (d - mean d)^2, for each output, and the mean over the outputs: 1
    /// where the network is exact, 0 where it is no better than the mean of the targets. NaN where a target never varies.
    /// </summary>
    public double R2 { get; init; }
}

/// <summary>Sums the errors of a network of several outputs, in double.</summary>
internal sealed class RegressionSums<T>(int size)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ColumnStatistics _targets = new(size);
    private readonly double[] _squares = new double[size];
    private double _absolute;
    private long _numbers;

    /// <summary>The errors so far.</summary>
    public RegressionErrors Errors
    {
        get
        {
            double squares = 0, r2 = 0;
            for (int i = 0; i < size; i++)
            {
                squares += _squares[i];
                double spread = _targets.Squares(i);
                r2 += spread == 0 ? double.NaN : 1 - _squares[i] / spread;
            }

            return new RegressionErrors
            {
                MeanAbsoluteError = _absolute / _numbers,
                RootMeanSquaredError = Math.Sqrt(squares / _numbers),
                R2 = r2 / size,
            };
        }
    }

    /// <summary>Adds rows.</summary>
    /// <exception cref="ArgumentException">A target is NaN or infinite.</exception>
    public void Add(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets)
    {
        _targets.Add(targets);
        for (int i = 0; i < outputs.Length; i++)
        {
            double error = double.CreateTruncating(outputs[i]) - double.CreateTruncating(targets[i]);
            _absolute += Math.Abs(error);
            _squares[i % size] += error * error;
        }

        _numbers += outputs.Length;
    }
}
