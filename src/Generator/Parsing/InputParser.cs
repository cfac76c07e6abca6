using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using GenNet.Generator.Diagnostics;
using GenNet.Generator.Model;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Parsing;

/// <summary>From [Input] to the shape of a sample.</summary>
internal static class InputParser
{
    /// <summary>The sizes by the names of the constructors' parameters, slowest dimension first.</summary>
    private static readonly string[] Sizes = ["channels", "rows", "columns", "steps", "features"];

    /// <summary>What the attribute of a network says of the layers behind it.</summary>
    /// <param name="type">The network.</param>
    /// <param name="layers">Its layer attributes.</param>
    /// <param name="constants">What an argument must not name.</param>
    /// <param name="diagnostics">Where mistakes are reported.</param>
    /// <param name="cancellation">Ends the parsing.</param>
    public static LayersBefore Parse(
        INamedTypeSymbol type, IReadOnlyList<AttributeData> layers, UnwrittenConstants constants, List<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        // The compiler reports a second one.
        if (KnownTypes.InputAttributes(type).FirstOrDefault() is not { } attribute)
            return new LayersBefore(null, hasInput: false);

        var reader = new AttributeReader(attribute);
        foreach ((Location argument, string constant) in reader.UnwrittenConstants(constants, cancellation))
            diagnostics.Add(Diagnostic.Create(Descriptors.UnwrittenConstant, argument, constant));
        return new LayersBefore(
            reader.IsBroken ? null : Shape(attribute, reader, layers, diagnostics, cancellation), hasInput: true, hasLengths: reader.Named<bool>("Lengths") ?? false);
    }

    private static Shape? Shape(
        AttributeData attribute, AttributeReader reader, IReadOnlyList<AttributeData> layers, List<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var dimensions = ImmutableArray.CreateBuilder<int>();
        foreach (string size in Sizes)
        {
            if (reader.Argument<int>(size) is not { } dimension)
                continue;
            if (dimension < 1)
            {
                diagnostics.Add(Diagnostic.Create(Descriptors.InvalidSize, reader.Location(cancellation), size, dimension));
                return null;
            }

            dimensions.Add(dimension);
        }

        if (StandsBefore(attribute, layers, cancellation))
            return new Shape(new EquatableArray<int>(dimensions.ToImmutable()));
        diagnostics.Add(Diagnostic.Create(Descriptors.InputPlace, reader.Location(cancellation)));
        return null;
    }

    /// <summary>Reports lengths where there are no steps that a row could have fewer of.</summary>
    public static void ReportLengths(INamedTypeSymbol type, ParsedLayers layers, List<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (layers is not { HasLengths: true, IsBroken: false } || layers.Models[0] is EmbeddingLayer or { Input.Rank: 2 })
            return;
        Location place = new AttributeReader(KnownTypes.InputAttributes(type).First()).Location(cancellation);
        diagnostics.Add(Diagnostic.Create(Descriptors.LengthsWithoutSteps, place, layers.Models[0].Input));
    }

    private static bool StandsBefore(AttributeData input, IReadOnlyList<AttributeData> layers, CancellationToken cancellation) =>
        Homes.Of(input, cancellation) == Homes.Of(layers[0], cancellation)
        && input.ApplicationSyntaxReference?.Span.Start < layers[0].ApplicationSyntaxReference?.Span.Start;
}
