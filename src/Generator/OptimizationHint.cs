using System;
using GenNet.Generator.Diagnostics;
using GenNet.Generator.Model;
using GenNet.Generator.Parsing;
using GenNet.Generator.Planning;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator;

/// <summary>Tells of arithmetic that is written into a project which is built without optimisation. Larger networks call the library, which is optimised always.</summary>
internal static class OptimizationHint
{
    private const string Property = "build_property.GenNetOptimizationHint";

    /// <summary>Whether a project is built without optimisation, and wants to know what that means.</summary>
    public static IncrementalValueProvider<bool> IsWanted(IncrementalGeneratorInitializationContext context) => context.CompilationProvider
        .Select(static (compilation, _) => compilation.Options.OptimizationLevel == OptimizationLevel.Debug)
        .Combine(context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            !options.GlobalOptions.TryGetValue(Property, out string? value) || !value.Trim().Equals("false", StringComparison.OrdinalIgnoreCase)))
        .Select(static (pair, _) => pair.Left && pair.Right);

    /// <summary>The hint on a network; null where its arithmetic is the library's.</summary>
    public static Hint? Of(ParsedNetwork network) => network is { Place: { } place, Model: { IsBroken: false } model } && StraightLine.Fits(model)
        ? new Hint("The arithmetic", place, model.Type.Name) : null;

    /// <summary>Reports each where it is wanted.</summary>
    public static void Register(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<Hint?> hints) => context.RegisterSourceOutput(
        hints.Combine(IsWanted(context)),
        static (output, pair) =>
        {
            if (pair is { Left: { } hint, Right: true })
                output.ReportDiagnostic(Diagnostic.Create(Descriptors.Unoptimized, hint.Place, hint.What, hint.Name));
        });
}

/// <summary>What would be faster with optimisation.</summary>
/// <param name="What">What is written into the project.</param>
/// <param name="Place">The name in its declaration.</param>
/// <param name="Name">The name.</param>
internal sealed record Hint(string What, Location Place, string Name);
