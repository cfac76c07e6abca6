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
}
