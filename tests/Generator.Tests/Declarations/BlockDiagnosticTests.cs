using System;
using System.Linq;
using GenNet.Generator.Analyzers;
using GenNet.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Tests.Declarations;

/// <summary>Mistakes in and around blocks: one message each, on the attribute of the network that uses the block.</summary>
public class BlockDiagnosticTests
{
    [Theory]
    [InlineData("[Block] [Dense(8)] [Dense(4, 2)] class B;", "[Dense(4, 3)] [Layers(typeof(B))]", "GENNET006", "Layers(typeof(B))", "In the block 'B', layer 2, [Dense]: This layer takes 4 inputs, but the layer before it has 8 outputs: state 8, or leave the number of inputs out")]
    [InlineData("[Block] [Dense(4, 3)] class B;", "[Dense(4, 4)] [Layers(typeof(B), Repeat = 5)] [Dense(1)]", "GENNET006", "Layers(typeof(B), Repeat = 5)", "In the block 'B', layer 1, [Dense]: This layer takes 4 inputs, but the layer before it has 3 outputs: state 3, or leave the number of inputs out")]
    [InlineData("[Block] [Dense(0)] class B;", "[Dense(4, 4)] [Layers(typeof(B), Repeat = 2)] [Layers(typeof(B))] [Dense(1)]", "GENNET005", "Layers(typeof(B), Repeat = 2)", "In the block 'B', layer 1, [Dense]: The number of outputs must be at least 1, got 0")]
    [InlineData("class Out { [Block] [Dense(3)] [Dense(2, Activation.ELU, Alpha = double.NaN)] public class B; } [Block] [Dropout] [Layers(typeof(Out.B))] class C;", "[Dense(4, 4)] [Layers(typeof(C))] [Dense(1)]", "GENNET008", "Layers(typeof(C))", "In the block 'Out.B', layer 2, [Dense]: Alpha must be a finite float, got NaN")]
    [InlineData("[Block] [Dense(4)] [Residual(2)] class B;", "[Dense(4, 4)] [Layers(typeof(B))]", "GENNET036", "Layers(typeof(B))", "In the block 'B', layer 2, [Residual]: A residual connection goes around at least 1 and at most all layers before it in its block, which are 1 here; got 2")]
    [InlineData("[Block] [Dense(4)] [Dense(4)] class I; [Block] [Dense(4)] [Layers(typeof(I), Repeat = 2)] [Residual(6)] class B;", "[Dense(4, 4)] [Layers(typeof(B))]", "GENNET036", "Layers(typeof(B))", "In the block 'B', layer 3, [Residual]: A residual connection goes around at least 1 and at most all layers before it in its block, which are 5 here; got 6")]
    [InlineData("[Block] [Dense(6)] [Residual(1)] class B;", "[Dense(4, 4)] [Layers(typeof(B), Repeat = 2)]", "GENNET037", "Layers(typeof(B), Repeat = 2)", "In the block 'B', layer 2, [Residual]: The input of the layer before is 4, its output 6, and only equal shapes can be added: make them equal, or write Projection = true")]
    [InlineData("[Block] [Dense(6)] class B;", "[Input(2, 3, 4)] [Layers(typeof(B))]", "GENNET033", "Layers(typeof(B))", "In the block 'B', layer 1, [Dense]: Dense takes [features]; what comes is 2 x 3 x 4: put [Flatten] before it")]
    [InlineData("[Block] [Dense(5, 6)] class B;", "[Input(4)] [Layers(typeof(B))]", "GENNET035", "Layers(typeof(B))", "In the block 'B', layer 1, [Dense]: This layer takes 5 inputs, but [Input] has 4: state 4, or leave the number of inputs out")]
    [InlineData("[Block] [Dense(6)] class B;", "[Layers(typeof(B))]", "GENNET007", "Layers(typeof(B))", "In the block 'B', layer 1, [Dense]: The first layer has no layer before it to take its inputs from: write [Dense(inputs, outputs, ...)]")]
    [InlineData("[Block] [Dense(6, Activation.Softmax)] class B;", "[Input(4)] [Layers(typeof(B), Repeat = 3)]", "GENNET010", "Layers(typeof(B), Repeat = 3)", "In the block 'B', layer 1, [Dense]: Softmax makes a distribution of the outputs of a network, so it can only be the activation of the last layer: give this one another, such as ReLU")]
    [InlineData("[Block] [Dense(6)] [Dropout] class B;", "[Input(4)] [Layers(typeof(B))]", "GENNET028", "Layers(typeof(B))", "In the block 'B', layer 2, [Dropout]: Dropout here would drop outputs of the network: put it before the last layer")]
    [InlineData("[Block] [Dense(6, Activation.Sign)] class B;", "[Input(4)] [Layers(typeof(B), Repeat = 3)] [Dense(1)]", "GENNET025", "Layers(typeof(B), Repeat = 3)", "In the block 'B', layer 1, [Dense]: No gradient passes Activation.Sign, whose derivative is zero: use Sigmoid or Tanh, make it the only layer of a network with Loss.Perceptron, or declare Mode = NetworkMode.Inference")]
    [InlineData("[Block] [Dense(6, Name = \"a\")] class B;", "[Input(4)] [Layers(typeof(B))] [Dense(2, Name = \"a\")]", "GENNET013", "Dense(2, Name = \"a\")", "Two layers are called 'a', so their tensors would have the same names: choose another")]
    [InlineData("[Block] [Dense(6, Name = \"a\")] [Dense(6, Name = \"a\")] class B;", "[Input(4)] [Layers(typeof(B), Repeat = 2)]", "GENNET013", "Layers(typeof(B), Repeat = 2)", "In the block 'B', layer 2, [Dense]: Two layers are called '0.a', so their tensors would have the same names: choose another")]
    [InlineData("[Block] [Dense(6, Name = \".a\")] class B;", "[Input(4)] [Layers(typeof(B), Repeat = 2)]", "GENNET014", "Layers(typeof(B), Repeat = 2)", "In the block 'B', layer 1, [Dense]: '.a' is no name for a layer: use letters, digits, '_' and '-', and a dot between such parts")]
    [InlineData("[Block] [Dense(6)] class B;", "[Input(4)] [Layers(typeof(B), Repeat = 0)] [Dense(7, 2)]", "GENNET005", "Layers(typeof(B), Repeat = 0)", "The number of repeats must be at least 1, got 0")]
    [InlineData("[Block] [Dense(6)] class I; [Block] [Layers(typeof(I), Repeat = -1)] class B;", "[Input(4)] [Layers(typeof(B), Repeat = 2)] [Dense(7, 2)]", "GENNET005", "Layers(typeof(B), Repeat = 2)", "In the block 'B', layer 1, [Layers]: The number of repeats must be at least 1, got -1")]
    [InlineData("[Network] [Dense(3, 2)] partial class A; [Block] [Dense(A.OutputSize)] class B;", "[Input(4)] [Layers(typeof(B), Repeat = 2)]", "GENNET029", "Layers(typeof(B), Repeat = 2)", "In the block 'B', layer 1, [Dense]: 'A.OutputSize' is written by the generator, so it is not there yet when the generator reads this declaration: write the number, or a constant of your own")]
    [InlineData("[Network] [Dense(3, 2)] partial class A; [Block] [Dense(4)] class B;", "[Input(4)] [Layers(typeof(B), Repeat = A.InputSize)]", "GENNET029", "A.InputSize", "'A.InputSize' is written by the generator, so it is not there yet when the generator reads this declaration: write the number, or a constant of your own")]
    [InlineData("class B;", "[Input(4)] [Layers(typeof(B))] [Layers(typeof(B))]", "GENNET040", "Layers(typeof(B))", "'B' is no block whose layers could be put here: name a class that is marked [Block]")]
    [InlineData("class O { [Dense(4)] public class B; }", "[Input(4)] [Layers(typeof(O.B))]", "GENNET040", "Layers(typeof(O.B))", "'O.B' is no block whose layers could be put here: mark it [Block]")]
    [InlineData("[Network] [Dense(4, 4)] partial class B;", "[Input(4)] [Layers(typeof(B))]", "GENNET040", "Layers(typeof(B))", "'B' is no block whose layers could be put here: it is a network, so put the layers that both have into a class marked [Block]")]
    [InlineData("[Block] [Dense(4)] class B<T>;", "[Input(4)] [Layers(typeof(B<int>))]", "GENNET040", "Layers(typeof(B<int>))", "'B<int>' is no block whose layers could be put here: its sizes are fixed by its attributes, so remove the type parameters")]
    [InlineData("class O<T> { [Block] [Dense(4)] public class B; }", "[Input(4)] [Layers(typeof(O<>.B))]", "GENNET040", "Layers(typeof(O<>.B))", "'O<>.B' is no block whose layers could be put here: its sizes are fixed by its attributes, so remove the type parameters")]
    [InlineData("", "[Input(4)] [Layers(typeof(int[]))]", "GENNET040", "Layers(typeof(int[]))", "'int[]' is no block whose layers could be put here: name a class that is marked [Block]")]
    [InlineData("", "[Input(4)] [Layers(null!)] [Dense(3, 2)]", "GENNET040", "Layers(null!)", "'null' is no block whose layers could be put here: name a class that is marked [Block]")]
    [InlineData("class C; [Block] [Layers(typeof(C))] class B;", "[Input(4)] [Layers(typeof(B))]", "GENNET040", "Layers(typeof(B))", "In the block 'B', layer 1, [Layers]: 'C' is no block whose layers could be put here: name a class that is marked [Block]")]
    [InlineData("[Block] [Dense(4)] [Layers(typeof(B))] class B;", "[Input(4)] [Layers(typeof(B), Repeat = 2)] [Layers(typeof(B))]", "GENNET041", "Layers(typeof(B), Repeat = 2)", "In the block 'B', layer 2, [Layers]: 'B' contains itself (B -> B): remove one of these [Layers]")]
    [InlineData("[Block] [Layers(typeof(B))] class A; [Block] [Layers(typeof(C))] [Layers(typeof(C))] class B; [Block] [Layers(typeof(B))] class C;", "[Input(4)] [Layers(typeof(A))] [Layers(typeof(C))]", "GENNET041", "Layers(typeof(A))", "In the block 'C', layer 1, [Layers]: 'B' contains itself (B -> C -> B): remove one of these [Layers]")]
    [InlineData("[Block] class B;", "[Input(4)] [Layers(typeof(B), Repeat = 2)]", "GENNET042", "Layers(typeof(B), Repeat = 2)", "The block 'B' has no layer: add at least one, for instance [Dense(100, Activation.ReLU)]")]
    [InlineData("[Block] [Dense(4)] partial class B; [Dense(4)] partial class B;", "[Input(4)] [Layers(typeof(B))]", "GENNET012", "Layers(typeof(B))", "The layers of 'B' stand on several partial declarations, which have no order: put them all on one")]
    [InlineData("[Block] [Dense(4)] class B;", "[Input(4)] [Dense(2)] [Layers(typeof(B), Repeat = 10000)] [Layers(typeof(B), Repeat = 9999)]", "GENNET043", "Layers(typeof(B), Repeat = 10000)", "With these the network would have 10001 layers; there can be at most 10000")]
    [InlineData("[Block] [Dense(4)] [Dense(4)] class A; [Block] [Layers(typeof(A), Repeat = int.MaxValue)] class B; [Block] [Layers(typeof(B), Repeat = int.MaxValue)] [Layers(typeof(B), Repeat = int.MaxValue)] class C;", "[Input(4)] [Layers(typeof(C), Repeat = int.MaxValue)]", "GENNET043", "Layers(typeof(C), Repeat = int.MaxValue)", "With these the network would have 9223372036854775807 layers; there can be at most 10000")]
    [InlineData("", "[Block] [Dense(4, 3)]", "GENNET044", "Block", "'Net' is a network, so it cannot be a block: remove [Block], or put the layers into a class of their own")]
    [InlineData("[Block] [Input(4)] [Dense(4)] class B;", "[Dense(4, 4)] [Layers(typeof(B))]", "GENNET045", "Layers(typeof(B))", "The layers of the block 'B' take what comes where they are put: remove its [Input]")]
    public void A_mistake_gives_one_diagnostic_in_the_network_and_nothing_else(string blocks, string layers, string id, string place, string message) =>
        Mistakes.AssertOne($"[Network] {layers} public partial class Net; {blocks}", id, place, message);

