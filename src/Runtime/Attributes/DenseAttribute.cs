using System;

namespace GenNet;

/// <summary>A fully connected layer: z = x W + b, a = activation(z).</summary>
/// <remarks>
/// The activation may be a function of the user's: a static method <c>T F(T x)</c>, or <c>T F(T x, T alpha)</c> with <see cref="Alpha"/>, of float or double, public or
/// not. Its formula and its derivative are written into the network's loops, in the network's precision: no call is left. It is made of locals, arithmetic, functions of
/// <see cref="Math"/> and <see cref="MathF"/>, conditional expressions, <c>if</c> and loops of a known, small number of iterations.
/// </remarks>
public sealed class DenseAttribute : WeightedLayerAttribute
{
    /// <summary>A layer that takes its number of inputs from the layer before it.</summary>
    /// <param name="outputs">The number of outputs, at least 1.</param>
    /// <param name="activation">The function applied to the outputs; without one, they are z itself.</param>
    public DenseAttribute(int outputs, Activation activation = GenNet.Activation.Identity)
    {
        Outputs = outputs;
        Activation = activation;
    }

    /// <summary>A layer with a stated number of inputs; it must be the number of outputs of the layer before it, if there is one.</summary>
    /// <param name="inputs">The number of inputs, at least 1.</param>
    /// <param name="outputs">The number of outputs, at least 1.</param>
    /// <param name="activation">The function applied to the outputs; without one, they are z itself.</param>
    public DenseAttribute(int inputs, int outputs, Activation activation = GenNet.Activation.Identity)
        : this(outputs, activation) => Inputs = inputs;

    /// <summary>A layer with a function of the user's, a static method of the same class, that takes its number of inputs from the layer before it.</summary>
    /// <param name="outputs">The number of outputs, at least 1.</param>
    /// <param name="function">The name of the method: <c>nameof(Mish)</c>.</param>
    public DenseAttribute(int outputs, string function)
    {
        Outputs = outputs;
        Function = function;
    }

    /// <summary>A layer with a function of the user's, a static method of the same class, and a stated number of inputs.</summary>
    /// <param name="inputs">The number of inputs, at least 1.</param>
    /// <param name="outputs">The number of outputs, at least 1.</param>
    /// <param name="function">The name of the method: <c>nameof(Mish)</c>.</param>
    public DenseAttribute(int inputs, int outputs, string function)
        : this(outputs, function) => Inputs = inputs;

    /// <summary>A layer with a function of the user's, a static method of another class, that takes its number of inputs from the layer before it.</summary>
    /// <param name="outputs">The number of outputs, at least 1.</param>
    /// <param name="type">The class of the method, of this project.</param>
    /// <param name="function">The name of the method: <c>nameof(MyFunctions.Mish)</c>.</param>
    public DenseAttribute(int outputs, Type type, string function)
        : this(outputs, function) => FunctionType = type;

    /// <summary>A layer with a function of the user's, a static method of another class, and a stated number of inputs.</summary>
    /// <param name="inputs">The number of inputs, at least 1.</param>
    /// <param name="outputs">The number of outputs, at least 1.</param>
    /// <param name="type">The class of the method, of this project.</param>
    /// <param name="function">The name of the method: <c>nameof(MyFunctions.Mish)</c>.</param>
    public DenseAttribute(int inputs, int outputs, Type type, string function)
        : this(outputs, type, function) => Inputs = inputs;

    /// <summary>The number of inputs, or null where it follows from the layer before.</summary>
    public int? Inputs { get; }

    /// <summary>The number of outputs.</summary>
    public int Outputs { get; }

    /// <summary>The function applied to the outputs, <see cref="GenNet.Activation.Identity"/> by default; null where it is a function of the user's.</summary>
    public Activation? Activation { get; }

    /// <summary>The name of the user's function on the outputs, or null.</summary>
    public string? Function { get; }

    /// <summary>The class of <see cref="Function"/>; null where it is that of the layer.</summary>
    public Type? FunctionType { get; }

    /// <summary>
    /// The slope or scale below zero of LeakyReLU (0.01 by default) and ELU (1 by default), and the second number of a function of the user's (by default that of the method, if it
    /// has one).
    /// </summary>
    public double Alpha { get; set; } = double.NaN;
}
