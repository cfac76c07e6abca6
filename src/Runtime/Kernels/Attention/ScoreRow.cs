using System.Numerics;
using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>The scores of a query, whose exponentials are the weights of the values.</summary>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class ScoreRow<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>p = exp(s scale - max) in the place of the scores s, and their sum: no exponential overflows, and the largest is 1.</summary>
    /// <param name="end">The keys that the query sees.</param>
    /// <param name="columns">As far as zeros are written behind them: whole vectors.</param>
    /// <param name="scale">The factor of the scores.</param>
    /// <param name="p">The row.</param>
    /// <param name="max">The largest of s scale.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exponentials(int end, int columns, T scale, ref T p, out T max)
    {
        int last = LogitRow<TLanes, T>.Last(end);
        TLanes factor = TLanes.All(scale), inRow = TLanes.First(end - last);
        max = scale * LogitRow<TLanes, T>.Max(ref p, last, inRow);
        TLanes less = TLanes.All(-max), sum = TLanes.Zero;
        for (int j = 0; j < last; j += TLanes.Count)
        {
            TLanes e = TLanes.Exp(TLanes.MultiplyAdd(TLanes.Load(ref p, j), factor, less));
            sum += e;
            TLanes.Store(e, ref p, j);
        }

        TLanes rest = TLanes.Exp(TLanes.MultiplyAdd(TLanes.Load(ref p, last), factor, less)) & inRow;
        TLanes.Store(rest, ref p, last);
        for (int j = last + TLanes.Count; j < columns; j += TLanes.Count)
            TLanes.Store(TLanes.Zero, ref p, j);
        return TLanes.Sum(sum + rest);
    }
}