    [Fact]
    public void Each_use_at_which_a_block_does_not_fit_is_reported() => Mistakes.AssertAll(
        "[Network] [Dense(4, 5)] [Layers(typeof(B))] [Dense(6)] [Layers(typeof(B))] public partial class Net; [Block] [Dense(3, 2)] class B;",
        ("GENNET006", "Layers(typeof(B))"), ("GENNET006", "Layers(typeof(B))"));

    [Fact]
    public void Behind_a_block_that_cannot_be_used_nothing_is_measured() => Mistakes.AssertAll(
        "[Network] [Dense(4, 5)] [Layers(typeof(B))] [Dense(6, 3)] [Residual(7)] [Dense(2)] [Residual(1)] [Dense(5, 1)] public partial class Net; class B;",
        ("GENNET040", "Layers(typeof(B))"), ("GENNET006", "Dense(5, 1)"));

    [Fact]
    public void A_mistake_of_a_block_is_reported_in_each_network_that_uses_it()
    {
        Compiled compiled = Compiled.From("[Block] [Dense(0)] class B; [Network] [Input(4)] [Layers(typeof(B))] partial class M; [Network] [Input(4)] [Layers(typeof(B))] partial class N;");
        Assert.Equal(2, compiled.Reported.Select(diagnostic => diagnostic.Location).Distinct().Count());
        compiled.AssertNoProblem();
    }

