using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>A function of up to three numbers that stand in the same place of their runs: a term of a sum, or what is stored.</summary>
/// <typeparam name="TLanes">The vectors.</typeparam>
internal interface INormRule<TLanes>
    where TLanes : struct
{
    /// <summary>How many of the three it reads.</summary>
    static abstract int Reads { get; }

    /// <summary>The function of each lane.</summary>
    TLanes Of(TLanes a, TLanes b, TLanes c);
}

/// <summary>x, or dz.</summary>
internal readonly struct PlainTerm<TLanes, T> : INormRule<TLanes>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged
{
    public static int Reads => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of(TLanes a, TLanes b, TLanes c) => a;
}

/// <summary>(x - m)^2.</summary>
internal readonly struct SquareTerm<TLanes, T>(TLanes mean) : INormRule<TLanes>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged
{
    private readonly TLanes _mean = mean;

    public static int Reads => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of(TLanes a, TLanes b, TLanes c) => (a - _mean) * (a - _mean);
}

/// <summary>dz (x - m), of dz and x.</summary>
internal readonly struct ProductTerm<TLanes, T>(TLanes mean) : INormRule<TLanes>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged
{
    private readonly TLanes _mean = mean;

    public static int Reads => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of(TLanes a, TLanes b, TLanes c) => a * (b - _mean);
}

/// <summary>dz W, of dz and W.</summary>
internal readonly struct WeightedTerm<TLanes, T> : INormRule<TLanes>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged
{
    public static int Reads => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of(TLanes a, TLanes b, TLanes c) => a * b;
}

/// <summary>dz W (x - m), of dz, W and x.</summary>
internal readonly struct WeightedProductTerm<TLanes, T>(TLanes mean) : INormRule<TLanes>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged
{
    private readonly TLanes _mean = mean;

    public static int Reads => 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of(TLanes a, TLanes b, TLanes c) => a * b * (c - _mean);
}

/// <summary>(x - m) f + b.</summary>
internal readonly struct AffineRule<TLanes, T>(TLanes mean, TLanes factor, TLanes bias) : INormRule<TLanes>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged
{
    private readonly TLanes _mean = mean, _factor = factor, _bias = bias;

    public static int Reads => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of(TLanes a, TLanes b, TLanes c) => TLanes.MultiplyAdd(a - _mean, _factor, _bias);
}

/// <summary>(x - m) r W + b, of x, W and b.</summary>
internal readonly struct WeightedAffineRule<TLanes, T>(TLanes mean, TLanes inverse) : INormRule<TLanes>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged
{
    private readonly TLanes _mean = mean, _inverse = inverse;

    public static int Reads => 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of(TLanes a, TLanes b, TLanes c) => TLanes.MultiplyAdd((a - _mean) * _inverse, b, c);
}

/// <summary>dx = f dz - (p + (x - m) q), of dz and x.</summary>
internal readonly struct AdjointRule<TLanes, T>(TLanes mean, TLanes factor, TLanes p, TLanes q) : INormRule<TLanes>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged
{
    private readonly TLanes _mean = mean, _factor = factor, _p = p, _q = q;

    public static int Reads => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of(TLanes a, TLanes b, TLanes c) => a * _factor - TLanes.MultiplyAdd(b - _mean, _q, _p);
}

/// <summary>dx = r dz W - (p + (x - m) q), of dz, W and x.</summary>
internal readonly struct WeightedAdjointRule<TLanes, T>(TLanes mean, TLanes inverse, TLanes p, TLanes q) : INormRule<TLanes>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged
{
    private readonly TLanes _mean = mean, _inverse = inverse, _p = p, _q = q;

    public static int Reads => 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of(TLanes a, TLanes b, TLanes c) => a * b * _inverse - TLanes.MultiplyAdd(c - _mean, _q, _p);
}

/// <summary>db + dz, of db and dz.</summary>
internal readonly struct AddedRule<TLanes, T> : INormRule<TLanes>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged
{
    public static int Reads => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of(TLanes a, TLanes b, TLanes c) => a + b;
}

/// <summary>dW + dz (x - m) r, of dW, dz and x.</summary>
internal readonly struct AddedProductRule<TLanes, T>(TLanes mean, TLanes inverse) : INormRule<TLanes>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged
{
    private readonly TLanes _mean = mean, _inverse = inverse;

    public static int Reads => 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of(TLanes a, TLanes b, TLanes c) => TLanes.MultiplyAdd(b * (c - _mean), _inverse, a);
}
