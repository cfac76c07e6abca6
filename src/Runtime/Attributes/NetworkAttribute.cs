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

    /// <summary>
    /// A network with a loss of the user's, a static method of the same class: <c>T F(T y, T d)</c> of one output y and its target d, summed over the outputs, or
    /// <c>T F(ReadOnlySpan&lt;T&gt; y, ReadOnlySpan&lt;T&gt; d)</c> of all outputs of a sample. The loss of a batch is the mean over its samples.
    /// </summary>
    /// <param name="function">The name of the method: <c>nameof(MyLoss)</c>.</param>
    public NetworkAttribute(string function) => Function = function;

    /// <summary>A network with a loss of the user's, a static method of another class: <c>T F(T y, T d)</c>, or of spans of them.</summary>
    /// <param name="type">The class of the method, of this project.</param>
    /// <param name="function">The name of the method: <c>nameof(MyFunctions.MyLoss)</c>.</param>
    public NetworkAttribute(Type type, string function)
        : this(function) => FunctionType = type;

    /// <summary>The loss, or null where it follows from the last activation or is a function of the user's.</summary>
    public Loss? Loss { get; }

    /// <summary>The name of the user's function that is the loss, or null.</summary>
    public string? Function { get; }

    /// <summary>The class of <see cref="Function"/>; null where it is the network's.</summary>
    public Type? FunctionType { get; }

    /// <summary>The floating-point type of parameters and arithmetic; float by default.</summary>
    public Precision Precision { get; set; }

    /// <summary>What the network is for: training by default; inference only leaves out the loss and the backward pass.</summary>
    public NetworkMode Mode { get; set; }

    /// <summary>What the targets are: as many numbers as outputs by default, or the numbers of classes.</summary>
    public Targets Targets { get; set; }

    /// <summary>How the layers are counted for the names of their tensors; among those with weights by default.</summary>
    public TensorNames Names { get; set; }

    /// <summary>
    /// A safetensors file among the project's additional files, by its name or the last parts of its path. It becomes a resource
    /// of the assembly, and <c>new Net()</c> is a network with these parameters. Its tensors must be those of the network, in
    /// their shapes.
    /// </summary>
    public string? Weights { get; set; }
}
