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
}