    [Theory]
    [InlineData("[Network] [Dense(4, 4)] [Layers(typeof(Nonsense))] public partial class Net;", "CS0246")]
    [InlineData("[Network] [Dense(4, 4)] [Layers] public partial class Net;", "CS7036")]
    [InlineData("[Network] [Dense(4, 4)] [Layers(typeof(B), Repeat = Nonsense)] public partial class Net; [Block] [Dense(3)] class B;", "CS0103")]
    [InlineData("[Network] [Dense(4, 4)] [Layers(typeof(B))] public partial class Net; [Block] [Dense(Nonsense)] [Dense(3)] class B;", "CS0103")]
    [InlineData("public sealed class MineAttribute : LayerAttribute; [Network] [Dense(4, 4)] [Layers(typeof(B))] public partial class Net; [Block] [Mine] [Dense(3, 4)] class B;", "CS0122")]
    [InlineData("[Network] [Dense(4, 4)] [Layers(typeof(B))] public partial class Net; [Block] [Dense(3)] [Block] class B;", "CS0579")]
    public void What_the_compiler_reports_is_not_reported_again(string declaration, string id)
    {
        Compiled compiled = Compiled.From(declaration);
        Assert.Empty(compiled.Reported);
        Assert.Equal([id], compiled.Problems.Select(problem => problem.Id));
    }

