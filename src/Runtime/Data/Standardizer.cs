using System;
using System.Collections.Immutable;
using System.IO;
using System.Numerics;

namespace GenNet;

/// <summary>
/// Brings each input column to mean 0 and standard deviation 1: (x - mean) / deviation, with the mean and the deviation of the
/// training data. A column that was constant there becomes x - mean. The deviation is the root of the mean squared
/// difference from the mean, divided by n, not by n - 1.
/// </summary>
/// <example><code>
/// var scaling = Standardizer&lt;float&gt;.Fit(train);   // from the training part only
/// train = scaling.Apply(train);  test = scaling.Apply(test);  scaling.Save("scaling.safetensors");
/// </code></example>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Standardizer<T> : ColumnScaling<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const string MeanName = "mean", DeviationName = "deviation";

    private Standardizer(T[] means, T[] deviations)
        : base(means, Array.ConvertAll(deviations, deviation => deviation == T.Zero ? T.One : deviation))
    {
        Means = [.. means];
        Deviations = [.. deviations];
    }

    /// <summary>The means of the columns, [InputSize].</summary>
    public ImmutableArray<T> Means { get; }

    /// <summary>The standard deviations of the columns, [InputSize]; 0 where a column was constant.</summary>
    public ImmutableArray<T> Deviations { get; }

    /// <summary>Finds the means and deviations of the training data.</summary>
    /// <exception cref="ArgumentException">An input is NaN or infinite.</exception>
    public static Standardizer<T> Fit(Dataset<T> train) => From(ColumnStatistics.Of(train));

    /// <summary>Finds the means and deviations of the training data in one pass.</summary>
    /// <exception cref="ArgumentException">An input is NaN or infinite.</exception>
    /// <exception cref="InvalidDataException">The stream has no rows.</exception>
    public static Standardizer<T> Fit(DataStream<T> train) => From(ColumnStatistics.Of(train));

    /// <summary>Reads a file that <see cref="ColumnScaling{T}.Save(string)"/> has written.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or not of this kind.</exception>
    /// <exception cref="IOException">It is a folder, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static Standardizer<T> Load(string path) => From(SafeTensorsFile.Read(path), path);

    /// <summary>Reads the rest of a stream.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or not of this kind.</exception>
    public static Standardizer<T> Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return From(SafeTensorsFile.Read(stream), ByteReader.NameOf(stream));
    }

    private protected override SafeTensorsFile ToFile() => ToFile((MeanName, Means), (DeviationName, Deviations));

    private static Standardizer<T> From(ColumnStatistics statistics)
    {
        (T[] means, T[] deviations) = (statistics.Means<T>(), statistics.Deviations<T>());
        int column = Array.FindIndex(deviations, deviation => !T.IsFinite(deviation));
        return column < 0
            ? new Standardizer<T>(means, deviations)
            : throw new ArgumentException($"The deviation of column {column} is beyond {typeof(T).Name}.", nameof(statistics));
    }

    private static Standardizer<T> From(SafeTensorsFile file, string name)
    {
        (T[] means, T[] deviations) = FromFile(file, name, MeanName, DeviationName);
        CheckPairs(means, deviations, (_, deviation) => deviation >= T.Zero, "a mean and a deviation of at least 0", name);
        return new Standardizer<T>(means, deviations);
    }
}
