using System;
using System.Collections.Immutable;
using System.Linq;
using GenNet;

namespace Playground.Browser;

/// <summary>One look at all hidden layers of a deep network.</summary>
/// <param name="Function">The activation function of the hidden layers.</param>
/// <param name="Range">The ends of the histograms of activations, the same for all layers.</param>
/// <param name="InputSpread">How far the inputs lie apart for different points.</param>
/// <param name="Layers">The hidden layers in order.</param>
internal sealed record DeepExamination(Activation Function, (double From, double To) Range, double InputSpread, ImmutableArray<DeepLayer> Layers)
{
    /// <summary>Of a network on some points.</summary>
    public static DeepExamination Of(Model model, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        NetworkInspection inspection = model.Inspect(inputs, targets);
        ImmutableArray<ReadOnlyMemory<float>> activations = model.Activations(inputs);
        var gradients = new float[model.Layout.Length];
        model.Backward(inputs, targets, gradients);

        Activation function = model.Layers[0].Activation ?? throw new ArgumentException("The layers have a function that the library does not know.", nameof(model));
        (double From, double To) range = RangeOf(function, [.. inspection.Layers.Take(DeepNetworks.HiddenLayers)]);
        var layers = ImmutableArray.CreateBuilder<DeepLayer>(DeepNetworks.HiddenLayers);
        for (int l = 0; l < DeepNetworks.HiddenLayers; l++)
        {
            LayerInspection layer = inspection.Layers[l];
            float[] ofWeights = model.Layout.Read<float>(gradients, layer.Layer.Name + ".weight");
            layers.Add(new DeepLayer
            {
                Mean = layer.Mean,
                Spread = SpreadOf(activations[l].Span, layer.Layer.Outputs),
                GradientNorm = layer.GradientNorm,
                Saturated = layer.Saturated,
                Dead = layer.Dead,
                Zero = ofWeights.Count(gradient => gradient == 0) / (double)ofWeights.Length,
                Activations = DeepLayer.Histogram(activations[l].Span, range.From, range.To),
                Gradients = DeepLayer.LogarithmicHistogram(ofWeights),
            });
        }

        return new DeepExamination(function, range, SpreadOf(inputs, 2), layers.MoveToImmutable());
    }

    /// <summary>All numbers in a row: the ends of the range, then for each layer mean, spread, gradient norm, saturated and dead part (-1 where there is none), zero part, and both histograms.</summary>
    public float[] Numbers() =>
    [
        (float)Range.From, (float)Range.To,
        .. Layers.SelectMany(layer => (float[])
        [
            (float)layer.Mean, (float)layer.Spread, (float)layer.GradientNorm, (float)(layer.Saturated ?? -1), (float)(layer.Dead ?? -1), (float)layer.Zero,
            .. layer.Activations, .. layer.Gradients,
        ]),
    ];

    /// <summary>The range of the function where it has one; else a round number that no layer's deviation reaches a third of.</summary>
    private static (double From, double To) RangeOf(Activation function, ImmutableArray<LayerInspection> layers)
    {
        if (function == Activation.Sigmoid)
            return (0, 1);
        if (function == Activation.Tanh)
            return (-1, 1);
        double most = layers.Max(layer => double.IsFinite(layer.Deviation) ? Math.Abs(layer.Mean) + layer.Deviation : 0);
        double reach = Math.Clamp(Math.Pow(2, Math.Ceiling(Math.Log2(3 * Math.Max(most, 1e-9)))), 1, 1e30);
        return (function == Activation.ReLU ? 0 : -reach, reach);
    }

    private static double SpreadOf(ReadOnlySpan<float> activations, int units)
    {
        int points = activations.Length / units;
        double variances = 0;
        for (int unit = 0; unit < units; unit++)
        {
            double sum = 0, squares = 0;
            for (int point = 0; point < points; point++)
                sum += activations[point * units + unit];
            for (int point = 0; point < points; point++)
            {
                double difference = activations[point * units + unit] - sum / points;
                squares += difference * difference;
            }

            variances += squares / points;
        }

        return Math.Sqrt(variances / units);
    }
}
