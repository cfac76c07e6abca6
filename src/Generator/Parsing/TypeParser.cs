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
    /// <summary>The hierarchy, or null where nothing can be written into the class: after a report, or where a name is not typed yet.</summary>
    public static TypeHierarchy? Parse(INamedTypeSymbol type, TypeDeclarationSyntax declaration, Compilation compilation, List<Diagnostic> diagnostics)
    {
        string[] spaces = Namespaces(type).Reverse().ToArray();
        if (spaces.Concat(Containers(type).Select(container => container.Name)).Append(type.Name).Any(part => part.Length == 0))
            return null;

        Location name = declaration.Identifier.GetLocation();
        if (!declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            diagnostics.Add(Diagnostic.Create(Descriptors.NotPartial, name, type.Name));
            return null;
        }

        // Without a constructor of the user's the compiler says it of the class itself.
        bool callsBase = CanCallBase(type, compilation);
        if (!callsBase && type.InstanceConstructors.All(constructor => constructor.IsImplicitlyDeclared))
            return null;

        if ((Oddity(type) ?? (callsBase ? null : "derived from a class without a constructor that takes nothing")) is { } oddity)
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

        return new TypeHierarchy(
            string.Join(".", spaces.Select(Identifiers.OfNamespace)),
            new EquatableArray<string>(Containers(type).Reverse().Select(Declaration).ToImmutableArray()),
            Identifiers.OfType(type.Name),
            type.IsSealed,
            HasDocumentation(type),
            string.Join(".", spaces.Concat(Containers(type).Reverse().Select(container => container.Name)).Append(type.Name)),
            InheritedMembers.Of(type, NetworkSurface.Names));
    }

    private static string? Oddity(INamedTypeSymbol type) =>
        type.IsRecord ? "a record"
        : type.IsStatic ? "static"
        : type.IsAbstract ? "abstract"
        : type.IsFileLocal || Containers(type).Any(container => container.IsFileLocal) ? "local to its file"
        : NetworkSurface.Names.Contains(type.Name) ? "named like one of its own members"
        : HasPrimaryConstructor(type) ? "a class with a primary constructor"
        : Bases(type).Prepend(type).SelectMany(basis => basis.GetMembers()).Any(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }) ? "a class with required members"
        : Bases(type).Any(KnownTypes.IsNetwork) ? "derived from another network"
        : null;

    private static bool CanCallBase(INamedTypeSymbol type, Compilation compilation) => type.BaseType is null or { TypeKind: TypeKind.Error }
        || type.BaseType.InstanceConstructors.Any(constructor => constructor.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams)
            && compilation.IsSymbolAccessibleWithin(constructor, type));

    /// <summary>The namespaces around a type, from the inside out.</summary>
    public static IEnumerable<string> Namespaces(INamedTypeSymbol type)
    {
        for (INamespaceSymbol space = type.ContainingNamespace; !space.IsGlobalNamespace; space = space.ContainingNamespace)
            yield return space.Name;
    }

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

    /// <summary>A type as the head of one more of its declarations.</summary>
    public static string Declaration(INamedTypeSymbol type)
    {
        string keyword = type switch
        {
            { TypeKind: TypeKind.Interface } => "interface",
            { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
            { TypeKind: TypeKind.Struct } => "struct",
            { IsRecord: true } => "record",
            _ => "class",
        };
        return $"partial {keyword} {Identifiers.OfType(type.Name)}";
    }

    private static bool HasDocumentation(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(CancellationToken.None).GetLeadingTrivia()
            .Any(trivia => trivia.ToFullString().TrimStart().StartsWith("///", System.StringComparison.Ordinal)));
}
