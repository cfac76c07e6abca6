using System.Collections.Generic;
using System.Composition;
using System.Linq;
using GenNet.CodeFixes.Support;
using GenNet.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GenNet.CodeFixes;

/// <summary>Makes a method static that a network names as an activation or as its loss, wherever it is declared.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StaticFixProvider)), Shared]
public sealed class StaticFixProvider() : DeclarationFixProvider(DiagnosticIds.FunctionNotStatic)
{
    private static readonly SyntaxKind[] OfInstances = [SyntaxKind.VirtualKeyword, SyntaxKind.OverrideKeyword, SyntaxKind.AbstractKeyword, SyntaxKind.ReadOnlyKeyword];

    private protected override IEnumerable<Fix> Find(FixContext context)
    {
        if (context.Attribute is not { } attribute || Method(attribute, context) is not { } method)
            yield break;

        MethodDeclarationSyntax[] declarations =
        [
            .. new[] { method, method.PartialDefinitionPart, method.PartialImplementationPart }.OfType<IMethodSymbol>().SelectMany(part => part.DeclaringSyntaxReferences)
                .Select(reference => reference.GetSyntax(context.Cancellation)).OfType<MethodDeclarationSyntax>().Distinct()
        ];
        if (declarations.Length > 0 && declarations.All(declaration => context.Compilation.ContainsSyntaxTree(declaration.SyntaxTree) && CanBeStatic(declaration, context)))
            yield return new Fix($"Make '{method.Name}' static", "Static", [.. declarations.Select(Static)]);
    }

    /// <summary>The only method of the name that the attribute gives.</summary>
    private static IMethodSymbol? Method(AttributeUse attribute, FixContext context)
    {
        if (attribute.Argument("function") is not { } function || context.Model.GetConstantValue(function.Expression, context.Cancellation).Value is not string name)
            return null;
        ITypeSymbol? home = attribute.Argument("type")?.Expression is TypeOfExpressionSyntax other ? context.Model.GetTypeInfo(other.Type, context.Cancellation).Type
            : context.Type is { } type ? context.Model.GetDeclaredSymbol(type, context.Cancellation) : null;
        for (; home is not null; home = home.BaseType)
        {
            if (home.GetMembers(name).OfType<IMethodSymbol>().ToArray() is { Length: 1 } methods)
                return methods[0];
        }

        return null;
    }

    /// <summary>Whether nothing in it needs an object.</summary>
    private static bool CanBeStatic(MethodDeclarationSyntax method, FixContext context) => !method.Modifiers.Any(modifier => OfInstances.Contains(modifier.Kind()))
        && !NeedsObject(context.ModelOf(method).GetOperation(method, context.Cancellation));

    private static bool NeedsObject(IOperation? body) => body?.Descendants().Any(operation => operation is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }) == true;

    /// <summary>Behind all modifiers but partial, which is the last.</summary>
    private static Edit Static(MethodDeclarationSyntax method)
    {
        SyntaxToken partial = method.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.PartialKeyword));
        return Edit.Insert(method.SyntaxTree, partial == default ? method.ReturnType.SpanStart : partial.SpanStart, "static ");
    }
}
