using System.Collections.Generic;
using System.Linq;
using System.Threading;
using GenNet.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenNet.Generator.Parsing;

/// <summary>
/// Arguments made of constants that the generator writes, such as <c>Net.OutputSize</c>. While it reads the declarations they are
/// errors, and afterwards they are not: nobody else would ever report them.
/// </summary>
internal sealed class UnwrittenConstants(Compilation compilation, CancellationToken cancellation)
{
    /// <summary>The first such constant in the expression, or in the constants that it is made of; null where there is none.</summary>
    public string? FirstIn(ExpressionSyntax expression) => FirstIn(expression, new HashSet<ISymbol>(SymbolEqualityComparer.Default));

    private string? FirstIn(ExpressionSyntax expression, HashSet<ISymbol> seen)
    {
        // In an editor a block of another project has its source too. What is wrong there is reported there.
        if (!compilation.ContainsSyntaxTree(expression.SyntaxTree))
            return null;
        SemanticModel model = compilation.GetSemanticModel(expression.SyntaxTree);
        foreach (IdentifierNameSyntax name in expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            cancellation.ThrowIfCancellationRequested();
            ISymbol? symbol = model.GetSymbolInfo(name, cancellation).Symbol;
            if (symbol is null && IsUnwritten(name, model))
                return name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access.ToString() : name.ToString();
            if (symbol is IFieldSymbol { IsConst: true, HasConstantValue: false } constant && seen.Add(constant)
                && Definitions(constant).Select(definition => FirstIn(definition, seen)).FirstOrDefault(found => found is not null) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>What a constant is made of; a member of an enum may count on from one before it.</summary>
    private IEnumerable<ExpressionSyntax> Definitions(IFieldSymbol constant)
    {
        IEnumerable<ISymbol> fields = constant.ContainingType.TypeKind == TypeKind.Enum ? constant.ContainingType.GetMembers() : [constant];
        foreach (SyntaxReference reference in fields.SelectMany(field => field.DeclaringSyntaxReferences))
        {
            ExpressionSyntax? value = reference.GetSyntax(cancellation) switch
            {
                VariableDeclaratorSyntax variable => variable.Initializer?.Value,
                EnumMemberDeclarationSyntax member => member.EqualsValue?.Value,
                _ => null,
            };
            if (value is not null)
                yield return value;
        }
    }

    private bool IsUnwritten(IdentifierNameSyntax name, SemanticModel model)
    {
        if (!NetworkSurface.Constants.Contains(name.Identifier.ValueText))
            return false;
        if (name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
            return IsNetwork(model.GetSymbolInfo(access.Expression, cancellation).Symbol) || IsNetwork(model.GetTypeInfo(access.Expression, cancellation).Type);
        return name.Ancestors().OfType<TypeDeclarationSyntax>().Any(type => IsNetwork(model.GetDeclaredSymbol(type, cancellation))) || StaticUsings(name).Any(IsNetwork);
    }

    private IEnumerable<ISymbol?> StaticUsings(SyntaxNode node)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            foreach (UsingDirectiveSyntax directive in tree.GetCompilationUnitRoot(cancellation).DescendantNodes(child => child is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>())
            {
                bool isInSight = tree == node.SyntaxTree || directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword);
                if (isInSight && directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword))
                    yield return model.GetSymbolInfo(directive.NamespaceOrType, cancellation).Symbol;
            }
        }
    }

    private static bool IsNetwork(ISymbol? symbol)
    {
        for (var type = symbol as INamedTypeSymbol; type is not null; type = type.BaseType)
        {
            if (KnownTypes.IsNetwork(type))
                return true;
        }

        return false;
    }
}
