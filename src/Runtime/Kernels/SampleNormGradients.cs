using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>The gradients of weights and biases of a normalisation within samples, in a share of them: see <see cref="SampleNorm"/>.</summary>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class SampleNormGradients<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Weight(int rows, Rows<T> dz, Rows<T> x, Rows<T> m, Rows<T> v, Rows<T> dW, SampleRuns runs, Share share)
    {
        (int from, int to) = Part(dW, runs.Plane, share);
        if (runs.Plane > 1)
        {
            for (int c = from; c < to; c++)
                Put(OfChannel(rows, c, dz, x, m, v, runs), ref dW[c], share);
            return;
        }

        if (share.First)
            MemoryMarshal.CreateSpan(ref dW[from], to - from).Clear();
        for (int row = 0; row < rows; row++)
        {
            Rows<T> mRow = m.From(row), vRow = v.From(row);
            for (int run = 0; run < m.Columns; run++)
            {
                int weight = runs.FirstWeight(run, dW.Columns), start = Math.Max(weight, from), end = Math.Min(weight + runs.Length, to);
                if (start >= end)
                    continue;
                int at = run * runs.Length + start - weight;
                var rule = new AddedProductRule<TLanes, T>(TLanes.All(mRow[run]), TLanes.All(runs.Inverse(vRow[run])));
                NormRuns<TLanes, T>.Map(rule, end - start, ref dW[start], ref dz.From(row)[at], ref x.From(row)[at], ref dW[start]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Bias(int rows, Rows<T> dz, Rows<T> db, int plane, Share share)
    {
        (int from, int to) = Part(db, plane, share);
        if (plane > 1)
        {
            for (int c = from; c < to; c++)
                Put(BatchNormPlanes<TLanes, T>.OfChannel(default(PlainTerm<TLanes, T>), rows, plane, c, dz, dz), ref db[c], share);
            return;
        }

        if (share.First)
            MemoryMarshal.CreateSpan(ref db[from], to - from).Clear();
        for (int row = 0; row < rows && from < to; row++)
        {
            Rows<T> dzRow = dz.From(row);
            for (int start = 0; start < dz.Columns; start += db.Columns)
            {
                ref T ofGradient = ref dzRow[start + from];
                NormRuns<TLanes, T>.Map(default(AddedRule<TLanes, T>), to - from, ref db[from], ref ofGradient, ref ofGradient, ref db[from]);
            }
        }
    }

    /// <summary>The sum of dz (x - m) r over the planes of a channel.</summary>
    private static double OfChannel(int rows, int channel, Rows<T> dz, Rows<T> x, Rows<T> m, Rows<T> v, SampleRuns runs)
    {
        double sum = 0;
        int run = (int)((long)channel * runs.Plane / runs.Length);
        for (int row = 0; row < rows; row++)
        {
            double part = BatchNormPlanes<TLanes, T>.OfPlane(new ProductTerm<TLanes, T>(TLanes.All(m.From(row)[run])), row, runs.Plane, channel, dz, x);
            sum += part * double.CreateTruncating(runs.Inverse(v.From(row)[run]));
        }

        return sum;
    }

    /// <summary>The weights of a part: whole cache lines, or channels. Behind the last one, the padding becomes zero.</summary>
    private static (int From, int To) Part(Rows<T> weights, int plane, Share share)
    {
        if (share.First && share.IsLastPart)
            Matrix.ClearPadding(1, weights);
        int step = plane == 1 ? CacheLine.Lanes<T>() : 1, all = plane == 1 ? CacheLine.Padded<T>(weights.Columns) : weights.Columns;
        int from = Share.Start(all, step, share.Part, share.Parts), to = Share.Start(all, step, share.Part + 1, share.Parts);
        return (Math.Min(from, weights.Columns), Math.Min(to, weights.Columns));
    }

    private static void Put(double sum, ref T to, Share share)
    {
        T number = T.CreateTruncating(sum);
        to = share.First ? number : to + number;
    }
}
