using System;
using System.Linq;
using System.Numerics;
using GenNet;

namespace Autoencoder;

/// <summary>Where images stand on the plane: the activations of the middle layer.</summary>
internal static class Codes
{
    /// <summary>Images whose activations, of all layers, are in memory at once.</summary>
    private const int Rows = 1_000;

    /// <summary>The code of each image.</summary>
    /// <param name="net">The network: the first of its layers with two outputs is the plane.</param>
    /// <param name="images">[n x 784].</param>
    public static Vector2[] Of<TNet>(TNet net, ReadOnlySpan<float> images)
        where TNet : class, INetwork<TNet, float>
    {
        int middle = Enumerable.Range(0, TNet.Layers.Length).First(layer => TNet.Layers[layer].Outputs == 2);
        var codes = new Vector2[images.Length / Digits.Pixels];
        for (int row = 0; row < codes.Length; row += Rows)
        {
            int count = Math.Min(Rows, codes.Length - row);
            ReadOnlySpan<float> of = net.Activations(images.Slice(row * Digits.Pixels, count * Digits.Pixels))[middle].Span;
            for (int i = 0; i < count; i++)
                codes[row + i] = new Vector2(of[2 * i], of[2 * i + 1]);
        }

        return codes;
    }
}
