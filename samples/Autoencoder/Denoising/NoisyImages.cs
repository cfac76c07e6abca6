using System;
using GenNet;

namespace Autoencoder;

/// <summary>Images with noise as inputs, the clean ones as targets: other noise in each epoch, the same for one seed.</summary>
/// <param name="clean">The images.</param>
/// <param name="deviation">The standard deviation of the noise.</param>
/// <param name="seed">Of the noise.</param>
internal sealed class NoisyImages(Dataset<float> clean, double deviation, int seed) : DataStream<float>(clean.InputSize, clean.InputSize)
{
    public override DataReader<float> Open() => Open(0);

    public override DataReader<float> Open(long epoch) => new Reader(clean, deviation, new RandomStream((ulong)seed, (ulong)epoch));

    /// <summary>All images with noise.</summary>
    public Dataset<float> ToDataset()
    {
        var noisy = new float[clean.Inputs.Length];
        AddNoise(clean.Inputs, noisy, deviation, new RandomStream((ulong)seed));
        return new Dataset<float>(noisy, clean.Inputs.ToArray(), InputSize, InputSize);
    }

    /// <summary>A pixel stays a pixel, between 0 and 1.</summary>
    private static void AddNoise(ReadOnlySpan<float> clean, Span<float> noisy, double deviation, RandomStream random)
    {
        for (int i = 0; i < clean.Length; i++)
            noisy[i] = Math.Clamp(clean[i] + (float)(deviation * random.NextGaussian()), 0, 1);
    }

    private sealed class Reader(Dataset<float> clean, double deviation, RandomStream random) : DataReader<float>
    {
        private int _row;

        public override int Read(Span<float> inputs, Span<float> targets)
        {
            int size = clean.InputSize, rows = Math.Min(inputs.Length / size, clean.Count - _row);
            ReadOnlySpan<float> images = clean.Inputs.Slice(_row * size, rows * size);
            images.CopyTo(targets);
            AddNoise(images, inputs, deviation, random);
            _row += rows;
            return rows;
        }
    }
}
