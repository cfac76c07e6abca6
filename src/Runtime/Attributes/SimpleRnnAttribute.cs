using System;

namespace GenNet;

/// <summary>A recurrent layer without gates: h[t] = activation(x[t] W + b + h[t - 1] R + Rb).</summary>
/// <remarks>
/// <para>Elman, "Finding structure in time", 1990. See <see cref="RecurrentAttribute"/>.</para>
/// <para>The activation may be a function of the user's, as that of a <see cref="DenseAttribute">[Dense]</see> layer.</para>
/// </remarks>
public sealed class SimpleRnnAttribute : RecurrentAttribute
{
    /// <summary>Units with an activation.</summary>
    /// <param name="hidden">The units, at least 1.</param>
    /// <param name="activation">The function of each unit.</param>
    public SimpleRnnAttribute(int hidden, Activation activation = GenNet.Activation.Tanh)
        : base(hidden) => Activation = activation;

    /// <summary>Units with a function of the user's, a static method of the same class.</summary>
    /// <param name="hidden">The units, at least 1.</param>
    /// <param name="function">The name of the method: <c>nameof(Mish)</c>.</param>
    public SimpleRnnAttribute(int hidden, string function)
        : base(hidden) => Function = function;

    /// <summary>Units with a function of the user's, a static method of another class.</summary>
    /// <param name="hidden">The units, at least 1.</param>
    /// <param name="type">The class of the method, of this project.</param>
    /// <param name="function">The name of the method: <c>nameof(MyFunctions.Mish)</c>.</param>
    public SimpleRnnAttribute(int hidden, Type type, string function)
        : this(hidden, function) => FunctionType = type;

    /// <summary>The function of each unit; null where it is a function of the user's.</summary>
    public Activation? Activation { get; }

    /// <summary>The name of the user's function, or null.</summary>
    public string? Function { get; }

    /// <summary>The class of <see cref="Function"/>; null where it is that of the layer.</summary>
    public Type? FunctionType { get; }

    /// <summary>The slope or scale below zero of LeakyReLU (0.01 by default) and ELU (1 by default), and the second number of a function of the user's.</summary>
    public double Alpha { get; set; } = double.NaN;
}
