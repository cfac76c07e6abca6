using System.Collections.Generic;
using System.Linq;
using System.Threading;
using GenNet.Generator.Model;
using GenNet.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenNet.Generator.Tests.Declarations;

/// <summary>What the parser makes of a declaration, whether or not it can be emitted.</summary>
internal static class Parsed
{
    /// <summary>The class Net of a source.</summary>
    public static ParsedNetwork Net(string source, params MetadataReference[] references)
    {
        CSharpCompilation compilation = Compiled.Before(source).AddReferences(references);
        SyntaxTree tree = compilation.SyntaxTrees.Single();
        SemanticModel model = compilation.GetSemanticModel(tree);
        return tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().Where(declaration => declaration.Identifier.ValueText == "Net")
            .Select(declaration =>
            {
                var type = model.GetDeclaredSymbol(declaration)!;
                return NetworkParser.Parse(type, declaration, KnownTypes.NetworkAttributes(type).First(), compilation, CancellationToken.None);
            })
            .First(network => network.Model is not null);
    }

    /// <summary>The model of the class Net, which has no mistake.</summary>
    public static NetworkModel Model(string source, params MetadataReference[] references)
    {
        ParsedNetwork network = Net(source, references);
        Assert.Empty(network.Diagnostics);
        Assert.False(network.Model!.IsBroken);
        return network.Model;
    }

    /// <summary>The model of a network with these layers.</summary>
    public static NetworkModel Layers(string layers, string before = "") => Model($"{before} [Network] {layers} public partial class Net;");

    /// <summary>The shapes that pass through a network.</summary>
    public static string Shapes(NetworkModel model) => string.Join(" -> ", model.Layers.Select(layer => layer.Output.ToString()).Prepend(model.InputShape.ToString()));

    /// <summary>The names of the layers with weights.</summary>
    public static IEnumerable<string> Names(NetworkModel model) => model.Layers.Where(layer => layer.HasWeights).Select(layer => layer.Name);
}
