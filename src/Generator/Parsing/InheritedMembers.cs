using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Model;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Parsing;

/// <summary>The members of base classes that a network written into the class would hide.</summary>
internal static class InheritedMembers
{
    /// <summary>Those of the given names that the class can see, without repetition.</summary>
    public static EquatableArray<InheritedMember> Of(INamedTypeSymbol type, IReadOnlyCollection<string> names)
    {
        var members = ImmutableArray.CreateBuilder<InheritedMember>();
        for (INamedTypeSymbol? basis = type.BaseType; basis is not null; basis = basis.BaseType)
        {
            foreach (ISymbol member in basis.GetMembers().Where(member => names.Contains(member.Name) && IsInSight(member, type)))
            {
                var inherited = new InheritedMember(Signature(member), member.IsAbstract);
                if (members.All(known => known.Signature != inherited.Signature))
                    members.Add(inherited);
            }
        }

        return new EquatableArray<InheritedMember>(members.ToImmutable());
    }

    private static bool IsInSight(ISymbol member, INamedTypeSymbol type) => member.DeclaredAccessibility switch
    {
        Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal => true,
        Accessibility.Internal or Accessibility.ProtectedAndInternal => member.ContainingAssembly.GivesAccessTo(type.ContainingAssembly)
            || SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, type.ContainingAssembly),
        _ => false,
    };

    /// <summary>Generic methods have none that the surface could repeat, so theirs is left with a mark.</summary>
    private static string Signature(ISymbol member) => member is IMethodSymbol method
        ? $"{method.Name}{(method.Arity == 0 ? "" : "`")}({string.Join(", ", method.Parameters.Select(TypeOf))})"
        : member.Name;

    private static string TypeOf(IParameterSymbol parameter) =>
        (parameter.RefKind == RefKind.None ? "" : "ref ") + parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
