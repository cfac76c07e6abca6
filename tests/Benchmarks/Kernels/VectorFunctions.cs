using System.Numerics;
using System.Runtime.Intrinsics;
using GenNet.CompilerServices;

namespace GenNet.Benchmarks.Kernels;

/// <summary>A function at both vector widths. The loops over it are generic, so that it is inlined where it asks to be.</summary>
public interface IVectorFunction
{
    static abstract Vector<float> Apply(Vector<float> x);

    static abstract Vector512<float> Apply(Vector512<float> x);
}

public readonly struct Exp : IVectorFunction
{
    public static Vector<float> Apply(Vector<float> x) => VectorMath.Exp(x);

    public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Exp(x);
}

/// <summary>The framework's exponential, to compare with.</summary>
public readonly struct FrameworkExp : IVectorFunction
{
    public static Vector<float> Apply(Vector<float> x) => Vector.Exp(x);

    public static Vector512<float> Apply(Vector512<float> x) => Vector512.Exp(x);
}

public readonly struct Expm1 : IVectorFunction
{
    public static Vector<float> Apply(Vector<float> x) => VectorMath.Expm1(x);

    public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Expm1(x);
}

public readonly struct Log : IVectorFunction
{
    public static Vector<float> Apply(Vector<float> x) => VectorMath.Log(x);

    public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Log(x);
}

/// <summary>The framework's logarithm, to compare with.</summary>
public readonly struct FrameworkLog : IVectorFunction
{
    public static Vector<float> Apply(Vector<float> x) => Vector.Log(x);

    public static Vector512<float> Apply(Vector512<float> x) => Vector512.Log(x);
}

public readonly struct Log1p : IVectorFunction
{
    public static Vector<float> Apply(Vector<float> x) => VectorMath.Log1p(x);

    public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Log1p(x);
}

public readonly struct Tanh : IVectorFunction
{
    public static Vector<float> Apply(Vector<float> x) => VectorMath.Tanh(x);

    public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Tanh(x);
}

public readonly struct Sigmoid : IVectorFunction
{
    public static Vector<float> Apply(Vector<float> x) => VectorMath.Sigmoid(x);

    public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Sigmoid(x);
}

public readonly struct Softplus : IVectorFunction
{
    public static Vector<float> Apply(Vector<float> x) => VectorMath.Softplus(x);

    public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Softplus(x);
}

public readonly struct Erf : IVectorFunction
{
    public static Vector<float> Apply(Vector<float> x) => VectorMath.Erf(x);

    public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Erf(x);
}
