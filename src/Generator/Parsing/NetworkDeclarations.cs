using System.Linq;
using System.Threading;
using GenNet.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenNet.Generator.Parsing;

/// <summary>Finds the declarations marked [Network].</summary>
/// <remarks>
/// ForAttributeWithMetadataName would be the tool, but it loses files: once a tree that had an attribute has none any more, its tables drop the row of
/// that tree without a trace, and the next edit takes the rows of the trees behind it for one another. So a tree always has a row here: its root.
/// </remarks>
internal static class NetworkDeclarations
{
    private const string Name = "Network", LongName = Name + "Attribute";

    /// <summary>Whether a node is the root of a tree, or may be a declaration marked [Network]: a class or record with an attribute of that name, or of one that
    /// may be an alias.</summary>
    public static bool IsCandidate(SyntaxNode node) => node is CompilationUnitSyntax
        || ((node is ClassDeclarationSyntax || node.IsKind(SyntaxKind.RecordDeclaration))
            && ((TypeDeclarationSyntax)node).AttributeLists.SelectMany(list => list.Attributes).Any(attribute => IsNamed(attribute) || attribute.Name is IdentifierNameSyntax));

    /// <summary>What a declaration says, or null where the node is no declaration of a network.</summary>
    public static ParsedNetwork? Parse(Candidate context, CancellationToken cancellation)
    {
        if (context.Node is not TypeDeclarationSyntax declaration
            || !declaration.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => IsNamed(attribute) || IsAlias(attribute, context.Model, cancellation))
            || context.Model.GetDeclaredSymbol(declaration, cancellation) is not INamedTypeSymbol type)
            return null;
        AttributeData? network = KnownTypes.NetworkAttributes(type)
            .FirstOrDefault(attribute => attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).Parent?.Parent == declaration);
        return network is null ? null : NetworkParser.Parse(type, declaration, network, context.Model.Compilation, cancellation);
    }

    private static bool IsNamed(AttributeSyntax attribute) => AttributeNames.Is(attribute, Name);

    private static bool IsAlias(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellation) => attribute.Name is IdentifierNameSyntax name
        && model.GetAliasInfo(name, cancellation)?.Target is INamedTypeSymbol { Name: LongName };
}
