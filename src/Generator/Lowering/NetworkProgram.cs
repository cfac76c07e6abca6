using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Model;

namespace GenNet.Generator.Lowering;

/// <summary>A network as operations on tensors, forward and backward, with the place of every tensor.</summary>
/// <param name="Model">The declaration.</param>
/// <param name="Memory">The place of every tensor.</param>
/// <param name="Layers">The layers in order.</param>
/// <param name="Output">From the last layer's result to the caller's outputs.</param>
/// <param name="Loss">From the last layer's result and the targets to the loss and the gradient of that result.</param>
/// <param name="ForwardLength">The part of the workspace that the forward pass and the loss use.</param>
internal sealed record NetworkProgram(
    NetworkModel Model, MemoryPlan Memory, ImmutableArray<LayerProgram> Layers,
    ImmutableArray<Operation> Output, ImmutableArray<Operation> Loss, int ForwardLength)
{
    /// <summary>The scratch of a backward pass. Straight-line code has its numbers in locals, and leaves the gradients there.</summary>
    public int WorkspaceLength => Memory.IsPadded ? Memory.WorkspaceLength : Memory.ParametersLength;

    /// <summary>Whether the backward pass draws dropout masks.</summary>
    public bool DrawsNoise => Layers.Any(layer => layer.IsForTraining);
}

/// <summary>One layer in both directions.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Model">Its declaration.</param>
/// <param name="Parameters">Its tensors, with their names in the layout.</param>
/// <param name="Input">What it computes that from.</param>
/// <param name="Result">What comes out; of the last layer, what its activation is still to be applied to.</param>
/// <param name="Forward">What it computes.</param>
/// <param name="Backward">The gradients of what it computes, and of its inputs unless they are the network's.</param>
/// <param name="Gradients">The gradients of its parameters, from what Backward leaves.</param>
/// <param name="InputGradient">For the layers up to the first with weights, the gradient of the network's inputs, computed when it is asked for.</param>
internal sealed record LayerProgram(
    int Number, LayerModel Model, ImmutableArray<ParameterTensor> Parameters, Tensor Input, Tensor Result,
    ImmutableArray<Operation> Forward, ImmutableArray<Operation> Backward, ImmutableArray<Operation> Gradients, ImmutableArray<Operation> InputGradient)
{
    /// <summary>Whether it exists in training only: elsewhere its input is its output.</summary>
    public bool IsForTraining => Operands.DrawIn(Forward);
}

/// <summary>A tensor of parameters as the layout names and shapes it.</summary>
/// <param name="Tensor">Its place.</param>
/// <param name="LayoutName">Layer name and role: <c>0.weight</c>.</param>
/// <param name="Role">The member of TensorRole.</param>
/// <param name="Shape">The dense shape that PyTorch uses.</param>
/// <param name="Strides">For each dimension, the distance of neighbours in the buffer.</param>
/// <param name="FanIn">The inputs of one unit.</param>
/// <param name="FanOut">The units that one input feeds.</param>
/// <param name="Init">How it is drawn.</param>
internal sealed record ParameterTensor(
    Tensor Tensor, string LayoutName, string Role, ImmutableArray<int> Shape, ImmutableArray<int> Strides, int FanIn, int FanOut, WeightInit Init)
{
    public int Count
    {
        get
        {
            int count = 1;
            foreach (int size in Shape)
                count *= size;
            return count;
        }
    }
}
