using System;
using System.Linq;
using System.Numerics;
using System.Runtime.Intrinsics;
using GenNet.CompilerServices;

namespace GenNet.Tests.Numerics;

/// <summary>One function of <see cref="VectorMath"/> in all its overloads, its reference, and the errors that it may have.</summary>
internal sealed record Function(
    string Name,
    Func<float, float> Single,
    Func<double, double> Double,
    Func<Vector<float>, Vector<float>> SingleVector,
    Func<Vector<double>, Vector<double>> DoubleVector,
    Func<Vector128<float>, Vector128<float>> Single128,
    Func<Vector128<double>, Vector128<double>> Double128,
    Func<Vector512<float>, Vector512<float>> Single512,
    Func<Vector512<double>, Vector512<double>> Double512,
    Func<DoubleDouble, DoubleDouble> Reference,
    double SingleUlps,
    double DoubleUlps)
{
    /// <summary>The bounds, in units in the last place, hold with and without fused multiply-add; docs/numerics.md has what was measured.</summary>
    public static readonly Function[] All =
    [
        new("Exp", VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, VectorMath.Exp,
            VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, DoubleDouble.Exp, 2, 2),
        new("Expm1", VectorMath.Expm1, VectorMath.Expm1, VectorMath.Expm1, VectorMath.Expm1, VectorMath.Expm1,
            VectorMath.Expm1, VectorMath.Expm1, VectorMath.Expm1, DoubleDouble.Expm1, 2, 2),
        new("Log", VectorMath.Log, VectorMath.Log, VectorMath.Log, VectorMath.Log, VectorMath.Log,
            VectorMath.Log, VectorMath.Log, VectorMath.Log, DoubleDouble.Log, 2, 2),
        new("Log1p", VectorMath.Log1p, VectorMath.Log1p, VectorMath.Log1p, VectorMath.Log1p, VectorMath.Log1p,
            VectorMath.Log1p, VectorMath.Log1p, VectorMath.Log1p, DoubleDouble.Log1p, 2, 2),
        new("Tanh", VectorMath.Tanh, VectorMath.Tanh, VectorMath.Tanh, VectorMath.Tanh, VectorMath.Tanh,
            VectorMath.Tanh, VectorMath.Tanh, VectorMath.Tanh, DoubleDouble.Tanh, 3, 3),
        new("Sigmoid", VectorMath.Sigmoid, VectorMath.Sigmoid, VectorMath.Sigmoid, VectorMath.Sigmoid, VectorMath.Sigmoid,
            VectorMath.Sigmoid, VectorMath.Sigmoid, VectorMath.Sigmoid, DoubleDouble.Sigmoid, 3, 3),
        new("Softplus", VectorMath.Softplus, VectorMath.Softplus, VectorMath.Softplus, VectorMath.Softplus, VectorMath.Softplus,
            VectorMath.Softplus, VectorMath.Softplus, VectorMath.Softplus, DoubleDouble.Softplus, 2, 2),
        new("Erf", VectorMath.Erf, VectorMath.Erf, VectorMath.Erf, VectorMath.Erf, VectorMath.Erf,
            VectorMath.Erf, VectorMath.Erf, VectorMath.Erf, DoubleDouble.Erf, 2, 2),
    ];

    public static Function Named(string name) => All.Single(function => function.Name == name);

    public static TheoryData<string> Names() => new(All.Select(function => function.Name));
}
