using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GenNet.CompilerServices;

/// <content>
/// The functions of 128 bits, for the smallest networks, which compute four samples (of double, two) side by side. Calls, since
/// each stands once in the code for every unit.
/// </content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Exp(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<float> Exp(Vector128<float> x) => SingleFunctions.Exp(new Lanes128<float>(x)).Value;

    /// <inheritdoc cref="Exp(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<double> Exp(Vector128<double> x) => DoubleFunctions.Exp(new Lanes128<double>(x)).Value;

    /// <inheritdoc cref="Expm1(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<float> Expm1(Vector128<float> x) => SingleFunctions.Expm1(new Lanes128<float>(x)).Value;

    /// <inheritdoc cref="Expm1(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<double> Expm1(Vector128<double> x) => DoubleFunctions.Expm1(new Lanes128<double>(x)).Value;

    /// <inheritdoc cref="Log(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<float> Log(Vector128<float> x) => SingleFunctions.Log(new Lanes128<float>(x)).Value;

    /// <inheritdoc cref="Log(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<double> Log(Vector128<double> x) => DoubleFunctions.Log(new Lanes128<double>(x)).Value;

    /// <inheritdoc cref="Log1p(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<float> Log1p(Vector128<float> x) => SingleFunctions.Log1p(new Lanes128<float>(x)).Value;

    /// <inheritdoc cref="Log1p(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<double> Log1p(Vector128<double> x) => DoubleFunctions.Log1p(new Lanes128<double>(x)).Value;

    /// <inheritdoc cref="Tanh(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<float> Tanh(Vector128<float> x) => SingleFunctions.Tanh(new Lanes128<float>(x)).Value;

    /// <inheritdoc cref="Tanh(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<double> Tanh(Vector128<double> x) => DoubleFunctions.Tanh(new Lanes128<double>(x)).Value;

    /// <inheritdoc cref="Sigmoid(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<float> Sigmoid(Vector128<float> x) => SingleFunctions.Sigmoid(new Lanes128<float>(x)).Value;

    /// <inheritdoc cref="Sigmoid(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<double> Sigmoid(Vector128<double> x) => DoubleFunctions.Sigmoid(new Lanes128<double>(x)).Value;

    /// <inheritdoc cref="Softplus(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<float> Softplus(Vector128<float> x) => SingleFunctions.Softplus(new Lanes128<float>(x)).Value;

    /// <inheritdoc cref="Softplus(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<double> Softplus(Vector128<double> x) => DoubleFunctions.Softplus(new Lanes128<double>(x)).Value;

    /// <inheritdoc cref="Erf(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<float> Erf(Vector128<float> x) => SingleFunctions.Erf(new Lanes128<float>(x)).Value;

    /// <inheritdoc cref="Erf(float)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<double> Erf(Vector128<double> x) => DoubleFunctions.Erf(new Lanes128<double>(x)).Value;

    /// <summary>The sign of each lane.</summary>
    public static Vector128<float> Sign(Vector128<float> x) => Vector128.ConditionalSelect(
        Vector128.GreaterThan(x, Vector128<float>.Zero), Vector128<float>.One,
        Vector128.ConditionalSelect(Vector128.LessThan(x, Vector128<float>.Zero), -Vector128<float>.One, x));

    /// <summary>The sign of each lane.</summary>
    public static Vector128<double> Sign(Vector128<double> x) => Vector128.ConditionalSelect(
        Vector128.GreaterThan(x, Vector128<double>.Zero), Vector128<double>.One,
        Vector128.ConditionalSelect(Vector128.LessThan(x, Vector128<double>.Zero), -Vector128<double>.One, x));
}
