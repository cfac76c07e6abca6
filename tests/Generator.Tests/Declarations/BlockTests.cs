using System;
using System.IO;
using System.Linq;
using GenNet.Generator.Analyzers;
using GenNet.Generator.Diagnostics;
using GenNet.Generator.Expressions;
using GenNet.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenNet.Generator.Tests.Declarations;

/// <summary>Layers that are written once and used in several places.</summary>
public class BlockTests
{
    private const string Pair = "[Block] [Dense(8, Activation.ReLU)] [Dropout(0.25)] public static class Pair;";

    [Theory]
    [InlineData("[Input(4)] [Layers(typeof(Pair))] [Dense(2)]", "[Dense(4, 8, Activation.ReLU)] [Dropout(0.25)] [Dense(2)]")]
    [InlineData("[Input(4)] [Layers(typeof(Pair), Repeat = 1)] [Dense(2)]", "[Dense(4, 8, Activation.ReLU)] [Dropout(0.25)] [Dense(2)]")]
    [InlineData("[Dense(4, 3)] [Layers(typeof(Pair), Repeat = 2)] [Dense(2)]", "[Dense(4, 3)] [Dense(8, Activation.ReLU)] [Dropout(0.25)] [Dense(8, Activation.ReLU)] [Dropout(0.25)] [Dense(2)]")]
    [InlineData("[Dense(4, 3)] [Layers(typeof(Pair))] [Dense(5)] [Layers(typeof(Pair))] [Dense(2)]", "[Dense(4, 3)] [Dense(8, Activation.ReLU)] [Dropout(0.25)] [Dense(5)] [Dense(8, Activation.ReLU)] [Dropout(0.25)] [Dense(2)]")]
    [InlineData("[Dense(4, 3)] [Layers(typeof(End))]", "[Dense(4, 3)] [Dense(2, Activation.Softmax)]")]
    [InlineData("[Layers(typeof(Begin))] [Dense(2)]", "[Dense(4, 3)] [Dense(2)]")]
    public void Layers_of_a_block_are_as_if_they_were_written_there(string layers, string written)
    {
        Compiled compiled = Compiled.From($"[Network] {layers} public partial class Net; {Pair} [Block] [Dense(2, Activation.Softmax)] abstract class End; [Block] [Dense(4, 3)] sealed partial record Begin;");
        Assert.Empty(compiled.Reported);
        compiled.AssertNoProblem();
        Assert.Equal(Compiled.From($"[Network] {written} public partial class Net;").Files, compiled.Files);
        Assert.Empty(compiled.Analyze(new LayersWithoutNetworkAnalyzer()));
    }

    [Fact]
    public void Sizes_follow_from_the_place()
    {
        NetworkModel model = Parsed.Layers("[Dense(4, 6)] [Layers(typeof(B))] [Dense(3)] [Layers(typeof(B))]", "[Block] [Dropout] [Residual(1)] [Dense(5)] [Residual(3, Projection = true)] class B;");
        Assert.Equal("4 -> 6 -> 6 -> 6 -> 5 -> 5 -> 3 -> 3 -> 3 -> 5 -> 5", Parsed.Shapes(model));
        Assert.Equal(["6", "3"], model.Layers.OfType<ResidualLayer>().Where(layer => layer.Projection).Select(layer => layer.Source.ToString()));
        Assert.Equal(["0", "1", "2", "3", "4", "5"], Parsed.Names(model));
    }

    [Fact]
    public void Blocks_hold_blocks()
    {
        const string Blocks = """
            partial class Outer
            {
                [Block] [Dense(8)] [Dense(8)] [Residual(2, Activation.Tanh)] private class Inner;
                [Block] [Dense(8)] [Layers(typeof(Inner), Repeat = 2)] [Residual(6)] private sealed class Stage;
                [Network] [Input(8)] [Layers(typeof(Stage), Repeat = 2)] [Layers(typeof(Inner))] [Dense(1)] public partial class Net;
            }
            """;
        NetworkModel model = Parsed.Model(Blocks);
        string stage = "Dense Dense Dense Residual Dense Dense Residual Residual";
        Assert.Equal($"{stage} {stage} Dense Dense Residual Dense", string.Join(" ", model.Layers.Select(layer => layer.Kind)));
        Assert.Equal("2 2 6 2 2 6 2", string.Join(" ", model.Layers.OfType<ResidualLayer>().Select(layer => layer.Layers)));
        Assert.Equal(Enumerable.Range(0, 13).Select(i => $"{i}"), Parsed.Names(model));
    }

