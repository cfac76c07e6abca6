using System.Collections.Generic;
using System.Composition;
using GenNet.CodeFixes.Support;
using GenNet.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GenNet.CodeFixes;

/// <summary>Corrects the number of inputs of a layer, or leaves it out, as it follows from what is before.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InputsFixProvider)), Shared]
public sealed class InputsFixProvider() : DeclarationFixProvider(DiagnosticIds.SizeMismatch, DiagnosticIds.InputMismatch)
{
    private protected override IEnumerable<Fix> Find(FixContext context)
    {
        if (context.Attribute?.Argument("inputs") is not { } argument || context.Property(FixProperties.Inputs) is not { } inputs)
            yield break;
        yield return new Fix($"Change the number of inputs to {inputs}", "State", [Edit.Replace(argument.Expression, inputs)]);
        yield return new Fix("Leave the number of inputs out", "LeaveOut", [.. ArgumentRemoval.Of(argument)]);
    }
}
