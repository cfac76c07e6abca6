using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using GenNet.CodeFixes.Support;
using GenNet.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenNet.CodeFixes;

/// <summary>Makes the class of a network and all types around it partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PartialFixProvider)), Shared]
public sealed class PartialFixProvider() : DeclarationFixProvider(DiagnosticIds.NotPartial, DiagnosticIds.ContainerNotPartial)
{
    private protected override IEnumerable<Fix> Find(FixContext context)
    {
        // What is within the type that is reported on is partial already.
        TypeDeclarationSyntax[] types = [.. (context.Type?.AncestorsAndSelf() ?? []).OfType<TypeDeclarationSyntax>().Where(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword)).Reverse()];
        if (types.Length == 0)
            yield break;
        ImmutableArray<Edit> edits = [.. types.Select(type => Edit.Insert(type.SyntaxTree, type.Keyword.SpanStart, "partial "))];
        yield return new Fix($"Make {string.Join(" and ", types.Select(type => $"'{type.Identifier.Text}'"))} partial", "Partial", edits);
    }
}
