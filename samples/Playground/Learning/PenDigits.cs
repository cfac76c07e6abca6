using System;
using System.Linq;
using GenNet;
using Playground.Browser;
using Samples;

namespace Playground.Learning;

/// <summary>Digits that are drawn here, as the page makes images of drawings: without noise, centred.</summary>
internal static class PenDigits
{
    private const int StoredCount = 200;
    private const float Noise = 0.3f;

    /// <summary>So many digits, with one-hot targets.</summary>
    public static Dataset<float> Draw(int count, ulong seed)
    {
        Dataset<float> drawn = DrawnDigits.Draw(count, seed);
        float[] images = [.. Enumerable.Range(0, count).SelectMany(i => DigitImage.Centred(Clean(drawn.Input(i))))];
        return new Dataset<float>(images, drawn.Targets.ToArray(), DigitImage.Size, 10);
    }

    /// <summary>The file of stored digits that goes with the site.</summary>
    public static byte[] StoredFile()
    {
        Dataset<float> digits = Draw(StoredCount, seed: 11);
        return StoredDigits.Write(
            [.. Enumerable.Range(0, digits.Count).Select(i => digits.Input(i).ToArray())],
            [.. Enumerable.Range(0, digits.Count).Select(i => OneHot.Decode(digits.Target(i)))]);
    }

    private static float[] Clean(ReadOnlySpan<float> image)
    {
        var clean = new float[image.Length];
        for (int i = 0; i < clean.Length; i++)
            clean[i] = Math.Max(0, image[i] - Noise) / (1 - Noise);
        return clean;
    }
}
