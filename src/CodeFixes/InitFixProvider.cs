using System.Collections.Generic;
using System.Composition;
using GenNet.CodeFixes.Support;
using GenNet.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GenNet.CodeFixes;

/// <summary>Writes the initialisation that fits an activation, or leaves it to the default.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InitFixProvider)), Shared]
public sealed class InitFixProvider() : DeclarationFixProvider(DiagnosticIds.UnfittingInit)
{
    private protected override IEnumerable<Fix> Find(FixContext context)
    {
        if (context.Attribute?.Named("Init") is not { } argument || context.Model.GetTypeInfo(argument.Expression, context.Cancellation).Type is not { } type)
            yield break;
        if (context.Property(FixProperties.Init) is { } fitting)
        {
            string text = EnumText.Of(context.Model, type, fitting, argument.SpanStart, argument.Expression);
            yield return new Fix($"Write Init = {text}", "Write", [Edit.Replace(argument.Expression, text)]);
        }

        if (context.Property(FixProperties.DefaultInit) is { } byDefault)
            yield return new Fix($"Remove Init: the default is {byDefault}", "Remove", [.. ArgumentRemoval.Of(argument)]);
    }
}
