using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>y = f(x), for a whole number of cache lines.</summary>
/// <typeparam name="TFunction">f.</typeparam>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class RowFunction<TFunction, TLanes, T>
    where TFunction : struct, IRowFunction<T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Run(int count, ref T x, ref T y)
    {
        for (int i = 0; i < count; i += TLanes.Count)
            TLanes.Store(TFunction.Of(TLanes.Load(ref x, i)), ref y, i);
    }
}

/// <summary>A function of one number.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal interface IRowFunction<T>
    where T : unmanaged
{
    /// <summary>The function of each lane.</summary>
    static abstract TLanes Of<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T>;
}

internal readonly struct SingleTanh : IRowFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Of<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, float> => SingleFunctions.Tanh(x);
}

internal readonly struct DoubleTanh : IRowFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Of<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double> => DoubleFunctions.Tanh(x);
}

internal readonly struct SingleSigmoid : IRowFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Of<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, float> => SingleFunctions.Sigmoid(x);
}

internal readonly struct DoubleSigmoid : IRowFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Of<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double> => DoubleFunctions.Sigmoid(x);
}

internal readonly struct SingleSoftplus : IRowFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Of<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, float> => SingleFunctions.Softplus(x);
}

internal readonly struct DoubleSoftplus : IRowFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Of<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double> => DoubleFunctions.Softplus(x);
}
