using System.Collections.Generic;
using System.Composition;
using System.Linq;
using GenNet.CodeFixes.Support;
using GenNet.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GenNet.CodeFixes;

/// <summary>Moves softmax to the last layer, in exchange for the activation that stands there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SoftmaxFixProvider)), Shared]
public sealed class SoftmaxFixProvider() : DeclarationFixProvider(DiagnosticIds.SoftmaxNotLast)
{
    /// <summary>What does nothing before the last layer, or cannot stand there.</summary>
    private static readonly string[] ForNoOther = ["Identity", "Softmax", "Step", "Sign"];

    private protected override IEnumerable<Fix> Find(FixContext context)
    {
        if (context.Attribute is not { } attribute || context.Type is not { } type || LayerActivation.Of(attribute, context.Compilation, context.Cancellation) is not { Member: "Softmax" } here)
            yield break;
        AttributeUse last = context.Layers(type).Last();
        if (last.Syntax == attribute.Syntax || LayerActivation.Of(last, context.Compilation, context.Cancellation) is not { } end)
            yield break;

        WrittenActivation exchanged = end.Written is { } written && !ForNoOther.Contains(end.Member) ? written : here.Of("ReLU");
        IEnumerable<Edit> edits = here.Write(exchanged).Concat(end.Member == "Softmax" ? [] : end.Write(end.Of("Softmax")));
        string softmax = end.Member == "Softmax" ? "" : $"Give the last layer {end.Of("Softmax").Text(isNamed: false)}, and ";
        string title = $"{softmax}{(softmax.Length > 0 ? "give" : "Give")} this one {exchanged.Text(isNamed: false)}";
        yield return new Fix(title, "Move", [.. edits]);
    }
}
