using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using GenNet.Generator.Diagnostics;
using GenNet.Generator.Expressions;
using GenNet.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenNet.Generator.Parsing;

/// <summary>From symbols and attributes to the model of a network. All validation is here; nothing behind it sees a symbol.</summary>
internal static class NetworkParser
{
    /// <summary>Beyond this, offsets into the workspace, which holds transposed weights too, would not fit an int.</summary>
    private const long LargestBuffer = 1L << 30;

    /// <summary>A declaration.</summary>
    /// <param name="type">The user's class.</param>
    /// <param name="declaration">That of its declarations which has the attribute.</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="compilation">What it stands in.</param>
    /// <param name="cancellation">Ends the parsing.</param>
    public static ParsedNetwork Parse(
        INamedTypeSymbol type, TypeDeclarationSyntax declaration, AttributeData attribute, Compilation compilation, CancellationToken cancellation)
    {
        var diagnostics = new List<Diagnostic>();
        if (!IsFirst(type, declaration, cancellation) || LanguageRequirement.IsFarMissed(declaration.SyntaxTree.Options))
            return new ParsedNetwork(null, null, ImmutableArray<Diagnostic>.Empty);

        TypeHierarchy? hierarchy = TypeParser.Parse(type, declaration, compilation, diagnostics);
        if (hierarchy is null)
            return new ParsedNetwork(null, null, diagnostics.ToImmutableArray());

        var constants = new UnwrittenConstants(compilation, cancellation);
        var network = new AttributeReader(attribute);
        foreach ((Location argument, string constant) in network.UnwrittenConstants(constants, cancellation))
            diagnostics.Add(Diagnostic.Create(Descriptors.UnwrittenConstant, argument, constant));
        ReportBlock(type, diagnostics, cancellation);
        Precision precision = Named<Precision>(network, nameof(Precision), diagnostics, cancellation);
        NetworkMode mode = Named<NetworkMode>(network, "Mode", diagnostics, cancellation);
        Targets targets = Named<Targets>(network, "Targets", diagnostics, cancellation);
        TensorNames names = Named<TensorNames>(network, "Names", diagnostics, cancellation);
        var reports = new LayerReports(diagnostics, constants, cancellation);
        var functions = new FunctionResolver(type, compilation, precision, reports, cancellation);
        ParsedLayers layers = Layers(type, declaration, precision, names, constants, reports, functions, diagnostics, cancellation);
        LossFunction? loss = LossParser.Choose(network, mode, layers, functions, diagnostics, cancellation);
        if (targets == Targets.Classes && !layers.IsBroken && loss is { IsCrossEntropy: false })
            diagnostics.Add(Diagnostic.Create(Descriptors.ClassesWithoutSoftmax, network.Location(cancellation), loss.Title, layers.LastActivation.Title));
        if (mode == NetworkMode.Training && !layers.IsBroken && loss is not null)
            layers = layers.ReportThresholds(loss, reports);
        Quantity numbers = layers.Models.Aggregate((Quantity)0, (sum, layer) => sum + layer.Numbers);
        if (numbers.Value > LargestBuffer && !layers.IsBroken)
            diagnostics.Add(Diagnostic.Create(Descriptors.TooLarge, network.Location(cancellation), numbers.Value, LargestBuffer));
        if (!layers.IsBroken && !layers.Models.Any(layer => layer.HasWeights))
            diagnostics.Add(Diagnostic.Create(Descriptors.NoWeights, declaration.Identifier.GetLocation(), type.Name));

        string? weights = network.NamedText("Weights");
        ImmutableArray<int> taken = TakenMembers.Report(type, NetworkSurface.Members(hierarchy.Name, precision, mode, weights is not null, Streaming.IsPossible(layers.Models)), diagnostics);
        bool broken = loss is null || layers.IsBroken || network.IsBroken || diagnostics.Count > 0 || LanguageRequirement.IsMissed(declaration.SyntaxTree.Options);
        if (!broken)
            diagnostics.AddRange(reports.Suggestions);
        return new ParsedNetwork(
            new NetworkModel(hierarchy, precision, mode, loss ?? LossFunction.Of(Loss.HalfSquaredError), new EquatableArray<LayerModel>(layers.Models), Weights: null, broken, targets, layers.HasLengths, new EquatableArray<int>(taken)),
            weights is null ? null : new WeightsRequest(weights, network.Location(cancellation)),
            diagnostics.ToImmutableArray(), functions.RowLoss, declaration.Identifier.GetLocation());
    }

    /// <summary>A class that is marked on two of its declarations, which the compiler reports, comes here twice.</summary>
    private static bool IsFirst(INamedTypeSymbol type, TypeDeclarationSyntax declaration, CancellationToken cancellation) =>
        KnownTypes.NetworkAttributes(type).FirstOrDefault() is { } first && Homes.Of(first, cancellation) == declaration;

    private static void ReportBlock(INamedTypeSymbol type, List<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (KnownTypes.BlockAttributes(type).FirstOrDefault() is { } block)
            diagnostics.Add(Diagnostic.Create(Descriptors.NetworkIsBlock, new AttributeReader(block).Location(cancellation), type.Name));
    }

    /// <summary>A named argument that is an enum; its first value where there is none, or after a report.</summary>
    private static T Named<T>(AttributeReader network, string property, List<Diagnostic> diagnostics, CancellationToken cancellation)
        where T : struct, Enum
    {
        int value = network.Named<int>(property) ?? 0;
        if (Enum.IsDefined(typeof(T), value))
            return (T)Enum.ToObject(typeof(T), value);
        diagnostics.Add(Diagnostic.Create(Descriptors.UnknownValue, network.Location(cancellation), value, typeof(T).Name));
        return default;
    }

    private static ParsedLayers Layers(
        INamedTypeSymbol type, TypeDeclarationSyntax declaration, Precision precision, TensorNames naming, UnwrittenConstants constants,
        LayerReports reports, FunctionResolver functions, List<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        AttributeData[] attributes = KnownTypes.LayerAttributes(type).ToArray();
        if (attributes.Length == 0)
        {
            diagnostics.Add(Diagnostic.Create(Descriptors.NoLayer, declaration.Identifier.GetLocation(), type.Name));
            return ParsedLayers.None;
        }

        int elsewhere = Homes.Elsewhere(attributes, cancellation);
        if (elsewhere >= 0)
            diagnostics.Add(Diagnostic.Create(Descriptors.SeveralDeclarations, new AttributeReader(attributes[elsewhere]).Location(cancellation), type.Name));

        LayersBefore before = InputParser.Parse(type, attributes, constants, diagnostics, cancellation);
        var expansion = new LayerExpansion(attributes, reports, cancellation);
        ParsedLayers layers = ParsedLayers.Of(expansion, before, precision, naming, reports, functions);
        InputParser.ReportLengths(type, layers, diagnostics, cancellation);
        return layers with { IsBroken = layers.IsBroken || elsewhere >= 0 };
    }
}
