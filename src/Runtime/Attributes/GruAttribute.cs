namespace GenNet;

/// <summary>
/// A gated recurrent layer: r = sigmoid(zr + vr), u = sigmoid(zu + vu), n = tanh(zn + r vn), h[t] = (1 - u) n + u h[t - 1], with z = x[t] W + b and
/// v = h[t - 1] R + Rb.
/// </summary>
/// <remarks>Cho et al., "Learning phrase representations using RNN encoder-decoder for statistical machine translation", 2014; as in PyTorch the reset gate r is
/// applied behind the product, and the gates are in the order r, u (which PyTorch calls z), n. See <see cref="RecurrentAttribute"/>.</remarks>
public sealed class GruAttribute : RecurrentAttribute
{
    /// <summary>Gated units.</summary>
    /// <param name="hidden">The units, at least 1.</param>
    public GruAttribute(int hidden)
        : base(hidden)
    {
    }
}
