using System.Numerics;
using System.Runtime.CompilerServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>A causal convolution of one step of a sequence. The steps that its window sees stand in a ring, where the step takes the place of the oldest.</summary>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class WindowStep<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>See <see cref="Convolution.Step{T}(long, Rows{T}, Rows{T}, Rows{T}, Rows{T}, Rows{T}, Rows{T}, Rows{T}, Window)"/>; without a bias its origin is null.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Run(long place, Rows<T> x, Rows<T> w, Rows<T> b, Rows<T> ring, Rows<T> taps, Rows<T> sums, Rows<T> z, Window window)
    {
        Gather(place, x, ring, taps, window);

        // The numbers of a group are the columns of its weights: its filters are a product with their transpose.
        int inputs = window.GroupChannels * window.Taps, filters = window.GroupFilters;
        for (int g = 0; g < window.Groups; g++)
        {
            ref T first = ref w.From(g * filters).Origin;
            TransposedRows<TLanes, T>.Run(1, filters, inputs, ref taps[g * inputs], taps.Stride, ref first, w.Stride, ref sums.From(g).Origin, sums.Stride, inputs, inputs);
        }

        Matrix.CopyRows(window.Groups, filters, ref sums.Origin, sums.Stride, ref z.Origin, filters);
        if (Unsafe.IsNullRef(ref b.Origin))
            return;
        for (int j = 0; j < CacheLine.Padded<T>(z.Columns); j += TLanes.Count)
            TLanes.StoreSum(TLanes.Load(ref z.Origin, j), ref b.Origin, ref z.Origin, j);
    }

    /// <summary>Keeps the step, and brings what the window sees into the order of the weights: channel after channel, in each the places of the window.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Gather(long place, Rows<T> x, Rows<T> ring, Rows<T> taps, Window window)
    {
        int kernel = window.Taps, dilation = window.Dilation.Columns, span = (kernel - 1) * dilation + 1, now = (int)(place % span);
        Matrix.CopyRows(1, x, ring.From(now));
        for (int v = 0; v < kernel; v++)
        {
            int at = now - dilation * (kernel - 1 - v);
            ref T from = ref ring.From(at < 0 ? at + span : at).Origin;
            for (int c = 0; c < window.Image.Channels; c++)
                taps[c * kernel + v] = Unsafe.Add(ref from, c);
        }
    }
}
