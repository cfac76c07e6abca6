using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Parsing.Functions;

/// <summary>Members of the user's that stand where something is to be written for a function.</summary>
internal static class TakenSignatures
{
    /// <summary>The report of the first; null where there is none.</summary>
    public static Diagnostic? Report(IMethodSymbol method, FunctionOptions options)
    {
        INamedTypeSymbol type = method.ContainingType;
        string[] names = [method.Name + "KeptLength", .. options.Order == 2 ? [method.Name + "HessianProduct", method.Name + "HessianProductKeptLength"] : (string[])[], .. options.Graph ? [method.Name + "Graph"] : (string[])[]];
        ISymbol? taken = names.SelectMany(name => type.GetMembers(name)).FirstOrDefault()
            ?? type.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(other => IsGradient(other, method));
        return taken is null ? null : Diagnostic.Create(Descriptors.GradientExists, taken.Locations.FirstOrDefault(), type.Name, taken.Name, method.Name);
    }

    /// <summary>Whether a method takes what a gradient would take, with or without a buffer.</summary>
    private static bool IsGradient(IMethodSymbol other, IMethodSymbol method)
    {
        string[] expected = [.. Expected(FunctionSignature.Of(method))], found = [.. other.Parameters.Select(parameter => Text(parameter.RefKind, parameter.Type))];
        return found.SequenceEqual(expected) || (found.Length == expected.Length + 1 && found.Take(expected.Length).SequenceEqual(expected) && other.Parameters.Last().Type is INamedTypeSymbol { Name: "Span" });
    }

    private static IEnumerable<string> Expected(FunctionSignature signature)
    {
        SignatureParameter[] active = [.. signature.Parameters.Where(parameter => parameter.IsActive)];
        bool isWritten(SignatureParameter parameter) => parameter.SpanKind == SpanKind.Mutable && signature.Method.ReturnsVoid;
        return signature.Parameters.Select(parameter => Text(parameter.Symbol.RefKind, parameter.Symbol.Type))
            .Concat(active.Where(isWritten).Select(parameter => $"System.ReadOnlySpan<{parameter.ScalarType}>"))
            .Concat(active.Where(parameter => !isWritten(parameter)).Select(parameter => parameter.SpanKind == SpanKind.None ? $"Out {parameter.ScalarType}" : $"System.Span<{parameter.ScalarType}>"));
    }

    private static string Text(RefKind kind, ITypeSymbol type) => (kind == RefKind.Out ? "Out " : "") + type.ToDisplayString();
}
