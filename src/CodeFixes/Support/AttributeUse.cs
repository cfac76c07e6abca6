using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenNet.CodeFixes.Support;

/// <summary>An attribute as it is written, with its constructor.</summary>
/// <param name="syntax">It.</param>
/// <param name="constructor">The constructor that it calls.</param>
/// <param name="model">The file that it stands in, with its meaning.</param>
internal sealed class AttributeUse(AttributeSyntax syntax, IMethodSymbol constructor, SemanticModel model)
{
    public AttributeSyntax Syntax => syntax;

    public SyntaxTree Tree => syntax.SyntaxTree;

    public SemanticModel Model => model;

    /// <summary>The name of its class.</summary>
    public string ClassName => constructor.ContainingType.Name;

    /// <summary>The arguments of the constructor, as they are written.</summary>
    public AttributeArgumentSyntax[] Arguments => [.. All.Where(argument => argument.NameEquals is null)];

    private SeparatedSyntaxList<AttributeArgumentSyntax> All => syntax.ArgumentList?.Arguments ?? default;

    /// <summary>An attribute; null where the compiler cannot bind it.</summary>
    public static AttributeUse? Of(AttributeSyntax syntax, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(syntax, cancellation).Symbol is IMethodSymbol constructor ? new AttributeUse(syntax, constructor, model) : null;

    /// <summary>A parameter of the constructor; null where it has none of the name.</summary>
    public IParameterSymbol? Parameter(string name) => constructor.Parameters.FirstOrDefault(parameter => parameter.Name == name);

    /// <summary>The argument of a parameter; null where it is not written.</summary>
    public AttributeArgumentSyntax? Argument(string parameter)
    {
        if (Parameter(parameter) is not { } of)
            return null;
        AttributeArgumentSyntax[] arguments = Arguments;
        return arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter)
            ?? arguments.Where((argument, i) => argument.NameColon is null && i == of.Ordinal).FirstOrDefault();
    }

    /// <summary>The argument of a property; null where it is not written.</summary>
    public AttributeArgumentSyntax? Named(string property) => All.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == property);

    /// <summary>The change that adds an argument of the constructor behind those that are there.</summary>
    /// <param name="parameter">Its parameter.</param>
    /// <param name="expression">What is written.</param>
    public Edit Add(string parameter, string expression)
    {
        AttributeArgumentSyntax[] arguments = Arguments;
        bool isInPlace = arguments.All(argument => argument.NameColon is null) && arguments.Length == Parameter(parameter)?.Ordinal;
        string text = isInPlace ? expression : $"{parameter}: {expression}";
        if (syntax.ArgumentList is not { } list)
            return Edit.Insert(Tree, syntax.Name.Span.End, $"({text})");
        return arguments.LastOrDefault() is { } last
            ? Edit.Insert(Tree, last.Span.End, $", {text}")
            : Edit.Insert(Tree, list.OpenParenToken.Span.End, list.Arguments.Count > 0 ? $"{text}, " : text);
    }

    /// <summary>The change that adds the argument of a property behind all others.</summary>
    public Edit AddNamed(string text) => syntax.ArgumentList is not { } list ? Edit.Insert(Tree, syntax.Name.Span.End, $"({text})")
        : list.Arguments.LastOrDefault() is { } last ? Edit.Insert(Tree, last.Span.End, $", {text}") : Edit.Insert(Tree, list.OpenParenToken.Span.End, text);
}
