namespace GenNet.Generator.Expressions;

/// <summary>The functions that an expression may call; <see cref="Differentiator"/> has the derivatives of each.</summary>
internal enum Function
{
    Exp,

    /// <summary>exp(u) - 1, exact near zero.</summary>
    Expm1,
    Log,

    /// <summary>log(1 + u), exact near zero.</summary>
    Log1p,
    Log2,
    Log10,
    Sin,
    Cos,
    Tan,
    Asin,
    Acos,
    Atan,
    Sinh,
    Cosh,
    Tanh,
    Asinh,
    Acosh,
    Atanh,
    Sqrt,
    Cbrt,

    /// <summary>1 / (1 + exp(-u)).</summary>
    Sigmoid,

    /// <summary>log(1 + exp(u)), without overflow.</summary>
    Softplus,
    Erf,
    Abs,

    /// <summary>-1, 0 or 1.</summary>
    Sign,
    Floor,
    Ceiling,
    Round,
    Truncate,

    /// <summary>atan2(u, v): the angle of the point (v, u).</summary>
    Atan2,
    Pow,

    /// <summary>The larger of two.</summary>
    Max,

    /// <summary>The smaller of two.</summary>
    Min,

    /// <summary>The remainder of u / v, with the sign of u.</summary>
    Remainder,

    /// <summary>|u| with the sign of v.</summary>
    CopySign,

    /// <summary>clamp(u, least, most).</summary>
    Clamp,

    /// <summary>u v + w, rounded once.</summary>
    FusedMultiplyAdd,

    /// <summary>The number in another precision: C# writes its type before it.</summary>
    ToFloat,
    ToDouble,
}
