using System;
using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Differentiation;
using GenNet.Generator.Graphs;
using GenNet.Generator.Lowering;
using GenNet.Generator.Model;
using GenNet.Generator.Planning;

namespace GenNet.Docs.Tests.Made;

/// <summary>What the rooms of the generator make of a network, as text: docs/architecture.md shows it.</summary>
internal static class GeneratorSteps
{
    private static readonly Dictionary<string, Func<NetworkModel, IEnumerable<string>>> Steps = new()
    {
        ["model"] = Model,
        ["forward"] = Forward,
        ["backward"] = Backward,
        ["plan"] = Plan,
    };

    public static string Of(string step, NetworkModel model) => string.Concat(Steps[step](model).Select(line => line.TrimEnd() + "\n"));

    private static IEnumerable<string> Model(NetworkModel model) =>
        model.Layers.Select((layer, i) => $"{i + 1}  {layer.Declared,-24}  {layer.Input} -> {layer.Output}").Append($"   loss: {model.Loss.Name}");

    private static IEnumerable<string> Forward(NetworkModel model) =>
        NetworkLowering.Lower(model, training: true, new NetworkParameters()).Operations.Select(Line);

    private static IEnumerable<string> Backward(NetworkModel model)
    {
        ForwardGraph graph = NetworkLowering.Lower(model, training: true, new NetworkParameters());
        BackwardProgram backward = ReverseMode.Differentiate([.. graph.Operations], graph.Layers[^1].Result, graph.Last.Gradient);
        return graph.Last.Loss().Concat(backward.Operations).Select(Line).Append("").Concat(backward.Gradients.Select(Line));
    }

    private static IEnumerable<string> Plan(NetworkModel model) => NetworkPlanner.Plan(model).Training!.Plan.Places.Select(place =>
        $"{place.Value.Name,-10}{place.Value.Extent,-14}from {place.Offset,6}, a row every {place.Stride}{(place.Over is { } over ? $", over {over.Name}" : "")}");

    private static string Line(Operation operation) => $"{operation.Layer}  {operation.GetType().Name,-20}{(operation.Formula.Length > 0 ? operation.Formula : operation.Comment)}";
}
