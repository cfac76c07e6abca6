using System.IO;
using System.Linq;

namespace GenNet.Fuzz.Files;

/// <summary>Files of scalings.</summary>
internal static class ScalingFormats
{
    public static FileFormat[] All { get; } =
    [
        new("standardizer", variation => Save(Standardizer<float>.Fit(Data(variation))), content => content, (_, _) => Standardizing()),
        new("scaling to a range", variation => Save(MinMaxScaler<float>.Fit(Data(variation))), content => content, (_, _) => Ranging()),
    ];

    private static Dataset<float> Data(int variation)
    {
        int columns = 1 + 3 * variation;
        return new Dataset<float>(Enumerable.Range(0, 5 * columns).Select(i => i * 0.37f % 2).ToArray(), new float[5], columns, 1);
    }

    private static byte[] Save(ColumnScaling<float> scaling)
    {
        using var stream = new MemoryStream();
        scaling.Save(stream);
        return stream.ToArray();
    }

    private static FileReading Standardizing()
    {
        Standardizer<float>? read = null;
        return new FileReading(
            path => read = Standardizer<float>.Load(path),
            content =>
            {
                var truth = new SafeTensorsTruth(content);
                Assert.Equal(truth.Tensors["mean"].Select(number => (float)number), read!.Means);
                Assert.Equal(truth.Tensors["deviation"].Select(number => (float)number), read.Deviations);
                Assert.All(read.Means.Concat(read.Deviations), number => Assert.True(float.IsFinite(number)));
            },
            () => Assert.Null(read));
    }

    private static FileReading Ranging()
    {
        MinMaxScaler<float>? read = null;
        return new FileReading(
            path => read = MinMaxScaler<float>.Load(path),
            content =>
            {
                var truth = new SafeTensorsTruth(content);
                Assert.Equal(truth.Tensors["minimum"].Select(number => (float)number), read!.Minima);
                Assert.Equal(truth.Tensors["maximum"].Select(number => (float)number), read.Maxima);
                Assert.All(read.Minima.Zip(read.Maxima), pair => Assert.True(float.IsFinite(pair.Second - pair.First) && pair.First <= pair.Second));
            },
            () => Assert.Null(read));
    }
}
