namespace GenNet;

/// <summary>The function that a layer applies to its pre-activation z. Formulas are those of PyTorch's functions of the same name.</summary>
#if GENNET_GENERATOR
internal
#else
public
#endif
enum Activation
{
    /// <summary>a = z.</summary>
    Identity,

    /// <summary>The logistic function, a = 1 / (1 + exp(-z)).</summary>
    Sigmoid,

    /// <summary>The hyperbolic tangent.</summary>
    Tanh,

    /// <summary>a = max(0, z); its derivative at zero is 0.</summary>
    ReLU,

    /// <summary>a = z for z above 0, else alpha z; alpha is 0.01 unless given.</summary>
    LeakyReLU,

    /// <summary>a = z for z above 0, else alpha (exp(z) - 1); alpha is 1 unless given.</summary>
    ELU,

    /// <summary>The self-normalising unit: lambda times ELU, with the constants of Klambauer et al., 2017.</summary>
    SELU,

    /// <summary>a = z Phi(z), with the normal distribution function Phi written with erf.</summary>
    GELU,

    /// <summary>The approximation of GELU by tanh (Hendrycks and Gimpel, 2016).</summary>
    GELUTanh,

    /// <summary>a = z sigmoid(z), also called swish.</summary>
    SiLU,

    /// <summary>a = log(1 + exp(z)).</summary>
    Softplus,

    /// <summary>a = z / (1 + |z|).</summary>
    Softsign,

    /// <summary>z cut to [-1, 1]; its derivative at both ends is 0.</summary>
    HardTanh,

    /// <summary>a_j = exp(z_j) / sum of exp(z): a distribution over the outputs. Last layer only.</summary>
    Softmax,

    /// <summary>
    /// The Heaviside threshold: a = 1 for z from 0 on, else 0 (for NaN too). Its derivative is zero, so it can be trained only as the single
    /// layer of a network with <see cref="Loss.Perceptron"/>.
    /// </summary>
    Step,

    /// <summary>-1, 0 or 1, the sign of z; 0 at zero. It is trained as <see cref="Step"/> is.</summary>
    Sign,
}
