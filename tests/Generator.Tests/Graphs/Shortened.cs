using System.Collections.Immutable;
using System.Linq;
using GenNet.CompilerServices;
using GenNet.Generator.Model;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>Networks of shorter sequences: what rows that are cut short must agree with.</summary>
internal static class Shortened
{
    /// <summary>The network whose sequences have so many steps, and no length behind them.</summary>
    public static NetworkModel To(NetworkModel model, int length) =>
        model with { HasLengths = false, Layers = new EquatableArray<LayerModel>(model.Layers.Select(layer => Layer(layer, length)).ToImmutableArray()) };

    private static LayerModel Layer(LayerModel layer, int length)
    {
        Shape input = To(layer.Input, length), output = To(layer.Output, length);
        return layer switch
        {
            EmbeddingLayer => layer with { Input = Shape.Of(length), Output = output },
            Conv1DLayer line => line with { Input = input, Output = output, Window = line.Window with { Image = (line.Window.Image.Channels, 1, length) } },
            ResidualLayer residual => residual with { Input = input, Output = output, Source = To(residual.Source, length) },
            _ => layer with { Input = input, Output = output },
        };
    }

    private static Shape To(Shape shape, int length) => shape.Rank == 2 ? Shape.Of(length, shape.Features) : shape;
}
