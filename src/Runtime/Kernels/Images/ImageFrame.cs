using System;
using System.Runtime.CompilerServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>Copies of images within zeros: what convolutions read, so that a window needs no exception at the border.</summary>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class ImageFrame<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged
{
    /// <summary>The images of some rows, each plane within zeros.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="x">[planes x height x width] each.</param>
    /// <param name="framed">Their planes, and zeros behind the last as long as a vector.</param>
    /// <param name="lead">Zeros before the first plane.</param>
    /// <param name="planes">The planes of a sample.</param>
    /// <param name="inner">Height and width.</param>
    /// <param name="outer">Those of a plane with its zeros.</param>
    /// <param name="plane">From a plane to the next.</param>
    /// <param name="first">Where the image begins in it.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Run(
        int rows, Rows<T> x, Rows<T> framed, int lead, int planes, (int Rows, int Columns) inner, (int Rows, int Columns) outer, int plane, (int Row, int Column) first)
    {
        int before = first.Row * outer.Columns + first.Column;
        int tail = (inner.Columns - 1) % TLanes.Count + 1, whole = inner.Columns - tail, vectors = whole + TLanes.Count;
        int between = outer.Columns - inner.Columns, after = plane - (first.Row + inner.Rows) * outer.Columns - first.Column;
        TLanes inRow = TLanes.First(tail);

        // The last vector of a row of pixels has zeros for the lanes behind it, often all that stand before the next one.
        int covered = Math.Min(between, TLanes.Count - tail);
        for (int row = 0; row < rows; row++)
        {
            ref T from = ref x.From(row).Origin;
            ref T to = ref framed.From(row).Origin;
            int gap = lead + before;
            for (int line = planes * inner.Rows, i = 0; line != 0; line--)
            {
                // Vectors run over the end of what they write: what follows is written after it.
                Clear(gap, ref to);
                to = ref Unsafe.Add(ref to, gap);
                if (line * inner.Columns < vectors)
                {
                    CopyExactly(inner.Columns, ref from, ref to);
                    Clear(covered, ref Unsafe.Add(ref to, inner.Columns));
                }
                else
                {
                    Copy(whole, ref from, ref to);
                    TLanes.Store(TLanes.Load(ref from, whole) & inRow, ref to, whole);
                }

                from = ref Unsafe.Add(ref from, inner.Columns);
                to = ref Unsafe.Add(ref to, inner.Columns + covered);
                bool endsPlane = ++i == inner.Rows;
                gap = between - covered + (endsPlane ? after + before : 0);
                if (endsPlane)
                    i = 0;
            }

            ClearExactly(between - covered + after + WindowAxis.Line, ref to);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Clear(int count, ref T to)
    {
        for (int j = 0; j < count; j += TLanes.Count)
            TLanes.Store(TLanes.Zero, ref to, j);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(int count, ref T from, ref T to)
    {
        for (int j = 0; j < count; j += TLanes.Count)
            TLanes.Store(TLanes.Load(ref from, j), ref to, j);
    }

    /// <summary>The last rows of a sample: behind them the caller's memory may end.</summary>
    private static void CopyExactly(int count, ref T from, ref T to)
    {
        int j = 0;
        for (; j <= count - TLanes.Count; j += TLanes.Count)
            TLanes.Store(TLanes.Load(ref from, j), ref to, j);
        for (; j < count; j++)
            Unsafe.Add(ref to, j) = Unsafe.Add(ref from, j);
    }

    private static void ClearExactly(int count, ref T to)
    {
        int j = 0;
        for (; j <= count - TLanes.Count; j += TLanes.Count)
            TLanes.Store(TLanes.Zero, ref to, j);
        for (; j < count; j++)
            Unsafe.Add(ref to, j) = default;
    }
}
