namespace GenNet;

/// <summary>The floating-point type of a network: its parameters, inputs, outputs and arithmetic.</summary>
#if GENNET_GENERATOR
internal
#else
public
#endif
enum Precision
{
    /// <summary>32 bits.</summary>
    Float,

    /// <summary>64 bits.</summary>
    Double,
}