    [Theory]
    [InlineData("[Layers(typeof(A))]", "a")]
    [InlineData("[Layers(typeof(A), Repeat = 3)]", "0.a 1.a 2.a")]
    [InlineData("[Layers(typeof(A))] [Dense(4)] [Layers(typeof(A))]", "0.a 1 1.a")]
    // All copies of blocks are counted together, so that blocks with layers of one name can stand in one network.
    [InlineData("[Layers(typeof(A), Repeat = 2)] [Layers(typeof(B), Repeat = 2)]", "0.a 1.a 2.a 3 3.a 5")]
    [InlineData("[Layers(typeof(A), Repeat = 2)] [Layers(typeof(C))] [Dense(4, Name = \"a\")]", "0.a 1.a c.x 3 a")]
    // A block in a block: one number for each level.
    [InlineData("[Layers(typeof(Twice))]", "0.0.a 0.1.a")]
    [InlineData("[Layers(typeof(Twice))] [Layers(typeof(A))]", "0.0.a 0.1.a 1.a")]
    [InlineData("[Layers(typeof(C))] [Layers(typeof(Twice), Repeat = 2)]", "c.x 1 1.0.a 1.1.a 2.0.a 2.1.a")]
    [InlineData("[Layers(typeof(Around))]", "a")]
    [InlineData("[Layers(typeof(Around), Repeat = 2)]", "0.0.a 1.0.a")]
    public void A_name_has_the_number_of_the_copy_before_it_where_there_are_several(string layers, string names)
    {
        string declaration = $$"""
            [Block] [Dense(4, Name = "a")] class A;
            [Block] [Dense(4, Name = "a")] [Dense(4)] class B;
            [Block] [Dense(4, Name = "c.x")] [Dense(4)] class C;
            [Block] [Layers(typeof(A), Repeat = 2)] class Twice;
            [Block] [Layers(typeof(A))] class Around;
            [Network] [Input(4)] {{layers}} public partial class Net;
            """;
        Assert.Equal(names.Split(' '), Parsed.Names(Parsed.Model(declaration)));
        Compiled.From(declaration).AssertNoProblem();
    }

    [Fact]
    public void A_projection_in_a_block_is_named_like_a_layer() => Assert.Equal(
        ["0", "0.past", "2", "1.past"], Parsed.Names(Parsed.Layers("[Input(4)] [Layers(typeof(B), Repeat = 2)]", "[Block] [Dense(4)] [Residual(1, Projection = true, Name = \"past\")] class B;")));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_block_may_stand_in_another_assembly(bool asSource)
    {
        CSharpCompilation library = Compiled.Before("""
            namespace Library
            {
                [Block] [Dense(6, Activation.ELU, Alpha = 0.5, Name = "a")] [Dense(4, Init = Init.Uniform, InitTo = 2)] [Residual(2, Activation.ReLU)] public class Inner;
                [Block] [Layers(typeof(Inner), Repeat = 2)] [Dropout(0.1)] public static class Outer;
                [Block] [Dense(0)] public static class Wrong;
                [Block] [Dense(3, 2)] public static class Sized;
            }
            """).WithAssemblyName("Library");
        MetadataReference reference = asSource ? library.ToMetadataReference() : MetadataReference.CreateFromImage(Image(library));

        NetworkModel model = Parsed.Model("[Network] [Input(4)] [Layers(typeof(Library.Outer))] [Dense(2)] public partial class Net;", reference);
        Assert.Equal("Dense Dense Residual Dense Dense Residual Dropout Dense", string.Join(" ", model.Layers.Select(layer => layer.Kind)));
        Assert.Equal(["0.0.a", "1", "0.1.a", "3", "4"], Parsed.Names(model));
        Assert.Equal(new DenseLayer("1", Shape.Of(6), Shape.Of(4), ActivationFunction.Identity, Bias: true, new WeightInit(Init.Uniform, -0.05, 2)), model.Layers[1]);

        AssertMistake("[Dense(4, 4)] [Layers(typeof(Library.Wrong))]", "In the block 'Wrong', layer 1, [Dense]: The number of outputs must be at least 1, got 0");
        AssertMistake("[Dense(4, 4)] [Layers(typeof(Library.Sized))]", "In the block 'Sized', layer 1, [Dense]: This layer takes 3 inputs, but the layer before it has 4 outputs: state 4, or leave the number of inputs out");

        void AssertMistake(string layers, string message)
        {
            Diagnostic diagnostic = Assert.Single(Parsed.Net($"[Network] {layers} public partial class Net;", reference).Diagnostics);
            Assert.Equal(message, diagnostic.GetMessage(null));
            Assert.StartsWith("Layers(typeof(", Mistakes.Text(diagnostic), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_most_layers_are_put_there() => Assert.Equal(
        10_000, Parsed.Layers("[Dense(1, 1)] [Layers(typeof(B), Repeat = 9999)]", "[Block] [Dense(1)] class B;").Layers.Count);

    private static byte[] Image(CSharpCompilation compilation)
    {
        using var stream = new MemoryStream();
        Assert.True(compilation.Emit(stream).Success);
        return stream.ToArray();
    }
}
