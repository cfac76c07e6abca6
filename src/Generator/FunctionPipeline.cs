using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using GenNet.Generator.Diagnostics;
using GenNet.Generator.Emission.Functions;
using GenNet.Generator.Model;
using GenNet.Generator.Parsing;
using GenNet.Generator.Parsing.Functions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GenNet.Generator;

/// <summary>The pipeline of functions: methods marked [Differentiable] become text in one step, for their bodies are all that there is to them.</summary>
/// <remarks>Rows stay rows to the last step, as for networks.</remarks>
internal static class FunctionPipeline
{
    private static readonly UTF8Encoding WithoutMark = new(encoderShouldEmitUTF8Identifier: false);

    public static void Register(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<FunctionOutput> outputs = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => FunctionDeclarations.IsCandidate(node), static (found, _) => new Candidate(found.Node, found.SemanticModel))
            .WithComparer(Candidate.ByDeclarations).Select(static (found, cancellation) => Write(FunctionDeclarations.Parse(found, cancellation)))
            .Collect().SelectMany(static (functions, _) => Numbered(functions.OfType<FunctionOutput>()));

        // Where a method stands is nothing to its file.
        context.RegisterSourceOutput(outputs.Select(static (function, _) => function with { Place = null }), static (output, function) =>
        {
            foreach (Diagnostic diagnostic in function.Diagnostics)
                output.ReportDiagnostic(diagnostic);
            if (function.Text is { } text)
                output.AddSource($"{function.Home!.FullName}.Gradient.g.cs", SourceText.From(text, WithoutMark));
        });
        OptimizationHint.Register(context, outputs.Select(static (function, _) =>
            function.Place is { } place ? new Hint("The gradient", place, function.Name) : null));
    }

    /// <summary>The text is all that the next steps compare.</summary>
    private static FunctionOutput? Write(DeclaredFunction? function)
    {
        if (function is null)
            return null;
        string? text = function.File is { } file ? FunctionEmitter.Emit(file)
            : function.Home is { } home && function.Stubs.Length > 0 ? BrokenFunctionEmitter.Emit(home, function.Stubs) : null;
        return new FunctionOutput(function.Home, text, new EquatableArray<Diagnostic>(function.Diagnostics), function.Place, function.File?.Program.Name ?? "");
    }

    /// <summary>Overloads, and names that differ in case only, have files of their own.</summary>
    private static ImmutableArray<FunctionOutput> Numbered(IEnumerable<FunctionOutput> functions)
    {
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        return [.. functions.Select(function =>
        {
            if (function.Home is not { } home)
                return function;
            counts.TryGetValue(home.FullName, out int before);
            counts[home.FullName] = before + 1;
            return function with { Home = home with { FullName = $"{home.FullName}{(before == 0 ? "" : $"-{before + 1}")}" } };
        })];
    }
}

/// <summary>What is written for a method.</summary>
/// <param name="Home">Where it stands; null where nothing can be written there.</param>
/// <param name="Text">The file.</param>
/// <param name="Diagnostics">What is wrong with it.</param>
/// <param name="Place">Its name in its declaration; null where it is not differentiated.</param>
/// <param name="Name">Its name.</param>
internal sealed record FunctionOutput(FunctionHome? Home, string? Text, EquatableArray<Diagnostic> Diagnostics, Location? Place, string Name);
