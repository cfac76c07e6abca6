using System;
using System.Collections.Generic;
using System.Linq;
using GenNet;

namespace Mnist;

/// <summary>Square maps side by side under one scale: the filters of a layer, or the feature maps that a digit makes of it.</summary>
/// <param name="Title">What they are.</param>
/// <param name="Values">Map after map, row by row.</param>
/// <param name="Side">The rows, and the columns, of a map.</param>
internal sealed record MapStrip(string Title, float[] Values, int Side)
{
    /// <summary>The number of maps.</summary>
    public int Count => Values.Length / (Side * Side);

    /// <summary>The largest magnitude of all maps: the end of their scale.</summary>
    public float Largest { get; } = Values.Max(MathF.Abs);

    /// <summary>Whether a network has what <see cref="Of"/> shows.</summary>
    public static bool Has<TNet>()
        where TNet : class, INetwork<TNet, float> => TNet.Layers.Any(IsConvolution);

    /// <summary>A digit, the filters of the first convolution, and the digit's feature maps behind each layer that makes images of images. Of a convolution that is
    /// normalised they are the normalised ones.</summary>
    /// <param name="net">The network: its images are square.</param>
    /// <param name="digit">The pixels.</param>
    /// <param name="outputs">What the network says of it.</param>
    public static IReadOnlyList<MapStrip> Of<TNet>(TNet net, ReadOnlySpan<float> digit, out float[] outputs)
        where TNet : class, INetwork<TNet, float>
    {
        var activations = net.Activations(digit);
        outputs = activations[^1].ToArray();
        List<MapStrip> strips = [new("digit", digit.ToArray(), SideOf(digit.Length, 1)), Filters(net, TNet.Layers.First(IsConvolution))];
        int channels = 1;
        string before = "";
        for (int i = 0; i < TNet.Layers.Length && IsOfImages(TNet.Layers[i]); i++)
        {
            LayerInfo layer = TNet.Layers[i];
            if (IsConvolution(layer))
                channels = TNet.Layout[layer.Name + ".weight"].Shape[0];
            if (IsConvolution(layer) && TNet.Layers[i + 1].Kind == "BatchNorm")
            {
                before = $"{layer.Kind}, ";
                continue;
            }

            strips.Add(new MapStrip(before + NameOf(layer), activations[i].ToArray(), SideOf(layer.Outputs, channels)));
            before = "";
        }

        return strips;
    }

    private static MapStrip Filters<TNet>(TNet net, LayerInfo layer)
        where TNet : class, INetwork<TNet, float>
    {
        TensorInfo weight = TNet.Layout[layer.Name + ".weight"];
        return new MapStrip("filters", TNet.Layout.Read<float>(net.Parameters, weight.Name), weight.Shape[^1]);
    }

    private static string NameOf(LayerInfo layer) => layer.Activation is Activation.Identity ? layer.Kind : $"{layer.Kind}, {layer.ActivationName}";

    private static bool IsConvolution(LayerInfo layer) => layer.Kind == "Conv2D";

    private static bool IsOfImages(LayerInfo layer) => layer.Kind is "Conv2D" or "BatchNorm" or "MaxPool2D" or "AveragePool2D" or "Residual";

    private static int SideOf(int numbers, int channels) => (int)Math.Sqrt(numbers / channels);
}
