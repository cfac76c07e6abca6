using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Diagnostics;
using GenNet.Generator.Expressions;
using GenNet.Generator.Model;

namespace GenNet.Generator.Parsing;

/// <summary>The layers of a network with their places.</summary>
/// <param name="Models">The layers.</param>
/// <param name="Places">The attribute of each.</param>
/// <param name="IsBroken">Whether a layer has an error, of ours or of the compiler's.</param>
/// <param name="HasLengths">Whether rows say at their end how many steps they have.</param>
internal sealed record ParsedLayers(ImmutableArray<LayerModel> Models, ImmutableArray<PlacedLayer> Places, bool IsBroken, bool HasLengths = false)
{
    public static ParsedLayers None { get; } = new(ImmutableArray<LayerModel>.Empty, ImmutableArray<PlacedLayer>.Empty, IsBroken: true);

    /// <summary>The activation that the loss has to fit.</summary>
    public ActivationFunction LastActivation => Models.Length == 0 ? ActivationFunction.Identity : Models[Models.Length - 1].Activation;

    /// <summary>Parses layers in a row, each with what the one before it gives.</summary>
    public static ParsedLayers Of(LayerExpansion expansion, LayersBefore before, Precision precision, TensorNames naming, LayerReports reports, FunctionResolver functions)
    {
        var layers = ImmutableArray.CreateBuilder<LayerModel>();
        var places = ImmutableArray.CreateBuilder<PlacedLayer>();
        var names = new HashSet<string>();
        bool broken = before is { IsInput: true, Shape: null };
        int number = 0;
        foreach (PlacedLayer placed in expansion.Layers)
        {
            if (placed.Parse is null)
            {
                before.AddGap();
                broken = true;
                continue;
            }

            var reader = new AttributeReader(placed.Attribute);
            reports.ReportUnwrittenConstants(reader, placed.Attribute, placed.Place);
            bool isLast = before.Count == expansion.Layers.Count - 1;
            var context = new LayerContext(reader, placed, before, new LayerNumber(number, expansion.Prefix(placed.Place)), isLast, precision, reports, functions);
            LayerModel layer = placed.Parse(context);
            if (layer.HasWeights && !names.Add(layer.Name))
                context.Report(Descriptors.DuplicateName, layer.Name);
            layers.Add(layer);
            places.Add(placed);
            number += Counted(layer, naming);
            broken |= context.HasError;
            bool knowsInput = context is { HasError: false, KnowsInput: true };
            before.Add(knowsInput ? layer.Input : null, context.HasError || (layer.HasOutputsOfInputs && !knowsInput) ? null : layer.Output);
        }

        return new ParsedLayers(layers.ToImmutable(), places.ToImmutable(), broken, before.HasLengths);
    }

    /// <summary>Reports thresholds that training would have to pass: all but that of a single layer with the perceptron's loss.</summary>
    public ParsedLayers ReportThresholds(LossFunction loss, LayerReports reports)
    {
        if (Models.Length == 1 && loss.Kind == Loss.Perceptron)
            return this;
        int[] thresholds = Enumerable.Range(0, Models.Length).Where(i => Models[i].Activation.IsThreshold).ToArray();
        foreach (int i in thresholds)
            reports.Report(Places[i].Attribute, Places[i].Place, Descriptors.ThresholdNotTrainable, Models[i].Activation is { Kind: { } kind } ? $"Activation.{kind}" : Models[i].Activation.Name);
        return thresholds.Length == 0 ? this : this with { IsBroken = true };
    }

    /// <summary>By how much a layer raises the number of the layers behind it.</summary>
    private static int Counted(LayerModel layer, TensorNames naming) => naming == TensorNames.Sequential ? layer.Modules : layer.HasWeights ? 1 : 0;
}

/// <summary>What names the tensors of a layer that has no name of its own, and what stands before one.</summary>
/// <param name="Number">The number of the layer.</param>
/// <param name="Prefix">The number of the copy of its block with a dot, or empty.</param>
internal readonly record struct LayerNumber(int Number, string Prefix);
