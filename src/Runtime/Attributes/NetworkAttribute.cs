using System;

namespace GenNet;

/// <summary>
/// Makes the partial class a neural network: its layers follow as attributes, in order, and the generator writes the
/// forward pass, the backward pass and the parameters into the class.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NetworkAttribute : Attribute
{
    /// <summary>A network with the loss that fits its last activation: softmax gives <see cref="Loss.CrossEntropy"/>,
    /// sigmoid <see cref="Loss.BinaryCrossEntropy"/>, every other <see cref="Loss.HalfSquaredError"/>.</summary>
    public NetworkAttribute()
    {
    }

    /// <summary>A network with the given loss.</summary>
    public NetworkAttribute(Loss loss) => Loss = loss;

    /// <summary>The loss, or null where it follows from the last activation.</summary>
    public Loss? Loss { get; }

    /// <summary>The floating-point type of parameters and arithmetic; float by default.</summary>
    public Precision Precision { get; set; }

    /// <summary>What the network is for: training by default; inference only leaves out the loss and the backward pass.</summary>
    public NetworkMode Mode { get; set; }

    /// <summary>How the layers are counted for the names of their tensors; among those with weights by default.</summary>
    public TensorNames Names { get; set; }

    /// <summary>
    /// A safetensors file among the project's additional files, by its name or the last parts of its path. It becomes a resource
    /// of the assembly, and <c>new Net()</c> is a network with these parameters. Its tensors must be those of the network, in
    /// their shapes.
    /// </summary>
    public string? Weights { get; set; }
}
