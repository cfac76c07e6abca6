using System;

namespace GenNet;

/// <summary>
/// A convolution along the steps of a sequence: z[t, f] = b[f] + the sum over c, v of W[f, c, v] x[s t + d v - p, c], with stride s, dilation d and padding p, and
/// a = activation(z).
/// </summary>
/// <remarks>
/// <para>It takes [steps, features] and gives [steps', filters] with steps' = (steps + 2 p - d (kernel - 1) - 1) / s + 1, rounded down. Its tensors are <c>weight</c>
/// [filters, features / groups, kernel] and <c>bias</c> [filters], as PyTorch's Conv1d has them, whose sequences stand as [features, steps].</para>
/// <para>The activation may be a function of the user's, as that of a <see cref="DenseAttribute">[Dense]</see> layer.</para>
/// </remarks>
public sealed class Conv1DAttribute : ConvolutionAttribute
{
    /// <summary>Filters with a window.</summary>
    /// <param name="filters">The channels that come out, at least 1.</param>
    /// <param name="kernel">The steps of the window, at least 1.</param>
    /// <param name="activation">The function applied to the outputs; without one, they are z itself.</param>
    public Conv1DAttribute(int filters, int kernel, Activation activation = GenNet.Activation.Identity)
        : base(filters)
    {
        Kernel = kernel;
        Activation = activation;
    }

    /// <summary>Filters with a window and a function of the user's, a static method of the same class.</summary>
    /// <param name="filters">The channels that come out, at least 1.</param>
    /// <param name="kernel">The steps of the window, at least 1.</param>
    /// <param name="function">The name of the method: <c>nameof(Mish)</c>.</param>
    public Conv1DAttribute(int filters, int kernel, string function)
        : base(filters)
    {
        Kernel = kernel;
        Function = function;
    }

    /// <summary>Filters with a window and a function of the user's, a static method of another class.</summary>
    /// <param name="filters">The channels that come out, at least 1.</param>
    /// <param name="kernel">The steps of the window, at least 1.</param>
    /// <param name="type">The class of the method, of this project.</param>
    /// <param name="function">The name of the method: <c>nameof(MyFunctions.Mish)</c>.</param>
    public Conv1DAttribute(int filters, int kernel, Type type, string function)
        : this(filters, kernel, function) => FunctionType = type;

    /// <summary>The steps of the window.</summary>
    public int Kernel { get; }

    /// <summary>
    /// Whether a step sees itself and the steps before it only, with d (kernel - 1) zeros before the first one and none behind the last, so that as many steps go out as come in;
    /// false by default. The stride is 1 then, and there is no other padding.
    /// </summary>
    public bool Causal { get; set; }
}
