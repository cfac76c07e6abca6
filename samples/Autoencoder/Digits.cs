using System.Linq;
using GenNet;

namespace Autoencoder;

/// <summary>Images that are their own targets. The labels are not for the training; they say which dot gets which colour.</summary>
/// <param name="Images">[n x 784] as inputs and as targets.</param>
/// <param name="Labels">Which digit each of them is.</param>
internal sealed record Digits(Dataset<float> Images, int[] Labels)
{
    /// <summary>The pixels of an image.</summary>
    public const int Pixels = 28 * 28;

    /// <summary>Images with one-hot targets, without these.</summary>
    public static Digits Of(Dataset<float> labelled)
    {
        float[] pixels = labelled.Inputs.ToArray();
        return new Digits(
            new Dataset<float>(pixels, pixels, Pixels, Pixels),
            [.. Enumerable.Range(0, labelled.Count).Select(row => OneHot.Decode(labelled.Target(row)))]);
    }

    /// <summary>The first images of each digit, in the order of digits: their rows.</summary>
    public int[] FirstOfEach(int count) =>
        [.. Enumerable.Range(0, 10).SelectMany(digit => Enumerable.Range(0, Labels.Length).Where(row => Labels[row] == digit).Take(count))];
}
