using System.Collections.Generic;
using System.Composition;
using GenNet.CodeFixes.Support;
using GenNet.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GenNet.CodeFixes;

/// <summary>Puts [Flatten] before a layer that takes features.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FlattenFixProvider)), Shared]
public sealed class FlattenFixProvider() : DeclarationFixProvider(DiagnosticIds.NotFeatures)
{
    private protected override IEnumerable<Fix> Find(FixContext context)
    {
        // A projection needs its features before the layers that it goes around, and an embedding has no layer before it.
        if (context.Attribute is not { } layer || layer.Parameter("outputs") is null || context.NameOf("Flatten", layer.Syntax.SpanStart) is not { } flatten)
            yield break;
        yield return new Fix($"Put [{flatten}] before this layer", "Flatten", [AttributeInsertion.Before(layer.Syntax, flatten)]);
    }
}
