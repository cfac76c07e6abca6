using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenNet.Generator.Parsing;

/// <summary>Attributes by what is written.</summary>
internal static class AttributeNames
{
    /// <summary>Whether an attribute is called so, with or without its ending, in whatever namespace.</summary>
    public static bool Is(AttributeSyntax attribute, string name) => attribute.Name switch
    {
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax qualified => qualified.Name,
        NameSyntax simple => simple,
    } is IdentifierNameSyntax { Identifier.ValueText: var text } && (text == name || text == name + "Attribute");
}
