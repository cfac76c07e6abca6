using System.Collections.Generic;
using System.Composition;
using System.Linq;
using GenNet.CodeFixes.Support;
using GenNet.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenNet.CodeFixes;

/// <summary>Makes a class of layers a network, or a block of networks.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NetworkFixProvider)), Shared]
public sealed class NetworkFixProvider() : DeclarationFixProvider(DiagnosticIds.NotNetwork)
{
    private protected override IEnumerable<Fix> Find(FixContext context)
    {
        if (context.Type is not { } type || context.Layers(type).FirstOrDefault()?.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } home)
            yield break;
        foreach (string attribute in new[] { "Network", "Block" })
        {
            if (context.NameOf(attribute, home.AttributeLists[0].SpanStart) is { } name)
                yield return new Fix($"Add [{name}]", attribute, [AttributeInsertion.Before(home.AttributeLists[0], name)]);
        }
    }
}
