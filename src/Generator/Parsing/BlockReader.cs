using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using GenNet.Generator.Diagnostics;
using GenNet.Generator.Model;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Parsing;

/// <summary>A class marked [Block] that can be put into a network.</summary>
/// <param name="Type">The class.</param>
/// <param name="Items">Its layer attributes, in order.</param>
/// <param name="Count">Its layers, those of blocks in it one by one.</param>
internal sealed record Block(INamedTypeSymbol Type, ImmutableArray<LayerItem> Items, Quantity Count);

/// <summary>One of the layer attributes of a class: a layer, so many copies of a block, or neither after a mistake.</summary>
internal sealed record LayerItem(AttributeData Attribute, Func<LayerContext, LayerModel>? Parse, Block? Block = null, int Repeat = 1)
{
    /// <summary>The layers that it stands for.</summary>
    public Quantity Count => Block is null ? 1 : Block.Count * Repeat;

    public bool IsGap => Parse is null && Block is null;
}

/// <summary>Reads the blocks that a network uses, each once, and says which cannot be used.</summary>
internal sealed class BlockReader(LayerReports reports, CancellationToken cancellation)
{
    private readonly Dictionary<INamedTypeSymbol, Block?> _known = new(SymbolEqualityComparer.Default);
    private readonly List<INamedTypeSymbol> _open = [];

    /// <summary>The attribute of a layer.</summary>
    public LayerItem Read(AttributeData attribute, LayerPlace place)
    {
        cancellation.ThrowIfCancellationRequested();
        return KnownTypes.IsOurs(attribute.AttributeClass, "LayersAttribute")
            ? Uses(attribute, place) ?? new LayerItem(attribute, Parse: null)

            // Layers of a user's own cannot be constructed; the compiler says so.
            : new LayerItem(attribute, LayerParsers.For(attribute.AttributeClass!));
    }

    private LayerItem? Uses(AttributeData attribute, LayerPlace place)
    {
        var reader = new AttributeReader(attribute);
        reports.ReportUnwrittenConstants(reader, attribute, place);
        ITypeSymbol? type = reader.ArgumentType("block");
        if (reader.IsBroken || type is IErrorTypeSymbol)
            return null;

        int repeat = reader.Named<int>("Repeat") ?? 1;
        if (repeat < 1)
        {
            reports.Report(attribute, place, Descriptors.InvalidSize, "repeats", repeat);
            return null;
        }

        return Of(type, attribute, place) is { } block ? new LayerItem(attribute, Parse: null, block, repeat) : null;
    }

    /// <summary>The block, or null where it cannot be used, after a report on the attribute that first uses it.</summary>
    private Block? Of(ITypeSymbol? symbol, AttributeData use, LayerPlace place)
    {
        if (symbol is not INamedTypeSymbol type)
        {
            reports.Report(use, place, Descriptors.NotBlock, Text(symbol), Objection(null)!);
            return null;
        }

        if (_known.TryGetValue(type, out Block? known))
            return known;

        if (Objection(type) is { } objection)
        {
            reports.Report(use, place, Descriptors.NotBlock, Text(type), objection);
            return _known[type] = null;
        }

        int open = _open.FindIndex(outer => SymbolEqualityComparer.Default.Equals(outer, type));
        if (open >= 0)
        {
            reports.Report(use, place, Descriptors.BlockCycle, Text(type), string.Join(" -> ", _open.Skip(open).Append(type).Select(Text)));
            return null;
        }

        AttributeData[] attributes = KnownTypes.LayerAttributes(type).ToArray();
        if (Mistake(type, attributes) is { } mistake)
        {
            reports.Report(use, place, mistake, Text(type));
            return _known[type] = null;
        }

        _open.Add(type);
        ImmutableArray<LayerItem> items = attributes.Select((attribute, i) => Read(attribute, new LayerPlace(place.Location, InBlock(type, i, attribute), type, "", 0))).ToImmutableArray();
        _open.RemoveAt(_open.Count - 1);

        // Whatever holds a gap is one itself: a cycle must not be expanded from anywhere.
        return _known[type] = items.Any(item => item.IsGap)
            ? null
            : new Block(type, items, items.Aggregate((Quantity)0, (sum, item) => sum + item.Count));
    }

    private DiagnosticDescriptor? Mistake(INamedTypeSymbol type, AttributeData[] attributes) =>
        attributes.Length == 0 ? Descriptors.EmptyBlock
        : Homes.Elsewhere(attributes, cancellation) >= 0 ? Descriptors.SeveralDeclarations
        : KnownTypes.InputAttributes(type).Any() ? Descriptors.BlockInput
        : null;

    private static string? Objection(INamedTypeSymbol? type) =>
        type is null ? "name a class that is marked [Block]"
        : KnownTypes.IsBlock(type) ? IsGeneric(type) ? "its sizes are fixed by its attributes, so remove the type parameters" : null
        : KnownTypes.IsNetwork(type) ? "it is a network, so put the layers that both have into a class marked [Block]"
        : KnownTypes.LayerAttributes(type).Any() ? "mark it [Block]"
        : "name a class that is marked [Block]";

    private static bool IsGeneric(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (type.IsGenericType)
                return true;
        }

        return false;
    }

    /// <summary>What a message on an attribute of a block begins with.</summary>
    public static string InBlock(INamedTypeSymbol block, int index, AttributeData attribute) =>
        $"In the block '{Text(block)}', layer {index + 1}, [{AttributeReader.ShortName(attribute)}]: ";

    private static string Text(ITypeSymbol? type) => type?.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat) ?? "null";
}
