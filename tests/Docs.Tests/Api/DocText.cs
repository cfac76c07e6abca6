using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace GenNet.Docs.Tests.Api;

/// <summary>The XML documentation of a symbol as Markdown.</summary>
internal sealed partial class DocText
{
    private readonly XElement _root;

    private DocText(XElement root) => _root = root;

    /// <summary>The documentation of a symbol; where it says that it is inherited, that of what it comes from.</summary>
    public static DocText? Of(ISymbol symbol)
    {
        string? xml = symbol.GetDocumentationCommentXml();
        if (string.IsNullOrEmpty(xml))
            return Inherited(symbol) is { } origin ? Of(origin) : null;
        XElement root = XElement.Parse(xml);
        if (root.Element("inheritdoc") is { } inherited && root.Element("summary") is null)
            return (inherited.Attribute("cref") is { } cref ? Named(symbol, cref.Value) : Inherited(symbol)) is { } source ? Of(source) : null;
        return new DocText(root);
    }

    public string Summary => Section("summary");

    public string Remarks => Section("remarks");

    public string Returns => Section("returns");

    /// <summary>An example of the documentation, line by line.</summary>
    public string? Example => _root.Element("example")?.Element("code")?.Value.Trim('\n');

    public IEnumerable<(string Name, string Text)> Parameters =>
        _root.Elements("typeparam").Concat(_root.Elements("param")).Select(element => (element.Attribute("name")!.Value, Inline(element)));

    public IEnumerable<(string Type, string Text)> Exceptions => _root.Elements("exception").Select(element => (Short(element.Attribute("cref")!.Value), Inline(element)));

    private string Section(string name) => _root.Element(name) is { } element ? Inline(element) : "";

    private static ISymbol? Inherited(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } method } => method,
        IPropertySymbol { OverriddenProperty: { } property } => property,
        { ContainingType: { } type } => type.AllInterfaces.SelectMany(face => face.GetMembers(symbol.Name)).FirstOrDefault(member => Count(member) == Count(symbol)),
        _ => null,
    };

    private static int Count(ISymbol member) => member is IMethodSymbol method ? method.Parameters.Length : 0;

    /// <summary>The member of the symbol's namespace that a reference names.</summary>
    private static ISymbol? Named(ISymbol symbol, string cref) => symbol.ContainingNamespace.GetTypeMembers()
        .SelectMany(type => type.GetMembers().Prepend(type)).FirstOrDefault(member => member.GetDocumentationCommentId() == cref);

    private static string Inline(XElement element) => Blanks().Replace(string.Concat(element.Nodes().Select(Node)), " ").Trim();

    private static string Node(XNode node) => node switch
    {
        XText text => text.Value.Replace("<", "&lt;", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal),
        XElement { Name.LocalName: "see" or "seealso" } see =>
            see.Attribute("cref") is { } cref ? $"`{Short(cref.Value)}`" : see.Attribute("langword") is { } word ? $"`{word.Value}`" : see.Value,
        XElement { Name.LocalName: "paramref" or "typeparamref" } name => $"`{name.Attribute("name")!.Value}`",
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "code" } code => $"`{Blanks().Replace(code.Value, " ").Trim()}`",
        XElement inner => " " + Inline(inner) + " ",
        _ => "",
    };

    /// <summary>The name that a reference ends in, with the type of a member before it.</summary>
    private static string Short(string cref)
    {
        string name = Arity().Replace(cref[(cref.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('(')[0], "");
        string[] parts = name.Split('.');
        return cref.StartsWith("T:", StringComparison.Ordinal) || parts.Length < 2 ? parts[^1] : $"{parts[^2]}.{parts[^1].Replace("#ctor", parts[^2], StringComparison.Ordinal)}";
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"``?\d+|\{[^}]*\}")]
    private static partial Regex Arity();
}
