using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using GenNet.Generator.Diagnostics;
using GenNet.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenNet.Generator.Parsing;

/// <summary>The user's class and the types around it: can a network be written into it, and how is it declared.</summary>
internal static class TypeParser
{
    /// <summary>What the generator writes into a class; C# gives no member the name of its class.</summary>
    private static readonly string[] Members =
    [
        "InputSize", "OutputSize", "ParameterCount", "Layout", "Parameters", "CreateWorkspace",
        "Forward", "Evaluate", "Backward", "Inspect", "LossAndGradients", "Save", "Load", "Restore", "_memory",
    ];

    /// <summary>The hierarchy, or null after a report where nothing can be written into the class.</summary>
    public static TypeHierarchy? Parse(INamedTypeSymbol type, TypeDeclarationSyntax declaration, List<Diagnostic> diagnostics)
    {
        Location name = declaration.Identifier.GetLocation();
        if (!declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            diagnostics.Add(Diagnostic.Create(Descriptors.NotPartial, name, type.Name));
            return null;
        }

        if (Oddity(type) is { } oddity)
        {
            diagnostics.Add(Diagnostic.Create(Descriptors.NotOrdinary, name, type.Name, oddity));
            return null;
        }

        if (type.IsGenericType || Containers(type).Any(container => container.IsGenericType))
        {
            diagnostics.Add(Diagnostic.Create(Descriptors.Generic, name, type.Name));
            return null;
        }

        foreach (TypeDeclarationSyntax outer in declaration.Ancestors().OfType<TypeDeclarationSyntax>())
        {
            if (!outer.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                diagnostics.Add(Diagnostic.Create(Descriptors.ContainerNotPartial, outer.Identifier.GetLocation(), outer.Identifier.Text, type.Name));
                return null;
            }
        }

        string space = type.ContainingNamespace.IsGlobalNamespace
            ? ""
            : type.ContainingNamespace.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted));
        return new TypeHierarchy(
            space,
            new EquatableArray<string>(Containers(type).Reverse().Select(Declaration).ToImmutableArray()),
            declaration.Identifier.Text,
            type.IsSealed,
            HasDocumentation(type),
            string.Join(".", new[] { type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString() }
                .Concat(Containers(type).Reverse().Select(container => container.Name)).Append(type.Name).Where(part => part.Length > 0)).Replace("@", ""),
            InheritedMembers.Of(type, Members));
    }

    private static string? Oddity(INamedTypeSymbol type) =>
        type.IsRecord ? "a record"
        : type.IsStatic ? "static"
        : type.IsAbstract ? "abstract"
        : type.IsFileLocal || Containers(type).Any(container => container.IsFileLocal) ? "local to its file"
        : Members.Contains(type.Name) ? "named like one of its own members"
        : HasPrimaryConstructor(type) ? "a class with a primary constructor"
        : type.GetMembers().Any(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }) ? "a class with required members"
        : Bases(type).Any(NetworkParser.IsNetwork) ? "derived from another network"
        : null;

    private static IEnumerable<INamedTypeSymbol> Containers(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            yield return outer;
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? basis = type.BaseType; basis is not null; basis = basis.BaseType)
            yield return basis;
    }

    /// <summary>On any of its declarations: the constructors that are written into the class could not call it.</summary>
    private static bool HasPrimaryConstructor(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .Any(reference => reference.GetSyntax(CancellationToken.None) is ClassDeclarationSyntax { ParameterList: not null });

    private static string Declaration(INamedTypeSymbol type)
    {
        string keyword = type switch
        {
            { TypeKind: TypeKind.Interface } => "interface",
            { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
            { TypeKind: TypeKind.Struct } => "struct",
            { IsRecord: true } => "record",
            _ => "class",
        };
        return $"partial {keyword} {type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat.WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers)).Split('.').Last()}";
    }

    private static bool HasDocumentation(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(CancellationToken.None).GetLeadingTrivia()
            .Any(trivia => trivia.ToFullString().TrimStart().StartsWith("///", System.StringComparison.Ordinal)));
}
