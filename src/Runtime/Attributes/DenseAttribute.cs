namespace GenNet;

/// <summary>A fully connected layer: z = x W + b, a = activation(z).</summary>
public sealed class DenseAttribute : WeightedLayerAttribute
{
    /// <summary>A layer that takes its number of inputs from the layer before it.</summary>
    /// <param name="outputs">The number of outputs, at least 1.</param>
    /// <param name="activation">The function applied to the outputs; without one, they are z itself.</param>
    public DenseAttribute(int outputs, Activation activation = Activation.Identity)
    {
        Outputs = outputs;
        Activation = activation;
    }

    /// <summary>A layer with a stated number of inputs; it must be the number of outputs of the layer before it, if there is one.</summary>
    /// <param name="inputs">The number of inputs, at least 1.</param>
    /// <param name="outputs">The number of outputs, at least 1.</param>
    /// <param name="activation">The function applied to the outputs; without one, they are z itself.</param>
    public DenseAttribute(int inputs, int outputs, Activation activation = Activation.Identity)
        : this(outputs, activation) => Inputs = inputs;

    /// <summary>The number of inputs, or null where it follows from the layer before.</summary>
    public int? Inputs { get; }

    /// <summary>The number of outputs.</summary>
    public int Outputs { get; }

    /// <summary>The function applied to the outputs; <see cref="Activation.Identity"/> by default.</summary>
    public Activation Activation { get; }

    /// <summary>The slope or scale below zero of LeakyReLU (0.01 by default) and ELU (1 by default).</summary>
    public double Alpha { get; set; } = double.NaN;
}
