using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenNet.Generator.Parsing.Functions;

/// <summary>What a function takes and gives, as its gradient sees it. It is read of the declaration alone, in source or in another assembly.</summary>
/// <param name="Method">The method.</param>
/// <param name="Parameters">Its parameters.</param>
internal sealed record FunctionSignature(IMethodSymbol Method, ImmutableArray<SignatureParameter> Parameters)
{
    public static readonly SymbolDisplayFormat FullNames = SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers | SymbolDisplayMiscellaneousOptions.UseSpecialTypes
        | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>Whether it returns a number; otherwise it writes spans.</summary>
    public bool ReturnsNumber => ScalarType(Method.ReturnType) is not null;

    public static FunctionSignature Of(IMethodSymbol method) => new(method, method.Parameters.Select(SignatureParameter.Of).ToImmutableArray());

    /// <summary>With the parameters behind the first so many as constants.</summary>
    public FunctionSignature Of(int active) => this with
    {
        Parameters = [.. Parameters.Select((parameter, i) => i < active ? parameter : parameter with { IsConstant = true })],
    };

    /// <summary>float or double; null for every other type.</summary>
    public static string? ScalarType(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Single => "float",
        SpecialType.System_Double => "double",
        _ => null,
    };

    /// <summary>A name as C# writes it: a keyword gets its sign.</summary>
    public static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>Whether a method is marked [Differentiable].</summary>
    public static bool IsDifferentiable(IMethodSymbol method) => Attribute(method) is not null;

    /// <summary>The attribute of a method.</summary>
    public static AttributeData? Attribute(IMethodSymbol method) =>
        method.GetAttributes().FirstOrDefault(attribute => KnownTypes.IsOurs(attribute.AttributeClass, "DifferentiableAttribute"));
}

/// <summary>A parameter of a function.</summary>
/// <param name="Symbol">The parameter.</param>
/// <param name="ScalarType">float or double, of the number or of the span's numbers; null for what is not differentiated anyway.</param>
/// <param name="SpanKind">Which span it is, if it is one of float or double.</param>
/// <param name="IsConstant">Whether it is marked [Constant].</param>
internal sealed record SignatureParameter(IParameterSymbol Symbol, string? ScalarType, SpanKind SpanKind, bool IsConstant)
{
    /// <summary>Whether it has a gradient.</summary>
    public bool IsActive => ScalarType is not null && !IsConstant;

    /// <summary>Whether a type is Span or ReadOnlySpan.</summary>
    public static bool IsSpan(ITypeSymbol? type) => type is INamedTypeSymbol
    {
        Name: "Span" or "ReadOnlySpan", Arity: 1, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true },
    };

    public static SignatureParameter Of(IParameterSymbol symbol)
    {
        bool isConstant = symbol.GetAttributes().Any(attribute => KnownTypes.IsOurs(attribute.AttributeClass, "ConstantAttribute"));
        if (symbol.Type is INamedTypeSymbol span && IsSpan(span))
        {
            string? type = FunctionSignature.ScalarType(span.TypeArguments[0]);
            return new SignatureParameter(symbol, type, type is null ? SpanKind.None : span.Name == "Span" ? SpanKind.Mutable : SpanKind.ReadOnly, isConstant);
        }

        return new SignatureParameter(symbol, FunctionSignature.ScalarType(symbol.Type), SpanKind.None, isConstant);
    }
}

/// <summary>Whether a parameter is a span, and which.</summary>
internal enum SpanKind
{
    None,
    ReadOnly,
    Mutable,
}
