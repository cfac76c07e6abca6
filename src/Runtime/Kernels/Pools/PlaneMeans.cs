using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>The mean of each plane of a sample, and its adjoint. What a plane is follows from the columns: so many are there as there are means.</summary>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class PlaneMeans<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>See <see cref="Pool.PlaneMeans"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Forward(int rows, Rows<T> x, Rows<T> y)
    {
        int planes = y.Columns, numbers = x.Columns / planes;
        T share = T.One / T.CreateTruncating(numbers);
        for (int row = 0; row < rows; row++)
        {
            ref T plane = ref x.From(row).Origin;
            ref T means = ref y.From(row).Origin;
            for (int p = 0; p < planes; p++, plane = ref Unsafe.Add(ref plane, numbers))
                Unsafe.Add(ref means, p) = Sum(ref plane, numbers) * share;
            RowEnd.Clear(y, row);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Sum(ref T plane, int numbers)
    {
        TLanes sums = TLanes.Zero;
        int i = 0;
        for (; i <= numbers - TLanes.Count; i += TLanes.Count)
            sums += TLanes.Load(ref plane, i);
        T sum = i == 0 ? T.Zero : TLanes.Sum(sums);
        for (; i < numbers; i++)
            sum += Unsafe.Add(ref plane, i);
        return sum;
    }

    /// <summary>See <see cref="Pool.PlaneMeansGradient"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Gradient(int rows, Rows<T> dy, Rows<T> dx)
    {
        int planes = dy.Columns, numbers = dx.Columns / planes;
        T share = T.One / T.CreateTruncating(numbers);
        for (int row = 0; row < rows; row++)
        {
            ref T plane = ref dx.From(row).Origin;
            for (int p = 0; p < planes; p++, plane = ref Unsafe.Add(ref plane, numbers))
                MemoryMarshal.CreateSpan(ref plane, numbers).Fill(Unsafe.Add(ref dy.From(row).Origin, p) * share);
            RowEnd.Clear(dx, row);
        }
    }
}
