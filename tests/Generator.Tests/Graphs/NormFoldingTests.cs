using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Lowering;
using GenNet.Generator.Model;
using GenNet.Generator.Operations;
using GenNet.Generator.Planning;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>Normalisation by running statistics in the product before it: where it can be there, and that it makes no difference.</summary>
public class NormFoldingTests
{
    private const int Rows = 3, Geometries = 60;

    [Theory]
    [MemberData(nameof(Networks.Folded), MemberType = typeof(Networks))]
    public void Every_normalisation_right_behind_a_product_is_folded(string declaration) => Assert.Equal(0, PassesOfTheirOwn(declaration));

    [Theory]
    [MemberData(nameof(Networks.Padded), MemberType = typeof(Networks))]
    public void A_folded_network_computes_what_its_layers_do(string declaration) => AssertSame(declaration);

    [Fact]
    public void A_folded_convolution_of_any_geometry_computes_what_its_layers_do()
    {
        for (int seed = 0; seed < Geometries; seed++)
        {
            string declaration = RandomConvolutions.Declaration(new Random(seed), "Identity", " [BatchNorm(Activation.Tanh)]");
            Assert.Equal(0, PassesOfTheirOwn(declaration));
            AssertSame(declaration);
        }
    }

    /// <summary>Behind an activation, a pool or nothing, or with other channels than the product has; and where somebody else reads what is normalised.</summary>
    [Theory]
    [InlineData("[Network] [Input(2, 4, 4)] [Conv2D(3, 3, Activation.ReLU)] [BatchNorm] [Flatten] [Dense(2)]")]
    [InlineData("[Network] [Input(2, 4, 4)] [Conv2D(3, 3)] [MaxPool2D(2)] [BatchNorm] [Flatten] [Dense(2)]")]
    [InlineData("[Network] [Input(2, 4, 4)] [BatchNorm] [Flatten] [Dense(2)]")]
    [InlineData("[Network] [Input(2, 4, 4)] [Conv2D(3, 3)] [Flatten] [BatchNorm] [Dense(2)]")]
    [InlineData("[Network] [Input(6, 2)] [Conv1D(3, 3)] [Flatten] [BatchNorm] [Dense(2)]")]
    [InlineData("[Network] [Input(2, 4, 4)] [Conv2D(3, 3, Padding = 1)] [Residual(1, Projection = true)] [BatchNorm] [Flatten] [Dense(2)]")]
    [InlineData("[Network] [Input(2, 4, 4)] [Conv2D(3, 3)] [BatchNorm] [Residual(1)] [Flatten] [Dense(2)]")]
    [InlineData("[Network] [Dense(4, 20)] [BatchNorm(Activation.Tanh)] [Dense(20)] [Residual(2)] [Dense(3)]")]
    [InlineData("[Network] [Input(6)] [Maxout(20, 3)] [BatchNorm] [Dense(3)]")]
    public void Elsewhere_it_stays_a_pass_of_its_own(string declaration)
    {
        Assert.Equal(1, PassesOfTheirOwn(declaration));
        AssertSame(declaration);
    }

    [Fact]
    public void Where_nothing_is_folded_there_is_one_set_of_layers()
    {
        ForwardPasses passes = NetworkPlanner.Plan(Networks.Model("[Network] [Dense(4, 20, Activation.Tanh)] [BatchNorm] [Dense(3)]")).Forward;
        Assert.False(passes.HasTrace);
        Assert.Same(passes.Layers[1], passes.Traced[1]);
    }

    /// <summary>A network that only infers has no trace, and so no second set of layers.</summary>
    [Fact]
    public void Of_an_inferring_network_only_the_folded_layers_are_left()
    {
        ForwardPasses passes = NetworkPlanner.Plan(Networks.Model("[Network(Mode = NetworkMode.Inference)] [Dense(4, 20)] [BatchNorm(Activation.Tanh)] [Dense(3)]")).Forward;
        Assert.False(passes.HasTrace);
        Assert.DoesNotContain(passes.Plan.Places, place => place.Value.Name == "z1");
        Assert.Equal("z2 = s2 * (x W1) + t2 [rows x 20]", Assert.Single(passes.Layers[0].Forward.OfType<Product>()).Formula);
        Assert.Equal("t2 = b2 + (b1 - M2) * s2 [20]", Assert.Single(passes.Layers[0].Forward.OfType<RunningShift>()).Formula);
    }

    private static int PassesOfTheirOwn(string declaration) => Lowered(Networks.Model(declaration)).Folded.Operations.OfType<ScaleAndShift>().Count();

    /// <summary>The outputs of both graphs, with tensors that are all drawn.</summary>
    private static void AssertSame(string declaration)
    {
        (ForwardGraph graph, ForwardGraph folded, NetworkParameters parameters) = Lowered(Networks.Model(declaration));
        double[] expected = Outputs(graph, parameters), actual = Outputs(folded, parameters);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-9 * Math.Max(1, Math.Abs(pair.First))));
    }

    private static double[] Outputs(ForwardGraph graph, NetworkParameters parameters)
    {
        var memory = new ValueMemory(new Batch(graph.Model, Rows));
        Batch.SetParameters(memory, parameters.All.Select(tensor => tensor.Value));
        ImmutableArray<Operation> output = graph.Last.Output();
        new Interpreter(memory, Rows).Run([.. graph.Operations, .. output]);
        Value y = output.Last().Result;
        IEnumerable<(int Row, int Column)> places = Enumerable.Range(0, Rows).SelectMany(row => Enumerable.Range(0, y.Columns).Select(j => (row, j)));
        return [.. places.Select(place => memory[y, place.Row, place.Column])];
    }

    private static (ForwardGraph Graph, ForwardGraph Folded, NetworkParameters Parameters) Lowered(NetworkModel model)
    {
        var parameters = new NetworkParameters();
        ForwardGraph graph = NetworkLowering.Lower(model, training: false, parameters);
        return (graph, NormFolding.Fold(graph), parameters);
    }
}
