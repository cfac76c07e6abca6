using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Lowering;
using GenNet.Generator.Model;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Planning;

/// <summary>A network as planned operations: what every pass computes, and where every value stands.</summary>
/// <param name="Model">The declaration.</param>
/// <param name="Format">How rows stand in memory.</param>
/// <param name="Parameters">The place of every parameter.</param>
/// <param name="Forward">The passes without training, and their memory.</param>
/// <param name="Training">The passes of training; null where the network only infers.</param>
/// <param name="Stream">One step of a sequence; null where the network cannot be given single steps.</param>
internal sealed record NetworkProgram(NetworkModel Model, RowFormat Format, ParameterPlan Parameters, ForwardPasses Forward, TrainingPasses? Training,
    StreamPass? Stream = null)
{
    /// <summary>The numbers of the input of one step.</summary>
    public int StepInputs => Model.InputShape.Rank == 2 ? Model.InputShape.Features : 1;

    /// <summary>The layers with all that they compute: as they are trained, if they are.</summary>
    public ImmutableArray<LayerProgram> Layers => Training?.Layers ?? Forward.Layers;

    /// <summary>The scratch of a backward pass. Straight-line code has its numbers in locals, and leaves the gradients there.</summary>
    public int WorkspaceLength => Format.IsPadded ? Training?.Plan.Length ?? 0 : Parameters.Length;

    /// <summary>The multiply-adds of a sample, forward and backward.</summary>
    public long StepCost => Layers.Sum(layer => layer.ForwardCost + layer.BackwardCost);

    /// <summary>The numbers of a sample that the gradients of the parameters are made of, but for the caller's.</summary>
    public int ReadByGradients => Layers.SelectMany(layer => layer.Gradients).SelectMany(operation => operation.Reads)
        .Where(value => value.Kind == ValueKind.Intermediate).Distinct().Sum(value => value.Shape.Size);

    /// <summary>The terms of a sample's loss that its mean is taken over.</summary>
    public int LossTerms => Model.Loss.IsMeanOverOutputs ? Model.Outputs : Model.OutputShape.Rank == 2 ? Model.OutputShape.Dimensions[0] : 1;

    /// <summary>The states of recurrent layers that a caller can carry from batch to batch, with the place of each among them: what comes in, and what goes out.</summary>
    public ImmutableArray<(Value Before, Value After, int Offset)> Carried
    {
        get
        {
            var states = ImmutableArray.CreateBuilder<(Value, Value, int)>();
            int offset = 0;
            foreach (Recurrence recurrence in Training?.Layers.SelectMany(layer => layer.Forward).OfType<Recurrence>() ?? [])
            {
                foreach ((Value before, Value after) in recurrence.Values.Before.Zip(recurrence.Values.After, (before, after) => (before, after)))
                {
                    states.Add((before, after, offset));
                    offset += before.Columns;
                }
            }

            return states.ToImmutable();
        }
    }

    /// <summary>Whether the loss is that of the steps which each row has.</summary>
    public bool HasLossOfSteps => Model.HasLengths && Model.OutputShape.Rank == 2;

    /// <summary>The fewest rows of a block where layers normalise over them; 0 where each row is computed by itself.</summary>
    public int FewestRows => Model.Layers.Max(layer => layer.FewestRows);

    /// <summary>Whether the backward pass draws dropout masks.</summary>
    public bool DrawsNoise => Layers.Any(layer => layer.IsForTraining);
}

/// <summary>Inference and evaluation.</summary>
/// <param name="Input">The shape of the inputs as the first layer reads them.</param>
/// <param name="Layers">The layers, with the normalisations folded into the layers before that can be.</param>
/// <param name="Traced">The layers where the result of each is asked for, so that none is folded.</param>
/// <param name="Output">From the last layer's z to the outputs.</param>
/// <param name="Loss">From the last layer's z and the targets to the loss; empty where the network only infers.</param>
/// <param name="Plan">The memory of all.</param>
internal sealed record ForwardPasses(
    Shape Input, ImmutableArray<LayerProgram> Layers, ImmutableArray<LayerProgram> Traced, ImmutableArray<Operation> Output, ImmutableArray<Operation> Loss, WorkspacePlan Plan)
{
    /// <summary>Whether the layers by themselves are a pass of their own.</summary>
    public bool HasTrace => Traced.Where((layer, i) => layer != Layers[i]).Any();
}

/// <summary>The backward pass, from a loss and from gradients of the caller's.</summary>
/// <param name="Layers">The layers, in both directions.</param>
/// <param name="Loss">From the last layer's z and the targets to the loss and the gradient of z.</param>
/// <param name="OutputAdjoint">From the last layer's z and the gradient of the outputs to that of z.</param>
/// <param name="Plan">The memory of all.</param>
internal sealed record TrainingPasses(
    ImmutableArray<LayerProgram> Layers, ImmutableArray<Operation> Loss, ImmutableArray<Operation> OutputAdjoint, WorkspacePlan Plan);

/// <summary>One step of one sequence, from the state that the steps before have left.</summary>
/// <param name="Layers">The layers.</param>
/// <param name="Output">From the last layer's z to the outputs.</param>
/// <param name="Plan">The memory: the state, and scratch.</param>
/// <param name="Places">The steps that a sequence has.</param>
internal sealed record StreamPass(ImmutableArray<LayerProgram> Layers, ImmutableArray<Operation> Output, WorkspacePlan Plan, int Places)
{
    /// <summary>Whether there are no more steps than places; else they may go on for ever.</summary>
    public bool HasPlaces => Operations.Any(operation => operation.HasPlaces);

    /// <summary>Whether a layer asks for the place of the step.</summary>
    public bool NeedsPlace => Operations.Any(operation => operation.NeedsPlace);

    /// <summary>All that is computed.</summary>
    public IEnumerable<Operation> Operations => Layers.SelectMany(layer => layer.Forward).Concat(Output);
}

/// <summary>One layer in both directions.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Model">Its declaration.</param>
/// <param name="Parameters">Its tensors.</param>
/// <param name="Result">What comes out; of the last layer, what its activation is still to be applied to.</param>
/// <param name="Forward">What it computes.</param>
/// <param name="Backward">What flows back through it.</param>
/// <param name="Gradients">The gradients of its parameters, from what Backward leaves.</param>
/// <param name="InputGradient">Its part of the gradient of the network's inputs, computed when it is asked for.</param>
internal sealed record LayerProgram(
    int Number, LayerModel Model, ImmutableArray<ParameterTensor> Parameters, Value Result, ImmutableArray<Operation> Forward,
    ImmutableArray<Operation> Backward, ImmutableArray<Operation> Gradients, ImmutableArray<Operation> InputGradient)
{
    /// <summary>Whether it exists in training only: elsewhere its input is its output.</summary>
    public bool IsForTraining => Forward.Any(operation => operation.Draws);

    /// <summary>The multiply-adds of a sample, forward.</summary>
    public long ForwardCost => Forward.Sum(operation => operation.MultiplyAdds);

    /// <summary>The multiply-adds of a sample, backward, without the gradient of the network's inputs.</summary>
    public long BackwardCost => Backward.Concat(Gradients).Sum(operation => operation.MultiplyAdds);

    public IEnumerable<Operation> Operations => Forward.Concat(Backward).Concat(Gradients).Concat(InputGradient);
}
