using System;
using System.Collections.Immutable;
using System.Linq;
using GenNet;

namespace Playground.Browser;

/// <summary>What units make of the plane: [size x size] shades each, from the upper left corner row by row. 128 stands for the middle of a unit's range, 1 and 255 for its ends.</summary>
internal static class Surface
{
    /// <summary>One surface after the other for all units, layer after layer.</summary>
    public static byte[] OfUnits(Model model, int size)
    {
        ImmutableArray<ReadOnlyMemory<float>> layers = model.Activations(Grid(size));
        int pixels = size * size, start = 0;
        var surfaces = new byte[model.Layers.Sum(layer => layer.Outputs) * pixels];
        for (int l = 0; l < layers.Length; l++)
        {
            for (int unit = 0; unit < model.Layers[l].Outputs; unit++, start += pixels)
                Shade(layers[l].Span, unit, model.Layers[l], surfaces.AsSpan(start, pixels));
        }

        return surfaces;
    }

    /// <summary>The surface of the output.</summary>
    public static byte[] OfOutput(Model model, int size)
    {
        var surface = new byte[size * size];
        Shade(model.Activations(Grid(size))[^1].Span, 0, model.Layers[^1], surface);
        return surface;
    }

    private static float[] Grid(int size)
    {
        var inputs = new float[2 * size * size];
        float step = 2 * PlaneData.Reach / size;
        for (int pixel = 0; pixel < size * size; pixel++)
        {
            inputs[2 * pixel] = -PlaneData.Reach + (pixel % size + 0.5f) * step;
            inputs[2 * pixel + 1] = PlaneData.Reach - (pixel / size + 0.5f) * step;
        }

        return inputs;
    }

    private static void Shade(ReadOnlySpan<float> activations, int unit, LayerInfo layer, Span<byte> surface)
    {
        (float middle, float reach) = layer.Activation switch
        {
            Activation.Sigmoid => (0.5f, 0.5f),
            Activation.Tanh => (0, 1),
            _ => (0, Largest(activations, unit, layer.Outputs)),
        };
        float scale = reach > 0 ? 127 / reach : 0;
        for (int pixel = 0; pixel < surface.Length; pixel++)
            surface[pixel] = (byte)(128 + Math.Clamp((int)MathF.Round(scale * (activations[pixel * layer.Outputs + unit] - middle)), -127, 127));
    }

    private static float Largest(ReadOnlySpan<float> activations, int unit, int units)
    {
        float largest = 0;
        for (int i = unit; i < activations.Length; i += units)
            largest = Math.Max(largest, Math.Abs(activations[i]));
        return largest;
    }
}
