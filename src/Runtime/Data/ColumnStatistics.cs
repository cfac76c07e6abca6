using System;
using System.IO;
using System.Numerics;

namespace GenNet;

/// <summary>
/// Mean, sum of squared deviations and range of each column, row by row, in double (B. P. Welford, Technometrics 4, 1962).
/// Exact for constant columns: their deviation is 0, not a rounding error that would be divided by.
/// </summary>
internal sealed class ColumnStatistics
{
    private const int BlockNumbers = 1 << 18;

    private readonly double[] _mean;
    private readonly double[] _squares;
    private readonly double[] _low;
    private readonly double[] _high;
    private long _rows;

    public ColumnStatistics(int columns)
    {
        _mean = new double[columns];
        _squares = new double[columns];
        _low = new double[columns];
        _high = new double[columns];
        _low.AsSpan().Fill(double.PositiveInfinity);
        _high.AsSpan().Fill(double.NegativeInfinity);
    }

    /// <summary>The statistics of all inputs of a data set.</summary>
    /// <exception cref="ArgumentException">A number is NaN or infinite.</exception>
    public static ColumnStatistics Of<T>(Dataset<T> data)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(data);
        var statistics = new ColumnStatistics(data.InputSize);
        statistics.Add(data.Inputs);
        return statistics;
    }

    /// <summary>The statistics of all inputs of a data stream.</summary>
    /// <exception cref="ArgumentException">A number is NaN or infinite.</exception>
    /// <exception cref="InvalidDataException">There is no row.</exception>
    public static ColumnStatistics Of<T>(DataStream<T> data)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(data);
        var statistics = new ColumnStatistics(data.InputSize);
        int blockRows = Math.Max(1, BlockNumbers / Math.Max(data.InputSize, data.TargetSize));
        var inputs = new T[blockRows * data.InputSize];
        var targets = new T[blockRows * data.TargetSize];
        using DataReader<T> reader = data.Open();
        for (int rows; (rows = reader.Fill(inputs, targets, data.InputSize, data.TargetSize)) > 0;)
            statistics.Add<T>(inputs.AsSpan(0, rows * data.InputSize));
        return statistics._rows > 0 ? statistics : throw new InvalidDataException("The data stream has no rows, expected at least one.");
    }

    /// <summary>Adds rows.</summary>
    /// <exception cref="ArgumentException">A number is NaN or infinite.</exception>
    public void Add<T>(ReadOnlySpan<T> rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int start = 0; start < rows.Length; start += _mean.Length)
        {
            _rows++;
            for (int i = 0; i < _mean.Length; i++)
            {
                double x = double.CreateTruncating(rows[start + i]);
                if (!double.IsFinite(x))
                    throw new ArgumentException($"Row {_rows - 1} has {x} in column {i}, expected finite numbers.", nameof(rows));
                double delta = x - _mean[i];
                _mean[i] += delta / _rows;
                _squares[i] += delta * (x - _mean[i]);
                _low[i] = Math.Min(_low[i], x);
                _high[i] = Math.Max(_high[i], x);
            }
        }
    }

    public T[] Means<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Array.ConvertAll(_mean, T.CreateTruncating);

    /// <summary>The standard deviations of the population: the root of the mean of the squares.</summary>
    public T[] Deviations<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Array.ConvertAll(_squares, sum => T.CreateTruncating(Math.Sqrt(sum / _rows)));

    /// <summary>The sum of squared deviations of a column.</summary>
    public double Squares(int column) => _squares[column];

    public T[] Minima<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Array.ConvertAll(_low, T.CreateTruncating);

    public T[] Maxima<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Array.ConvertAll(_high, T.CreateTruncating);
}
