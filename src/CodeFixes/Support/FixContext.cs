using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenNet.CodeFixes.Support;

/// <summary>What a fix has at hand: the mistake, where it stands, and what that means.</summary>
/// <param name="diagnostic">The mistake.</param>
/// <param name="root">The file that it stands in.</param>
/// <param name="model">The file with its meaning.</param>
/// <param name="cancellation">Ends the work.</param>
internal sealed class FixContext(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellation)
{
    public SemanticModel Model => model;

    public Compilation Compilation => model.Compilation;

    public CancellationToken Cancellation => cancellation;

    /// <summary>The attribute that is reported on; null where there is none, as for what is wrong within a block of another file.</summary>
    public AttributeUse? Attribute => Node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute ? AttributeUse.Of(attribute, model, cancellation) : null;

    /// <summary>The type whose name is reported on, or whose attribute.</summary>
    public TypeDeclarationSyntax? Type => Node.FirstAncestorOrSelf<TypeDeclarationSyntax>();

    private SyntaxNode Node => root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);

    /// <summary>What the diagnostic says of a property.</summary>
    public string? Property(string key) => diagnostic.Properties.TryGetValue(key, out string? value) ? value : null;

    /// <summary>The layer attributes of a class, in order.</summary>
    public AttributeUse[] Layers(TypeDeclarationSyntax type) => model.GetDeclaredSymbol(type, cancellation) is not { } symbol ? [] :
    [
        .. symbol.GetAttributes().Where(attribute => IsLayer(attribute.AttributeClass))
            .Select(attribute => attribute.ApplicationSyntaxReference?.GetSyntax(cancellation)).OfType<AttributeSyntax>()
            .Select(attribute => AttributeUse.Of(attribute, ModelOf(attribute), cancellation)).OfType<AttributeUse>()
    ];

    /// <summary>A file of the project with its meaning.</summary>
    public SemanticModel ModelOf(SyntaxNode node) => node.SyntaxTree == model.SyntaxTree ? model : Compilation.GetSemanticModel(node.SyntaxTree);

    /// <summary>How an attribute of GenNet is written at a place.</summary>
    public string? NameOf(string attribute, int position)
    {
        const string Ending = "Attribute";
        string? name = Compilation.GetTypeByMetadataName($"GenNet.{attribute}{Ending}")?.ToMinimalDisplayString(model, position);
        return name?.EndsWith(Ending, System.StringComparison.Ordinal) == true ? name.Substring(0, name.Length - Ending.Length) : name;
    }

    private static bool IsLayer(INamedTypeSymbol? type)
    {
        for (INamedTypeSymbol? basis = type; basis is not null; basis = basis.BaseType)
        {
            if (basis is { Name: "LayerAttribute", ContainingNamespace: { Name: "GenNet", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }

        return false;
    }
}
