using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Parsing;

/// <summary>The types of the runtime that declarations are made of.</summary>
internal static class KnownTypes
{
    /// <summary>Whether a symbol is a type of this name in the namespace GenNet.</summary>
    public static bool IsOurs(INamedTypeSymbol? type, string name) =>
        type is { ContainingNamespace: { Name: "GenNet", ContainingNamespace.IsGlobalNamespace: true } } && type.Name == name;

    /// <summary>The layer attributes of a class, in source order.</summary>
    public static IEnumerable<AttributeData> LayerAttributes(INamedTypeSymbol type) =>
        type.GetAttributes().Where(attribute => IsLayer(attribute.AttributeClass));

    /// <summary>The attributes of a class that are of this name in the namespace GenNet.</summary>
    public static IEnumerable<AttributeData> Attributes(INamedTypeSymbol type, string name) =>
        type.GetAttributes().Where(attribute => IsOurs(attribute.AttributeClass, name));

    public static IEnumerable<AttributeData> NetworkAttributes(INamedTypeSymbol type) => Attributes(type, "NetworkAttribute");

    public static IEnumerable<AttributeData> BlockAttributes(INamedTypeSymbol type) => Attributes(type, "BlockAttribute");

    public static IEnumerable<AttributeData> InputAttributes(INamedTypeSymbol type) => Attributes(type, "InputAttribute");

    /// <summary>Whether a class is a network.</summary>
    public static bool IsNetwork(INamedTypeSymbol type) => NetworkAttributes(type).Any();

    /// <summary>Whether a class holds layers for networks.</summary>
    public static bool IsBlock(INamedTypeSymbol type) => BlockAttributes(type).Any();

    private static bool IsLayer(INamedTypeSymbol? attribute)
    {
        for (INamedTypeSymbol? basis = attribute?.BaseType; basis is not null; basis = basis.BaseType)
        {
            if (IsOurs(basis, "LayerAttribute"))
                return true;
        }

        return false;
    }
}
