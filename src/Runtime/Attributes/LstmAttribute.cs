namespace GenNet;

/// <summary>
/// A recurrent layer of long short-term memory: i = sigmoid(zi + vi), f = sigmoid(zf + vf), g = tanh(zg + vg), o = sigmoid(zo + vo), c[t] = f c[t - 1] + i g,
/// h[t] = o tanh(c[t]), with z = x[t] W + b and v = h[t - 1] R + Rb.
/// </summary>
/// <remarks>Hochreiter and Schmidhuber, "Long short-term memory", 1997; the gates are in PyTorch's order i, f, g, o. See <see cref="RecurrentAttribute"/>.</remarks>
public sealed class LstmAttribute : RecurrentAttribute
{
    /// <summary>Units with a memory cell each.</summary>
    /// <param name="hidden">The units, at least 1.</param>
    public LstmAttribute(int hidden)
        : base(hidden)
    {
    }
}
