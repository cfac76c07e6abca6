using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using GenNet.Generator.Diagnostics;
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
        network.ReportUnwrittenConstants(constants, diagnostics, cancellation);
        Precision precision = Named<Precision>(network, nameof(Precision), diagnostics, cancellation);
        NetworkMode mode = Named<NetworkMode>(network, "Mode", diagnostics, cancellation);
        TensorNames names = Named<TensorNames>(network, "Names", diagnostics, cancellation);
        ImmutableArray<LayerModel> layers = Layers(type, declaration, precision, names, constants, diagnostics, cancellation, out bool layersBroken);
        Loss loss = ChooseLoss(network, mode, layers, layersBroken, diagnostics, cancellation);
        if (mode == NetworkMode.Training && !layersBroken)
            layersBroken = ReportThresholds(type, layers, loss, diagnostics, cancellation);
        Quantity numbers = layers.Aggregate((Quantity)0, (sum, layer) => sum + Numbers(layer));
        if (numbers.Value > LargestBuffer && !layersBroken)
            diagnostics.Add(Diagnostic.Create(Descriptors.TooLarge, network.Location(cancellation), numbers.Value, LargestBuffer));

        string? weights = network.NamedText("Weights");
        ImmutableArray<int> taken = TakenMembers.Report(type, NetworkSurface.Members(hierarchy.Name, precision, mode, weights is not null), diagnostics);
        bool broken = layersBroken || network.IsBroken || diagnostics.Count > 0 || LanguageRequirement.IsMissed(declaration.SyntaxTree.Options);
        return new ParsedNetwork(
            new NetworkModel(hierarchy, precision, mode, loss, new EquatableArray<LayerModel>(layers), Weights: null, broken, new EquatableArray<int>(taken)),
            weights is null ? null : new WeightsRequest(weights, network.Location(cancellation)),
            diagnostics.ToImmutableArray());
    }

    /// <summary>About what a layer needs, in parameters, padding and scratch.</summary>
    private static Quantity Numbers(LayerModel layer)
    {
        Quantity inputs = layer.Inputs, units = layer.Units;
        return (inputs + 1) * (units + 32) + units * 256 + inputs * 256;
    }

    /// <summary>The layer attributes of a class, in source order.</summary>
    public static IEnumerable<AttributeData> LayerAttributes(INamedTypeSymbol type) =>
        type.GetAttributes().Where(attribute => IsLayer(attribute.AttributeClass));

    private static bool IsLayer(INamedTypeSymbol? attribute)
    {
        for (INamedTypeSymbol? basis = attribute?.BaseType; basis is not null; basis = basis.BaseType)
        {
            if (IsOurs(basis, "LayerAttribute"))
                return true;
        }

        return false;
    }

    /// <summary>Whether a symbol is a type of this name in the namespace GenNet.</summary>
    public static bool IsOurs(INamedTypeSymbol? type, string name) =>
        type is { ContainingNamespace: { Name: "GenNet", ContainingNamespace.IsGlobalNamespace: true } } && type.Name == name;

    /// <summary>Whether a class is a network.</summary>
    public static bool IsNetwork(INamedTypeSymbol type) => NetworkAttributes(type).Any();

    public static IEnumerable<AttributeData> NetworkAttributes(INamedTypeSymbol type) =>
        type.GetAttributes().Where(attribute => IsOurs(attribute.AttributeClass, "NetworkAttribute"));

    /// <summary>A class that is marked on two of its declarations, which the compiler reports, comes here twice.</summary>
    private static bool IsFirst(INamedTypeSymbol type, TypeDeclarationSyntax declaration, CancellationToken cancellation) =>
        NetworkAttributes(type).FirstOrDefault()?.ApplicationSyntaxReference?.GetSyntax(cancellation).Parent?.Parent == declaration;

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

    private static ImmutableArray<LayerModel> Layers(
        INamedTypeSymbol type, TypeDeclarationSyntax declaration, Precision precision, TensorNames naming, UnwrittenConstants constants,
        List<Diagnostic> diagnostics, CancellationToken cancellation, out bool broken)
    {
        broken = false;
        AttributeData[] attributes = LayerAttributes(type).ToArray();
        if (attributes.Length == 0)
        {
            diagnostics.Add(Diagnostic.Create(Descriptors.NoLayer, declaration.Identifier.GetLocation(), type.Name));
            broken = true;
            return ImmutableArray<LayerModel>.Empty;
        }

        SyntaxNode?[] homes = attributes.Select(a => a.ApplicationSyntaxReference?.GetSyntax(cancellation).Parent?.Parent).ToArray();
        int elsewhere = Array.FindIndex(homes, home => home != homes[0]);
        if (elsewhere >= 0)
        {
            diagnostics.Add(Diagnostic.Create(Descriptors.SeveralDeclarations, new AttributeReader(attributes[elsewhere]).Location(cancellation), type.Name));
            broken = true;
        }

        var layers = ImmutableArray.CreateBuilder<LayerModel>();
        var names = new HashSet<string>();
        int? outputsBefore = null;
        for (int i = 0; i < attributes.Length; i++)
        {
            if (LayerParsers.For(attributes[i].AttributeClass!) is not { } parser)
            {
                // Layers of a user's own cannot be constructed; the compiler says so.
                broken = true;
                continue;
            }

            var reader = new AttributeReader(attributes[i]);
            reader.ReportUnwrittenConstants(constants, diagnostics, cancellation);
            var context = new LayerContext(reader, reader.Location(cancellation), i, layers.Sum(before => Counted(before, naming)), outputsBefore, i == attributes.Length - 1, precision, diagnostics);
            LayerModel layer = parser(context);
            if (layer.HasWeights && !names.Add(layer.Name))
                context.Report(Descriptors.DuplicateName, layer.Name);
            layers.Add(layer);
            broken |= context.HasError;

            // After a mistake the size is a guess: the next layer is not measured against it.
            outputsBefore = context.HasError || (layer.HasOutputsOfInputs && !context.KnowsInputs) ? null : layer.Outputs;
        }

        return layers.ToImmutable();
    }

    /// <summary>By how much a layer raises the number of the layers behind it.</summary>
    private static int Counted(LayerModel layer, TensorNames naming) => naming == TensorNames.Sequential ? layer.Modules : layer.HasWeights ? 1 : 0;

    /// <summary>Thresholds that training would have to pass: all but that of a single layer with the perceptron's loss.</summary>
    private static bool ReportThresholds(
        INamedTypeSymbol type, ImmutableArray<LayerModel> layers, Loss loss, List<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        bool found = false;
        foreach ((LayerModel layer, AttributeData attribute) in layers.Zip(LayerAttributes(type), (layer, attribute) => (layer, attribute)))
        {
            if (layer.Activation is not (Activation.Step or Activation.Sign) || (layers.Length == 1 && loss == Loss.Perceptron))
                continue;
            diagnostics.Add(Diagnostic.Create(Descriptors.ThresholdNotTrainable, new AttributeReader(attribute).Location(cancellation), layer.Activation));
            found = true;
        }

        return found;
    }

    private static Loss ChooseLoss(
        AttributeReader network, NetworkMode mode, ImmutableArray<LayerModel> layers, bool layersBroken, List<Diagnostic> diagnostics,
        CancellationToken cancellation)
    {
        Activation last = layers.Length == 0 ? Activation.Identity : layers[layers.Length - 1].Activation;
        Loss fitting = last switch
        {
            Activation.Softmax => Loss.CrossEntropy,
            Activation.Sigmoid => Loss.BinaryCrossEntropy,
            Activation.Step or Activation.Sign => Loss.Perceptron,
            _ => Loss.HalfSquaredError,
        };
        if (network.Argument<int>("loss") is not { } given)
            return fitting;

        var loss = (Loss)given;
        if (!Enum.IsDefined(typeof(Loss), loss))
        {
            diagnostics.Add(Diagnostic.Create(Descriptors.UnknownValue, network.Location(cancellation), given, nameof(Loss)));
            return fitting;
        }

        // Nothing is measured by the loss where nothing is trained.
        if (mode == NetworkMode.Inference)
            return fitting;

        (Activation Needed, string Range)? demand = loss switch
        {
            Loss.CrossEntropy => (Activation.Softmax, "a distribution"),
            Loss.BinaryCrossEntropy => (Activation.Sigmoid, "probabilities"),
            Loss.Perceptron when last != Activation.Sign => (Activation.Step, "thresholds"),
            _ => null,
        };
        if (demand is { } d && d.Needed != last && !layersBroken)
        {
            diagnostics.Add(Diagnostic.Create(Descriptors.LossMismatch, network.Location(cancellation), loss, d.Range, d.Needed, last));
            return fitting;
        }

        return loss;
    }
}
