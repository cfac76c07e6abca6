using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenNet.Generator.Parsing;

/// <summary>The arguments of one attribute by name, whichever constructor was used.</summary>
internal sealed class AttributeReader(AttributeData attribute)
{
    /// <summary>
    /// Whether the compiler could not bind the attribute or one of its arguments. It reports that, unless the argument is an error only
    /// until the generator has run.
    /// </summary>
    public bool IsBroken { get; } = attribute.AttributeConstructor is null || HasErrorArgument(attribute);

    /// <summary>A constructor argument by the name of its parameter, or null where the constructor has none of the name.</summary>
    public T? Argument<T>(string parameter)
        where T : struct => Constructor(parameter) is { Kind: not TypedConstantKind.Array, Value: T value } ? value : null;

    /// <summary>A constructor argument that is a type, by the name of its parameter; null where there is none.</summary>
    public ITypeSymbol? ArgumentType(string parameter) => Constructor(parameter) is { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } ? type : null;

    /// <summary>Whether the constructor has a parameter of the name.</summary>
    public bool Has(string parameter) => Constructor(parameter) is not null;

    /// <summary>A constructor argument that is a string, by the name of its parameter; null where there is none.</summary>
    public string? ArgumentText(string parameter) => Constructor(parameter) is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : null;

    /// <summary>Whether an argument is the name of something that the compiler does not find, which it reports.</summary>
    public bool HasUnknownName(Compilation compilation, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax { ArgumentList: { } list } syntax && compilation.ContainsSyntaxTree(syntax.SyntaxTree)
        && list.Arguments.Select(argument => argument.Expression).OfType<InvocationExpressionSyntax>().SelectMany(call => call.ArgumentList.Arguments)
            .Any(argument => compilation.GetSemanticModel(syntax.SyntaxTree).GetSymbolInfo(argument.Expression, cancellation) is { Symbol: null, CandidateSymbols.IsEmpty: true });

    /// <summary>A named argument that is a value, or null where it was not given.</summary>
    public T? Named<T>(string property)
        where T : struct
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == property && argument.Value.Value is T value)
                return value;
        }

        return null;
    }

    /// <summary>A named argument that is a string, or null where it was not given.</summary>
    public string? NamedText(string property)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == property)
                return argument.Value.Value as string;
        }

        return null;
    }

    /// <summary>Whether a named argument was given.</summary>
    public bool HasNamed(string property) => attribute.NamedArguments.Any(argument => argument.Key == property);

    /// <summary>How the attribute is written: <c>Dense</c>.</summary>
    public static string ShortName(AttributeData attribute)
    {
        string name = attribute.AttributeClass?.Name ?? "";
        return name.EndsWith("Attribute", System.StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
    }

    public Location Location(CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation() ?? Microsoft.CodeAnalysis.Location.None;

    /// <summary>The place of a named argument; that of the attribute where it has none of the name.</summary>
    public Location Location(string property, CancellationToken cancellation) =>
        (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax)?.ArgumentList?.Arguments
            .FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == property)?.GetLocation() ?? Location(cancellation);

    /// <summary>The arguments that name constants which the generator writes.</summary>
    public IEnumerable<(Location Argument, string Constant)> UnwrittenConstants(UnwrittenConstants constants, CancellationToken cancellation)
    {
        if (!IsBroken || attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax { ArgumentList: { } list })
            yield break;
        foreach (AttributeArgumentSyntax argument in list.Arguments)
        {
            if (constants.FirstIn(argument.Expression) is { } constant)
                yield return (argument.Expression.GetLocation(), constant);
        }
    }

    private TypedConstant? Constructor(string parameter)
    {
        if (attribute.AttributeConstructor is { } constructor)
        {
            for (int i = 0; i < constructor.Parameters.Length && i < attribute.ConstructorArguments.Length; i++)
            {
                if (constructor.Parameters[i].Name == parameter)
                    return attribute.ConstructorArguments[i];
            }
        }

        return null;
    }

    private static bool HasErrorArgument(AttributeData attribute) => attribute.ConstructorArguments
        .Concat(attribute.NamedArguments.Select(argument => argument.Value)).Any(argument => argument.Kind == TypedConstantKind.Error);
}
