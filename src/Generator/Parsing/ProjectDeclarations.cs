using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Parsing;

/// <summary>All that a project declares, to be compared with what it declared before: what stands in bodies is left out.</summary>
internal sealed class ProjectDeclarations : IEquatable<ProjectDeclarations>
{
    private static readonly ConditionalWeakTable<Compilation, ProjectDeclarations> Known = new();

    private readonly Compilation _compilation;
    private readonly TreeDeclarations[] _trees;
    private readonly ILookup<string, SyntaxTree> _byType;

    // All candidates of a project ask the same.
    private ProjectDeclarations? _equal;

    private ProjectDeclarations(Compilation compilation)
    {
        _compilation = compilation;
        _trees = compilation.SyntaxTrees.Select(TreeDeclarations.Of).ToArray();
        _byType = compilation.SyntaxTrees.Zip(_trees, (tree, declarations) => (Tree: tree, Declarations: declarations))
            .SelectMany(pair => pair.Declarations.Types.Select(type => (Type: type, pair.Tree))).ToLookup(pair => pair.Type, pair => pair.Tree);
    }

    /// <summary>Those of a compilation.</summary>
    public static ProjectDeclarations Of(Compilation compilation) => Known.GetValue(compilation, one => new ProjectDeclarations(one));

    /// <summary>The trees with a declaration of a type of this name: the parts of a class are among them, and messages have their places.</summary>
    public IEnumerable<SyntaxTree> TreesOf(string type) => _byType[type];

    public bool Equals(ProjectDeclarations? other)
    {
        if (ReferenceEquals(this, other) || (other is not null && ReferenceEquals(other, _equal)))
            return true;
        if (other is null || !IsEqual(other))
            return false;
        _equal = other;
        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as ProjectDeclarations);

    public override int GetHashCode() => _trees.Length;

    private bool IsEqual(ProjectDeclarations other) => _compilation.Options.Equals(other._compilation.Options)
        && _compilation.AssemblyName == other._compilation.AssemblyName
        && _compilation.ExternalReferences.SequenceEqual(other._compilation.ExternalReferences)
        && _trees.SequenceEqual(other._trees);
}
