using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Lowering;
using GenNet.Generator.Model;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>What layers are lowered to computes what they mean.</summary>
public class LoweringTests
{
    private const int Rows = 3;

    [Theory]
    [MemberData(nameof(Networks.All), MemberType = typeof(Networks))]
    public void Outputs_are_those_of_the_layers_one_by_one(string declaration)
    {
        NetworkModel model = Networks.Model(declaration);
        (ForwardGraph graph, ValueMemory memory, Func<int, PlainNetwork> plain, Batch batch) = Lowered(model, training: false);
        ImmutableArray<Operation> output = graph.Last.Output();
        new Interpreter(memory, Rows).Run([.. graph.Operations, .. output]);
        for (int row = 0; row < Rows; row++)
        {
            double[] expected = plain(row).Outputs(Inputs(batch, model, row));
            Value y = output.Last().Result;
            for (int j = 0; j < batch.Outputs; j++)
                Assert.Equal(j < expected.Length ? expected[j] : 0, memory[y, row * y.Steps + j / y.Columns, j % y.Columns], 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Networks.Trained), MemberType = typeof(Networks))]
    public void The_loss_is_that_of_the_outputs(string declaration)
    {
        NetworkModel model = Networks.Model(declaration);
        (ForwardGraph graph, ValueMemory memory, Func<int, PlainNetwork> plain, Batch batch) = Lowered(model, training: false);
        double loss = new Interpreter(memory, Rows).Run([.. graph.Operations, .. graph.Last.Loss()]).Loss;
        double expected = Enumerable.Range(0, Rows).Sum(row => plain(row).Loss(
            Inputs(batch, model, row), [.. batch.D.Skip(row * model.TargetShape.Size).Take(model.TargetShape.Size).Where(d => !double.IsNaN(d))]));
        Assert.Equal(expected, loss, 1e-9 * Math.Max(1, Math.Abs(expected)));
    }

    /// <summary>Both graphs are one network: the same operations, but for those that draw and what reads them, and for statistics of a block, which elsewhere are running ones.</summary>
    [Theory]
    [MemberData(nameof(Networks.Trained), MemberType = typeof(Networks))]
    public void Training_and_inference_differ_in_dropout_and_batch_normalisation_only(string declaration)
    {
        NetworkModel model = Networks.Model(declaration);
        ForwardGraph training = Lowered(model, training: true).Graph, inference = Lowered(model, training: false).Graph;
        int[] dropouts = [.. model.Layers.Select((layer, i) => layer is DropoutLayer ? i + 1 : 0).Where(number => number > 0)];
        IEnumerable<(int, string, string)> Kinds(ForwardGraph graph) =>
            graph.Operations.Where(operation => !dropouts.Contains(operation.Layer) && model.Layers[operation.Layer - 1] is not BatchNormLayer)
                .Select(operation => (operation.Layer, operation.GetType().Name, operation.Result.ToString()));
        Assert.Equal(Kinds(training), Kinds(inference));
        Assert.Equal(dropouts, training.Operations.Where(operation => operation.Draws).Select(operation => operation.Layer));
        Assert.DoesNotContain(inference.Operations, operation => dropouts.Contains(operation.Layer));
        Assert.Equal(model.Layers.Count, training.Layers.Length);
        Assert.Equal(model.Layers.Select(layer => layer.Output), training.Layers.Select(layer => layer.Model.Output));
    }

    /// <summary>A mean of 1, whatever the rate: of 65536 numbers a whole one stays.</summary>
    [Theory]
    [InlineData("0.5", 32768)]
    [InlineData("0.3", 45875)]
    [InlineData("0.999999", 1)]
    [InlineData("0.00001", 65535)]
    public void Dropout_keeps_the_complement_of_its_rate(string rate, int keep)
    {
        ForwardGraph graph = Lowered(Networks.Model($"[Network] [Dropout(4, {rate})] [Dense(2)]"), training: true).Graph;
        Assert.Equal(keep, Assert.Single(graph.Operations.OfType<DropoutMask>()).Keep);
    }

    private static (ForwardGraph Graph, ValueMemory Memory, Func<int, PlainNetwork> Plain, Batch Batch) Lowered(NetworkModel model, bool training)
    {
        var parameters = new NetworkParameters();
        var batch = new Batch(model, Rows);
        var memory = new ValueMemory(batch);
        ForwardGraph graph = NetworkLowering.Lower(model, training, parameters);
        Dictionary<string, Value> values = parameters.All.ToDictionary(tensor => tensor.Value.Name, tensor => tensor.Value);
        Batch.SetParameters(memory, values.Values);
        return (graph, memory, row => new PlainNetwork(Model(batch, model, row), (name, input, output) => memory[values[name], input, output]), batch);
    }

    /// <summary>The network of a row: where it has a length, the one of so many steps.</summary>
    private static NetworkModel Model(Batch batch, NetworkModel model, int row) =>
        model.HasLengths ? Shortened.To(model, (int)batch.X[(row + 1) * batch.Inputs - 1]) : model;

    /// <summary>The inputs of a row up to its length.</summary>
    private static double[] Inputs(Batch batch, NetworkModel model, int row) => batch.X[(row * batch.Inputs)..(row * batch.Inputs + Model(batch, model, row).InputShape.Size)];
}
