namespace GenNet;

/// <summary>How the weights of a layer are drawn at construction. Biases start at zero.</summary>
#if GENNET_GENERATOR
internal
#else
public
#endif
enum Init
{
    /// <summary>HeUniform for the ReLU family (ReLU, LeakyReLU, ELU, GELU, GELUTanh, SiLU, Softplus), LeCunNormal for SELU, else XavierUniform.</summary>
    Default,

    /// <summary>Uniform in ±sqrt(6 / (inputs + outputs)) (Glorot and Bengio, 2010).</summary>
    XavierUniform,

    /// <summary>Normal with variance 2 / (inputs + outputs) (Glorot and Bengio, 2010).</summary>
    XavierNormal,

    /// <summary>Uniform in ±sqrt(6 / inputs) (He et al., 2015).</summary>
    HeUniform,

    /// <summary>Normal with variance 2 / inputs (He et al., 2015).</summary>
    HeNormal,

    /// <summary>Normal with variance 1 / inputs (LeCun et al., 1998).</summary>
    LeCunNormal,

    /// <summary>All zero.</summary>
    Zeros,

    /// <summary>Uniform from InitFrom to InitTo, ±0.05 unless given.</summary>
    Uniform,

    /// <summary>Normal with InitMean and InitDeviation, 0 and 0.05 unless given.</summary>
    Normal,

    /// <summary>
    /// A random matrix whose rows, or columns where there are fewer of them, are of length 1 and at right angles to each other
    /// (Saxe, McClelland, Ganguli, 2014).
    /// </summary>
    Orthogonal,

    /// <summary>All one, as the weights of normalisations are by themselves.</summary>
    Ones,
}
