namespace GenNet;

/// <summary>
/// Dropout: in training each number that passes becomes zero with probability <see cref="Rate"/>, and the others are divided by
/// the probability of staying, so that the mean is kept and inference does nothing ("inverted dropout"; Srivastava et al., 2014).
/// </summary>
/// <remarks>
/// Only Backward drops; Forward and Evaluate do not. The masks follow from a seed, the number of the step and the row of the
/// batch (<see cref="DropoutNoise"/>), so they are the same for any number of threads. Rates are rounded to multiples of 2^-16.
/// Neighbouring pixels of an image are nearly the same, so that dropping one tells the next layer little: <see cref="Channels"/> drops whole channels
/// (Tompson et al., "Efficient Object Localization Using Convolutional Networks", 2015).
/// </remarks>
public sealed class DropoutAttribute : LayerAttribute
{
    /// <summary>Dropout of the outputs of the layer before it.</summary>
    /// <param name="rate">The probability of becoming zero, at least 0 and below 1.</param>
    public DropoutAttribute(double rate = 0.5) => Rate = rate;

    /// <summary>Dropout of so many inputs: as the first layer of a network.</summary>
    /// <param name="inputs">The number of inputs, at least 1.</param>
    /// <param name="rate">The probability of becoming zero, at least 0 and below 1.</param>
    public DropoutAttribute(int inputs, double rate)
        : this(rate) => Inputs = inputs;

    /// <summary>The number of inputs, or null where it follows from the layer before.</summary>
    public int? Inputs { get; }

    /// <summary>The probability of becoming zero, at least 0 and below 1; 0.5 by default.</summary>
    public double Rate { get; }

    /// <summary>
    /// Whether all numbers of a channel of an image become zero together, or none (PyTorch's nn.Dropout2d): what comes in is [channels, rows, columns]. False by default.
    /// </summary>
    public bool Channels { get; set; }
}