    [Fact]
    public void A_pragma_reaches_a_diagnostic_of_a_block()
    {
        Compiled compiled = Compiled.From("[Block] [Dense(2, Activation.Tanh, Alpha = 1)] class B;\n#pragma warning disable GENNET009\n[Network] [Input(2)] [Layers(typeof(B))] public partial class Net;");
        Assert.True(Assert.Single(compiled.Reported).IsSuppressed);
    }

    [Fact]
    public void A_block_that_nobody_uses_is_fine()
    {
        Compiled compiled = Compiled.From("[Block] [Layers(typeof(B))] [Dense(0)] public class B; [Block] public class Empty;");
        Assert.Empty(compiled.Reported);
        Assert.Empty(compiled.Files);
        compiled.AssertNoProblem();
        Assert.Empty(compiled.Analyze(new LayersWithoutNetworkAnalyzer()));
    }

    [Theory]
    [InlineData("[Layers(typeof(B))] public class Plain; [Block] [Dense(2)] public class B;")]
    [InlineData("[Residual(1)] public class Plain;")]
    [InlineData("[Input(3)] [Flatten] public class Plain;")]
    public void Layers_of_a_class_that_is_neither_network_nor_block_are_reported(string source)
    {
        Diagnostic diagnostic = Assert.Single(Compiled.From(source).Analyze(new LayersWithoutNetworkAnalyzer()));
        Assert.Equal((Descriptors.NotNetwork.Id, "Plain"), (diagnostic.Id, Mistakes.Text(diagnostic)));
    }
}
