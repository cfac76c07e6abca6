using System.Linq;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Parsing.Functions;

/// <summary>How the emitted code may call types of System: by their names alone, unless the user has a type or namespace of such a name around.</summary>
internal static class SystemPrefix
{
    private static readonly string[] Names = ["Math", "MathF", "Span", "ReadOnlySpan", "ArgumentException", "InvalidOperationException"];

    /// <summary>What stands before them at a place: nothing, or global::System.</summary>
    public static string At(int position, SemanticModel model) => Names.Any(name => model.LookupSymbols(position, name: name).Any(IsAnother)) ? "global::System." : "";

    private static bool IsAnother(ISymbol symbol) => symbol is not INamedTypeSymbol { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true }, ContainingType: null };
}
