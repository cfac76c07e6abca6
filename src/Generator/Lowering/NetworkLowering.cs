using System.Collections.Generic;
using System.Collections.Immutable;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;

namespace GenNet.Generator.Lowering;

/// <summary>From the model of a network to its operations: each layer's lowering in turn.</summary>
internal static class NetworkLowering
{
    /// <summary>The parameters of a network alone.</summary>
    public static IEnumerable<ParameterTensor> Parameters(NetworkModel model)
    {
        var parameters = new NetworkParameters();
        Lower(model, training: false, parameters);
        return parameters.All;
    }

    /// <summary>The graph of a network.</summary>
    /// <param name="model">The network.</param>
    /// <param name="training">Whether it is the graph that is trained, or the one that infers and evaluates.</param>
    /// <param name="parameters">Its parameters, one set for all.</param>
    /// <param name="places">Of the graph of a single step, which begins with the state that the one before has left, the steps that a sequence has; 0 of one of whole sequences.</param>
    public static ForwardGraph Lower(NetworkModel model, bool training, NetworkParameters parameters, int places = 0)
    {
        List<Value> inputs = [new Value("x", InputShape(model), ValueKind.Input)];
        var layers = ImmutableArray.CreateBuilder<LayerGraph>();
        Value? lengths = model.HasLengths ? new Value("lengths", Shape.Of(1), ValueKind.Intermediate) : null;
        for (int i = 0; i < model.Layers.Count; i++)
        {
            LayerModel layer = model.Layers[i];
            var context = new LoweringContext(i + 1, inputs, training, parameters, places, lengths);
            if (i == 0 && lengths is not null)
                inputs[0] = SequenceLowering.Cut(context, model.InputShape, lengths);
            Value result = LayerLowerings.Lower(layer, context);

            // The last layer stops at z: its activation belongs to the loss and to the outputs.
            if (i < model.Layers.Count - 1)
                result = ActivationLowering.Lower(layer, result, context);
            layers.Add(new LayerGraph(i + 1, layer, result, context.Operations));
            inputs.Add(result);
        }

        return new ForwardGraph(model, layers.ToImmutable(), new LastLayer(model, inputs[inputs.Count - 1], model.OutputShape.Rank == 2 ? lengths : null));
    }

    /// <summary>
    /// The shape of the inputs. The caller's rows are dense: a sequence that the first layer flattens is features to begin with, and one with its length behind it is cut out first.
    /// </summary>
    public static Shape InputShape(NetworkModel model) => model.HasLengths ? Shape.Of(model.Inputs) : model.Layers[0] is FlattenLayer flatten ? flatten.Output : model.InputShape;
}
