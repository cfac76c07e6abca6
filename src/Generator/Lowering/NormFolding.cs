using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Lowering;

/// <summary>
/// Where normalisation by running statistics is all that reads a product, the product computes it: s (x W + c) + b - M s is s (x W) + t with t = b + (c - M) s. The weights
/// stay as they are; s and t are worked out once for a block and applied to sums before they are stored.
/// </summary>
internal static class NormFolding
{
    /// <summary>The graph with every normalisation folded that can be; the same graph where none can.</summary>
    /// <remarks>A layer whose normalisation is folded has no result of its own any more.</remarks>
    public static ForwardGraph Fold(ForwardGraph graph) =>
        graph.Operations.OfType<ScaleAndShift>().Aggregate(graph, (folded, normalisation) => Fold(folded, normalisation));

    private static ForwardGraph Fold(ForwardGraph graph, ScaleAndShift normalisation)
    {
        Operation[] all = [.. graph.Operations];
        Operation? last = OnlyWriter(all, normalisation.Source), order = last is Turn or JoinPhases ? last : null;
        Operation? product = order is null ? last : OnlyWriter(all, order.Reads[0]);
        if (product is null || !IsByColumn(product, order, normalisation))
            return graph;

        Operation scale = all.Single(operation => operation.Result == normalisation.Scale), shift = all.Single(operation => operation.Result == normalisation.Shift);
        Operation[] instead = [scale, With(shift, BiasOf(product)), .. Scaled(product, order, normalisation)];
        Operation[] gone = [.. new[] { scale, shift, normalisation, order }.OfType<Operation>()];
        return graph with
        {
            Layers = graph.Layers.Select(layer => layer.Operations.Contains(product) || layer.Operations.Any(gone.Contains)
                ? layer with { Operations = layer.Operations.SelectMany(operation => operation == product ? instead : gone.Contains(operation) ? [] : [operation]).ToImmutableArray() }
                : layer).ToImmutableArray(),
        };
    }

    /// <summary>What writes a value that one operation reads; null where several read it, or it is the network's input.</summary>
    private static Operation? OnlyWriter(IReadOnlyCollection<Operation> operations, Value value) =>
        operations.Count(operation => operation.Reads.Contains(value)) == 1 ? operations.SingleOrDefault(operation => operation.Result == value) : null;

    /// <summary>Whether the channels of the normalisation are what the product has a bias for.</summary>
    private static bool IsByColumn(Operation product, Operation? order, ScaleAndShift normalisation)
    {
        int channels = normalisation.Scale.Columns, numbers = normalisation.Result.Columns;
        return product switch
        {
            Product { Scale: null, Result.Pieces: 1 } => order is null && normalisation.Plane == 1 && channels == numbers,
            WindowProduct { Scale: null } op => channels == op.Window.Filters && normalisation.Plane == (order is Turn ? 1 : numbers / channels),
            TransposedWindowProduct { Scale: null } op => channels == op.Window.Image.Channels && normalisation.Plane == numbers / channels,
            _ => false,
        };
    }

    private static Value? BiasOf(Operation product) => product switch
    {
        Product op => op.Bias,
        WindowProduct op => op.Bias,
        TransposedWindowProduct op => op.Bias,
        _ => null,
    };

    private static Operation With(Operation shift, Value? before) =>
        shift is RunningShift op ? new RunningShift(op.Layer, op.Result, op.Bias, op.Mean, op.Scale, before) : shift;

    /// <summary>The product with the normalisation in it, and what puts its numbers in order.</summary>
    private static IEnumerable<Operation> Scaled(Operation product, Operation? order, ScaleAndShift normalisation)
    {
        (Value z, Value s, Value t) = (normalisation.Result, normalisation.Scale, normalisation.Shift);
        Value sums = order switch
        {
            null => z,
            JoinPhases => new Value(z.Name + JoinPhases.Suffix, product.Result.Shape, ValueKind.Intermediate),
            _ => product.Result,
        };
        Operation scaled = product switch
        {
            WindowProduct op => new WindowProduct(op.Layer, sums, op.Source, op.Image, op.Weight, t, op.Window, s),
            TransposedWindowProduct op => new TransposedWindowProduct(op.Layer, sums, op.Source, op.Inner, op.Weight, t, op.Window, s),
            var other => new Product(other.Layer, sums, ((Product)other).Source, ((Product)other).Weight, t, s),
        };
        return order switch
        {
            JoinPhases op => [scaled, new JoinPhases(op.Layer, z, sums, op.Window)],
            Turn op => [scaled, new Turn(op.Layer, z, sums)],
            _ => [scaled],
        };
    }
}
