using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Diagnostics;
using GenNet.Generator.Model;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Parsing;

/// <summary>Members of the user's class that the generator would write into it once more.</summary>
internal static class TakenMembers
{
    /// <summary>Reports each such member, and says which members of the network cannot be written, by their number.</summary>
    public static ImmutableArray<int> Report(INamedTypeSymbol type, IEnumerable<SurfaceMember> surface, List<Diagnostic> diagnostics)
    {
        SurfaceMember[] members = surface.ToArray();
        var taken = ImmutableSortedSet.CreateBuilder<int>();
        foreach (ISymbol own in type.GetMembers().Where(own => !own.IsImplicitlyDeclared && own is not IMethodSymbol { AssociatedSymbol: not null }))
        {
            int[] same = Enumerable.Range(0, members.Length).Where(i => AreSame(own, members[i])).ToArray();
            if (same.Length == 0)
                continue;
            SurfaceMember first = members[same[0]];
            diagnostics.Add(Diagnostic.Create(
                Descriptors.MemberTaken, own.Locations[0], Text(own, first, type), own is IMethodSymbol && first.IsOverloaded ? "other parameters" : "another name"));
            taken.UnionWith(same);
        }

        return [.. taken];
    }

    private static bool AreSame(ISymbol own, SurfaceMember member)
    {
        if (member.IsExplicit)
            return Implemented(own).Any(implemented => implemented.Name == member.Name && IsOfNetwork(implemented.ContainingType) && HasParametersOf(implemented, member));
        if (own is IMethodSymbol { MethodKind: MethodKind.Constructor })
            return member.Kind == SurfaceKind.Constructor && HasParametersOf(own, member);
        if (member.Kind == SurfaceKind.Constructor)
            return false;
        if (own is IMethodSymbol { Name: "get_Layout" or "get_Parameters" or "set_Layout" or "set_Parameters" } accessor)
            return member.Kind == SurfaceKind.Property && accessor.Name.EndsWith("_" + member.Name, System.StringComparison.Ordinal);
        return own.Name == member.Name && (own is not IMethodSymbol { Arity: var arity } || member.Kind != SurfaceKind.Method || (arity == 0 && HasParametersOf(own, member)));
    }

    private static bool HasParametersOf(ISymbol own, SurfaceMember member) => own is not IMethodSymbol method
        || (method.Parameters.All(parameter => parameter.RefKind == RefKind.None)
            && method.Parameters.Select(parameter => parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat))
                .SequenceEqual(member.Parameters.Select(parameter => parameter.Type.TrimEnd('?'))));

    private static IEnumerable<ISymbol> Implemented(ISymbol own) => own switch
    {
        IMethodSymbol method => method.ExplicitInterfaceImplementations,
        IPropertySymbol property => property.ExplicitInterfaceImplementations,
        _ => [],
    };

    private static bool IsOfNetwork(INamedTypeSymbol type) =>
        KnownTypes.IsOurs(type, "INetwork") || KnownTypes.IsOurs(type, "IInferenceNetwork");

    private static string Text(ISymbol own, SurfaceMember member, INamedTypeSymbol type) => own is IMethodSymbol method && member.IsOverloaded
        ? $"{(member.Kind == SurfaceKind.Constructor ? type.Name : method.Name)}({string.Join(", ", method.Parameters.Select(parameter => parameter.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)))})"
        : member.IsExplicit ? member.Name : own.Name;
}
