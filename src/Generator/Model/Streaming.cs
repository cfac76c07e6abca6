using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace GenNet.Generator.Model;

/// <summary>Networks that can be given one step of a sequence at a time.</summary>
internal static class Streaming
{
    /// <summary>Whether layers can: one at least looks back, and all others compute each step by itself.</summary>
    public static bool IsPossible(IEnumerable<LayerModel> layers)
    {
        LayerModel[] all = [.. layers];
        return all.Any(layer => layer.LooksBack) && all.All(layer => layer.Input.Rank == 1 || layer.ComputesSteps)
            && !all.OfType<ResidualLayer>().Any(residual => !residual.Source.Rank.Equals(residual.Input.Rank));
    }

    /// <summary>The steps that a sequence has, as the input of a network says.</summary>
    public static int Places(NetworkModel model) => model.InputShape.Dimensions[0];

    /// <summary>The network of a single step.</summary>
    public static NetworkModel OneStep(NetworkModel model) => model with { HasLengths = false, Layers = new EquatableArray<LayerModel>(model.Layers.Select(OneStep).ToImmutableArray()) };

    private static LayerModel OneStep(LayerModel layer) => layer switch
    {
        EmbeddingLayer embedding => embedding with { Input = Shape.Of(1), Output = OneStep(layer.Output) },
        ResidualLayer residual => residual with { Input = OneStep(layer.Input), Output = OneStep(layer.Output), Source = OneStep(residual.Source) },
        _ => layer with { Input = OneStep(layer.Input), Output = OneStep(layer.Output) },
    };

    private static Shape OneStep(Shape shape) => shape.Rank == 2 ? Shape.Of(1, shape.Features) : shape;
}
