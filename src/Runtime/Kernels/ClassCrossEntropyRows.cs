using System;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>The cross-entropy of the softmax of rows whose classes are given by their numbers.</summary>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class ClassCrossEntropyRows<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>See <see cref="SoftmaxCrossEntropy.LossOfClasses"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Loss(int rows, T scale, Rows<T> z, Rows<T> d, Rows<T> dz)
    {
        int n = z.Columns, padded = CacheLine.Padded<T>(n), last = LogitRow<TLanes, T>.Last(n);
        TLanes inRow = TLanes.First(n - last);
        double loss = 0;
        for (int row = 0; row < rows; row++)
        {
            ref T to = ref dz.From(row).Origin;
            T target = d.From(row)[0];
            if (target < T.Zero)
            {
                MemoryMarshal.CreateSpan(ref to, padded).Clear();
                continue;
            }

            int label = Class(target, row, n);
            ref T from = ref z.From(row).Origin;
            T max = LogitRow<TLanes, T>.Max(ref from, last, inRow), shifted = Unsafe.Add(ref from, label) - max;
            T sum = Exponentials(ref from, ref to, last, inRow, padded, max);
            TLanes factor = TLanes.All(scale / sum);
            for (int j = 0; j < padded; j += TLanes.Count)
                TLanes.Store(TLanes.Load(ref to, j) * factor, ref to, j);
            Unsafe.Add(ref to, label) -= scale;
            loss += Math.Log(double.CreateTruncating(sum)) - double.CreateTruncating(shifted);
        }

        return loss;
    }

    /// <summary>e = exp(z - max) with zeros in the padding, and their sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Exponentials(ref T z, ref T e, int last, TLanes inRow, int padded, T max)
    {
        TLanes sums = TLanes.Zero;
        for (int j = 0; j < last; j += TLanes.Count)
        {
            TLanes exp = TLanes.Exp(TLanes.Load(ref z, j) - TLanes.All(max));
            TLanes.Store(exp, ref e, j);
            sums += exp;
        }

        TLanes end = TLanes.Exp(TLanes.Load(ref z, last) - TLanes.All(max)) & inRow;
        TLanes.Store(end, ref e, last);
        for (int j = last + TLanes.Count; j < padded; j += TLanes.Count)
            TLanes.Store(TLanes.Zero, ref e, j);
        return TLanes.Sum(sums + end);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Class(T target, int row, int classes)
    {
        int label = int.CreateTruncating(target);
        if ((uint)label >= (uint)classes || T.CreateTruncating(label) != target)
            Throw(target, row, classes);
        return label;
    }

    [DoesNotReturn]
    private static void Throw(T target, int row, int classes) => throw new ArgumentException(
        $"The target of row {row} of a block, or of a step of it, is {target}: expected the number of a class from 0 to {classes - 1}, or one below 0 where there is none.", "targets");
}
