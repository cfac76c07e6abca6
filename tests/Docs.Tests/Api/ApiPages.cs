using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;

namespace GenNet.Docs.Tests.Api;

/// <summary>The pages of docs/api: one for each folder of the library, and the index.</summary>
internal static class ApiPages
{
    private static readonly SymbolDisplayFormat Signature = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeRef,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat Named = new(genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters, miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    /// <summary>The pages, by their file names.</summary>
    public static IEnumerable<(string File, string Text)> All()
    {
        var index = new StringBuilder("# API\n\nThe public types of GenNet by subject, from the XML documentation; an editor shows the same on hover. What only emitted code calls, in `GenNet.CompilerServices`, is left out.\n");
        foreach (IGrouping<string, INamedTypeSymbol> folder in PublicTypes.ByFolder())
        {
            string file = folder.Key.ToLowerInvariant() + ".md";
            index.Append(CultureInfo.InvariantCulture, $"\n## {folder.Key}\n\n| | |\n|---|---|\n");
            var page = new StringBuilder($"# {folder.Key}\n");
            foreach (INamedTypeSymbol type in folder)
            {
                string name = type.ToDisplayString(Named);
                index.Append(CultureInfo.InvariantCulture, $"| [`{name}`]({file}#{Anchor(name)}) | {FirstSentence(DocText.Of(type)?.Summary ?? "")} |\n");
                Append(page, type, name);
            }

            yield return (file, page.ToString());
        }

        yield return ("README.md", index.ToString());
    }

    private static void Append(StringBuilder page, INamedTypeSymbol type, string name)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## `{name}`\n\n*{Kind(type)}*\n");
        Append(page, DocText.Of(type), ofType: true);
        ISymbol[] members = [.. PublicTypes.Members(type)];
        if (type.TypeKind == TypeKind.Enum)
        {
            page.Append("\n| | |\n|---|---|\n");
            foreach (ISymbol value in members)
                page.Append(CultureInfo.InvariantCulture, $"| `{value.Name}` | {DocText.Of(value)?.Summary} |\n");
            return;
        }

        foreach (ISymbol member in members)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n**`{member.ToDisplayString(Signature)}`**\n");
            Append(page, DocText.Of(member), ofType: false);
        }
    }

    private static void Append(StringBuilder page, DocText? text, bool ofType)
    {
        if (text is null)
            return;
        foreach (string paragraph in new[] { text.Summary, text.Remarks }.Where(paragraph => paragraph.Length > 0))
            page.Append(CultureInfo.InvariantCulture, $"\n{paragraph}\n");
        if (text.Example is { } example)
            page.Append(CultureInfo.InvariantCulture, $"\n```text\n{example}\n```\n");
        string[] lines = [
            .. text.Parameters.Where(parameter => parameter.Text.Length > 0).Select(parameter => $"- `{parameter.Name}`: {parameter.Text}"),
            .. text.Returns.Length > 0 ? [$"- returns: {text.Returns}"] : Array.Empty<string>(),
            .. text.Exceptions.Select(exception => $"- throws `{exception.Type}`: {exception.Text}"),
        ];
        if (lines.Length > 0)
            page.Append(CultureInfo.InvariantCulture, $"\n{string.Join('\n', lines)}\n");
    }

    private static string Kind(INamedTypeSymbol type)
    {
        string kind = type.TypeKind switch
        {
            TypeKind.Enum => "enum",
            TypeKind.Interface => "interface",
            TypeKind.Struct => "struct",
            TypeKind.Delegate => $"delegate {type.DelegateInvokeMethod!.ToDisplayString(Signature)}",
            _ => type.IsStatic ? "static class" : type.IsAbstract ? "abstract class" : "class",
        };
        return type is { TypeKind: TypeKind.Class, BaseType: { SpecialType: not SpecialType.System_Object } origin } ? $"{kind}, derived from {origin.ToDisplayString(Named)}" : kind;
    }

    private static string FirstSentence(string text)
    {
        int end = text.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? text : text[..(end + 1)];
    }

    /// <summary>The name under which GitHub finds a heading.</summary>
    private static string Anchor(string heading) => string.Concat(heading.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is '-' or '_' or ' ')).Replace(' ', '-');
}
