using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GenNet.CodeFixes.Support;

/// <summary>One way to mend a mistake.</summary>
/// <param name="Title">What will be written.</param>
/// <param name="Key">What the same way has in common at all places.</param>
/// <param name="Edits">The changes.</param>
internal sealed record Fix(string Title, string Key, ImmutableArray<Edit> Edits);

/// <summary>A change of the text of a file: all that it does not touch stays as the user has written it.</summary>
/// <param name="Tree">The file.</param>
/// <param name="Change">The change.</param>
internal readonly record struct Edit(SyntaxTree Tree, TextChange Change)
{
    public static Edit Insert(SyntaxTree tree, int position, string text) => Replace(tree, new TextSpan(position, 0), text);

    public static Edit Replace(SyntaxNode node, string text) => Replace(node.SyntaxTree, node.Span, text);

    public static Edit Replace(SyntaxTree tree, TextSpan span, string text) => new(tree, new TextChange(span, text));

    /// <summary>Whether both cannot be made.</summary>
    public bool IsAgainst(Edit other) => Tree == other.Tree && this != other
        && (Change.Span.OverlapsWith(other.Change.Span) || Change.Span.Start == other.Change.Span.Start);
}
