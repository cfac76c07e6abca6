using System.Collections.Generic;
using System.Composition;
using GenNet.CodeFixes.Support;
using GenNet.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GenNet.CodeFixes;

/// <summary>Removes an argument that has no effect.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ArgumentFixProvider)), Shared]
public sealed class ArgumentFixProvider()
    : DeclarationFixProvider(DiagnosticIds.AlphaUnused, DiagnosticIds.InvalidInit, DiagnosticIds.ProjectionUnused, DiagnosticIds.FunctionWithoutAlpha)
{
    private protected override IEnumerable<Fix> Find(FixContext context)
    {
        if (context.Property(FixProperties.Argument) is { } property && context.Attribute?.Named(property) is { } argument)
            yield return new Fix($"Remove {property}", "Remove", [.. ArgumentRemoval.Of(argument)]);
    }
}
