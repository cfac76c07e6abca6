using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GenNet.CodeFixes.Support;

/// <summary>How an argument goes without a trace and takes no comment with it.</summary>
internal static class ArgumentRemoval
{
    /// <summary>The changes.</summary>
    public static IEnumerable<Edit> Of(AttributeArgumentSyntax argument)
    {
        var list = (AttributeArgumentListSyntax)argument.Parent!;
        SyntaxTree tree = argument.SyntaxTree;
        if (list.Arguments.Count == 1 && !Comments(list).Any())
            return [Edit.Replace(list, "")];
        int index = list.Arguments.IndexOf(argument);
        SourceText text = tree.GetText();
        if (list.Arguments.Count == 1)
            return [Edit.Replace(argument, "")];
        if (index < list.Arguments.SeparatorCount)
            return [Edit.Replace(tree, Line(text, TextSpan.FromBounds(argument.SpanStart, list.Arguments.GetSeparator(index).Span.End)), "")];

        // The last one goes with the comma before it; a comment between the two stays.
        SyntaxToken separator = list.Arguments.GetSeparator(index - 1);
        return IsBlank(text, separator.Span.End, argument.SpanStart)
            ? [Edit.Replace(tree, TextSpan.FromBounds(separator.SpanStart, argument.Span.End), "")]
            : [Edit.Replace(tree, separator.Span, ""), Edit.Replace(argument, "")];
    }

    /// <summary>A piece of text with the blanks behind it; the whole line where nothing else is on it.</summary>
    private static TextSpan Line(SourceText text, TextSpan span)
    {
        TextLine line = text.Lines.GetLineFromPosition(span.End);
        int end = span.End;
        while (end < line.End && text[end] is ' ' or '\t')
            end++;
        return end == line.End && line.Start <= span.Start && IsBlank(text, line.Start, span.Start)
            ? TextSpan.FromBounds(line.Start, line.EndIncludingLineBreak) : TextSpan.FromBounds(span.Start, end);
    }

    private static bool IsBlank(SourceText text, int start, int end) => string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(start, end)));

    private static IEnumerable<SyntaxTrivia> Comments(SyntaxNode node) => node.DescendantTrivia().Where(trivia => !string.IsNullOrWhiteSpace(trivia.ToString()));
}
