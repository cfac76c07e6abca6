using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GenNet.Generator.Parsing;

/// <summary>What a file declares: its text without the bodies of members, as a hash, and the names of its types.</summary>
/// <remarks>
/// The body of a function of numbers may be an activation or a loss, and a mistake in it has its place there: a file with such a function is only equal to itself.
/// </remarks>
internal sealed class TreeDeclarations : IEquatable<TreeDeclarations>
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeDeclarations> Known = new();

    private readonly ParseOptions _options;
    private readonly string _hash;
    private readonly bool _hasFunctions;

    private TreeDeclarations(SyntaxTree tree)
    {
        _options = tree.Options;
        SyntaxNode root = tree.GetRoot();
        SyntaxNode[] nodes = root.DescendantNodes(node => !IsBody(node)).ToArray();
        Types = nodes.OfType<TypeDeclarationSyntax>().Select(type => type.Identifier.ValueText).Distinct().ToArray();
        _hasFunctions = nodes.OfType<MethodDeclarationSyntax>().Any(IsFunction);
        _hash = Hash(tree.GetText(), nodes.Where(IsBody).Select(node => node.Span));
    }

    /// <summary>The names of the types that it declares, or parts of them.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>Those of a file.</summary>
    public static TreeDeclarations Of(SyntaxTree tree) => Known.GetValue(tree, one => new TreeDeclarations(one));

    public bool Equals(TreeDeclarations? other) =>
        ReferenceEquals(this, other) || (other is not null && !_hasFunctions && _options.Equals(other._options) && _hash == other._hash);

    public override bool Equals(object? obj) => Equals(obj as TreeDeclarations);

    public override int GetHashCode() => _hash.GetHashCode();

    /// <summary>No constant, attribute or type that others see is within.</summary>
    private static bool IsBody(SyntaxNode node) => node is BlockSyntax or ArrowExpressionClauseSyntax;

    /// <summary>Whether a method is static and takes and gives numbers, or spans of them. Other names of these types are those of their structs.</summary>
    private static bool IsFunction(MethodDeclarationSyntax method) => method.Modifiers.Any(SyntaxKind.StaticKeyword)
        && method.ParameterList.Parameters.Count > 0 && IsNumber(method.ReturnType)
        && method.ParameterList.Parameters.All(parameter => parameter.Type is { } type && (IsNumber(type) || IsSpan(type)));

    private static bool IsSpan(TypeSyntax type) => Simple(type) is GenericNameSyntax { Identifier.ValueText: "Span" or "ReadOnlySpan" };

    private static bool IsNumber(TypeSyntax type) => Simple(type) switch
    {
        PredefinedTypeSyntax predefined => !predefined.Keyword.IsKind(SyntaxKind.VoidKeyword) && !predefined.Keyword.IsKind(SyntaxKind.StringKeyword) && !predefined.Keyword.IsKind(SyntaxKind.ObjectKeyword),
        IdentifierNameSyntax name => name.Identifier.ValueText is "Single" or "Double" or "Int32" or "Int64" or "Boolean",
        _ => false,
    };

    private static TypeSyntax Simple(TypeSyntax type) => type is QualifiedNameSyntax qualified ? qualified.Right : type;

    private static string Hash(SourceText text, IEnumerable<TextSpan> bodies)
    {
        var rest = new StringBuilder();
        int start = 0;
        foreach (TextSpan body in bodies)
        {
            rest.Append(text.ToString(TextSpan.FromBounds(start, body.Start))).Append('\0');
            start = body.End;
        }

        rest.Append(text.ToString(TextSpan.FromBounds(start, text.Length)));
        using SHA256 hash = SHA256.Create();
        return Convert.ToBase64String(hash.ComputeHash(Encoding.UTF8.GetBytes(rest.ToString())));
    }
}
