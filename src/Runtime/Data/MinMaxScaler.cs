using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Numerics;

namespace GenNet;

/// <summary>
/// Brings each input column to the range from 0 to 1: (x - minimum) / (maximum - minimum), with the minimum and maximum of the
/// training data. Other data may lie outside of the range. A column that was constant becomes x - minimum.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class MinMaxScaler<T> : ColumnScaling<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const string MinimumName = "minimum", MaximumName = "maximum";

    private MinMaxScaler(T[] minima, T[] maxima)
        : base(minima, [.. minima.Zip(maxima, (low, high) => high == low ? T.One : high - low)])
    {
        Minima = [.. minima];
        Maxima = [.. maxima];
    }

    /// <summary>The least numbers of the columns, [InputSize].</summary>
    public ImmutableArray<T> Minima { get; }

    /// <summary>The largest numbers of the columns, [InputSize].</summary>
    public ImmutableArray<T> Maxima { get; }

    /// <summary>Finds the minima and maxima of the training data.</summary>
    /// <exception cref="ArgumentException">An input is NaN or infinite, or the range of a column is.</exception>
    public static MinMaxScaler<T> Fit(Dataset<T> train) => From(ColumnStatistics.Of(train));

    /// <summary>Finds the minima and maxima of the training data in one pass.</summary>
    /// <exception cref="ArgumentException">An input is NaN or infinite, or the range of a column is.</exception>
    /// <exception cref="InvalidDataException">The stream has no rows.</exception>
    public static MinMaxScaler<T> Fit(DataStream<T> train) => From(ColumnStatistics.Of(train));

    /// <summary>Reads a file that <see cref="ColumnScaling{T}.Save(string)"/> has written.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or not of this kind.</exception>
    /// <exception cref="IOException">It is a folder, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static MinMaxScaler<T> Load(string path) => From(SafeTensorsFile.Read(path), path);

    /// <summary>Reads the rest of a stream.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or not of this kind.</exception>
    public static MinMaxScaler<T> Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return From(SafeTensorsFile.Read(stream), ByteReader.NameOf(stream));
    }

    private protected override SafeTensorsFile ToFile() => ToFile((MinimumName, Minima), (MaximumName, Maxima));

    private static bool IsRange(T low, T high) => high >= low && T.IsFinite(high - low);

    private static MinMaxScaler<T> From(ColumnStatistics statistics)
    {
        (T[] minima, T[] maxima) = (statistics.Minima<T>(), statistics.Maxima<T>());
        for (int i = 0; i < minima.Length; i++)
        {
            if (!IsRange(minima[i], maxima[i]))
                throw new ArgumentException($"Column {i} reaches from {minima[i]} to {maxima[i]}: the difference is beyond {typeof(T).Name}.", nameof(statistics));
        }

        return new MinMaxScaler<T>(minima, maxima);
    }

    private static MinMaxScaler<T> From(SafeTensorsFile file, string name)
    {
        (T[] minima, T[] maxima) = FromFile(file, name, MinimumName, MaximumName);
        CheckPairs(minima, maxima, IsRange, "a minimum and a maximum not below it", name);
        return new MinMaxScaler<T>(minima, maxima);
    }
}
