using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>The gradient that a single sample makes of a matrix of weights, x^T dz, row by row in the order of memory.</summary>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class OuterProduct<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged
{
    /// <summary>dW = x^T dz: x is [m], dz is [n], dW is [m x n].</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Set(int m, int n, ref T x, ref T dz, ref T dw, nint dwRow) => Rows(true, m, n, ref x, ref dz, ref dw, dwRow);

    /// <summary>dW += x^T dz. Rows that meet a zero stay as they are.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Add(int m, int n, ref T x, ref T dz, ref T dw, nint dwRow) => Rows(false, m, n, ref x, ref dz, ref dw, dwRow);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Rows(bool sets, int m, int n, ref T x, ref T dz, ref T dw, nint dwRow)
    {
        if (TLanes.Count == CacheLine.Lanes<T>() && n == TLanes.Count)
        {
            RowsOfOneVector(sets, m, ref x, TLanes.Load(ref dz, 0), ref dw, dwRow);
            return;
        }

        for (int i = m; i != 0; i--, x = ref Unsafe.Add(ref x, 1), dw = ref Unsafe.Add(ref dw, dwRow))
        {
            if (!sets && Number.IsZero(x))
                continue;
            TLanes factor = TLanes.All(x);
            int j = 0;
            for (; j <= n - 2 * TLanes.Count; j += 2 * TLanes.Count)
            {
                Put(sets, factor, TLanes.Load(ref dz, j), ref dw, j);
                Put(sets, factor, TLanes.Load(ref dz, j + TLanes.Count), ref dw, j + TLanes.Count);
            }

            if (TLanes.Count == CacheLine.Lanes<T>() && j < n)
                Put(sets, factor, TLanes.Load(ref dz, j), ref dw, j);
        }
    }

    /// <summary>So short a loop is bound by its jumps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RowsOfOneVector(bool sets, int m, ref T x, TLanes dz, ref T dw, nint dwRow)
    {
        int i = m;
        for (; i >= 4 && sets; i -= 4, x = ref Unsafe.Add(ref x, 4), dw = ref Unsafe.Add(ref dw, 4 * dwRow))
        {
            Put(sets, TLanes.All(x), dz, ref dw, 0);
            Put(sets, TLanes.All(Unsafe.Add(ref x, 1)), dz, ref dw, dwRow);
            Put(sets, TLanes.All(Unsafe.Add(ref x, 2)), dz, ref dw, 2 * dwRow);
            Put(sets, TLanes.All(Unsafe.Add(ref x, 3)), dz, ref dw, 3 * dwRow);
        }

        for (; i != 0; i--, x = ref Unsafe.Add(ref x, 1), dw = ref Unsafe.Add(ref dw, dwRow))
        {
            if (sets || !Number.IsZero(x))
                Put(sets, TLanes.All(x), dz, ref dw, 0);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(bool sets, TLanes factor, TLanes dz, ref T dw, nint j)
    {
        TLanes sum = sets ? TLanes.Zero : TLanes.Load(ref dw, j);
        TLanes.Accumulate(ref sum, factor, dz);
        TLanes.Store(sum, ref dw, j);
    }
}
