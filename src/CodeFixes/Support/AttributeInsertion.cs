using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GenNet.CodeFixes.Support;

/// <summary>How one more attribute is written before others: in a list of its own, or in theirs, on a line of its own, or in theirs, as they stand.</summary>
internal static class AttributeInsertion
{
    /// <summary>Before an attribute, in its list if that has others.</summary>
    public static Edit Before(AttributeSyntax attribute, string name)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        return list.Attributes.Count == 1 ? Before(list, name) : Insert(attribute, $"{name},", attribute.SpanStart);
    }

    /// <summary>Before a list.</summary>
    public static Edit Before(AttributeListSyntax list, string name) => Insert(list, $"[{name}]", list.GetLastToken().GetNextToken().SpanStart);

    /// <summary>Writes a text before a node, on a line of its own if the node has one.</summary>
    /// <param name="node">The node.</param>
    /// <param name="written">The text.</param>
    /// <param name="next">Where what must be on another line begins.</param>
    private static Edit Insert(SyntaxNode node, string written, int next)
    {
        SourceText text = node.SyntaxTree.GetText();
        TextLine line = text.Lines.GetLineFromPosition(node.SpanStart);
        string before = text.ToString(TextSpan.FromBounds(line.Start, node.SpanStart));
        bool hasLine = string.IsNullOrWhiteSpace(before) && (next == node.SpanStart || next > line.End);
        return Edit.Insert(node.SyntaxTree, node.SpanStart, hasLine ? written + LineBreak(text) + before : written + " ");
    }

    /// <summary>As the file has them.</summary>
    private static string LineBreak(SourceText text)
    {
        TextLine first = text.Lines[0];
        return first.End == first.EndIncludingLineBreak ? "\n" : text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak));
    }
}
