using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenNet.Generator.Parsing;

/// <summary>A node that may be the declaration of a network, in the project that it stands in.</summary>
/// <param name="Node">The declaration, or the root of a tree.</param>
/// <param name="Model">The tree with its meaning.</param>
internal sealed record Candidate(SyntaxNode Node, SemanticModel Model)
{
    /// <summary>Two candidates are equal where parsing finds the same: the node is the same, and nothing outside of bodies has changed in the project.</summary>
    /// <remarks>
    /// Most keystrokes are made within a body, and then no network is parsed again. The compilation of the first of equal candidates stays in memory until a
    /// declaration changes: one, for all candidates have the same.
    /// </remarks>
    public static IEqualityComparer<Candidate> ByDeclarations { get; } = new Comparer();

    private sealed class Comparer : IEqualityComparer<Candidate>
    {
        public bool Equals(Candidate left, Candidate right)
        {
            if (left.Node != right.Node)
                return false;
            ProjectDeclarations before = ProjectDeclarations.Of(left.Model.Compilation), after = ProjectDeclarations.Of(right.Model.Compilation);
            return before.Equals(after)
                && (left.Node is not TypeDeclarationSyntax type || before.TreesOf(type.Identifier.ValueText).SequenceEqual(after.TreesOf(type.Identifier.ValueText)));
        }

        public int GetHashCode(Candidate candidate) => candidate.Node.GetHashCode();
    }
}
