using System.Collections.Generic;
using System.Composition;
using System.Linq;
using GenNet.CodeFixes.Support;
using GenNet.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GenNet.CodeFixes;

/// <summary>Gives the last layer the activation that the loss needs, or leaves the loss to the activation.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LossFixProvider)), Shared]
public sealed class LossFixProvider() : DeclarationFixProvider(DiagnosticIds.LossMismatch)
{
    private protected override IEnumerable<Fix> Find(FixContext context)
    {
        if (context.Attribute is not { } network || context.Type is not { } type)
            yield break;
        AttributeUse? last = context.Layers(type).LastOrDefault();
        if (context.Property(FixProperties.Activation) is { } needed && LayerActivation.Of(last, context.Compilation, context.Cancellation) is { } activation)
        {
            WrittenActivation fitting = activation.Of(needed);
            yield return new Fix($"Give the last layer {fitting.Text(isNamed: false)}", "Activation", [.. activation.Write(fitting)]);
        }

        if (context.Property(FixProperties.Loss) is { } chosen && network.Argument("loss") is { } loss)
            yield return new Fix($"Remove the loss: {chosen} fits the last activation, and is chosen", "Loss", [.. ArgumentRemoval.Of(loss)]);
    }
}
