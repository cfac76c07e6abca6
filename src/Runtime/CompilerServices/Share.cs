using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GenNet.CompilerServices;

/// <summary>How the parts of a training step divide the parameters among each other.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Share
{
    /// <summary>The first row of a part; that of the part behind the last is <paramref name="rows"/>.</summary>
    /// <param name="rows">The rows to divide, a multiple of <paramref name="step"/>.</param>
    /// <param name="step">Shares are multiples of it.</param>
    /// <param name="part">The number of the part, from 0.</param>
    /// <param name="parts">The number of parts.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Start(int rows, int step, int part, int parts) =>
        part == 0 ? 0 : part == parts ? rows : (int)((long)(rows / step) * part / parts) * step;

    /// <summary>Brings gradients that stand complete in a workspace to where they are to go: a few numbers, which the first part takes alone.</summary>
    /// <param name="part">The number of the part, from 0.</param>
    /// <param name="first">Whether they replace what is there, or are added to it.</param>
    /// <param name="from">The gradients.</param>
    /// <param name="to">Where they go.</param>
    public static void Take<T>(int part, bool first, ReadOnlySpan<T> from, Span<T> to)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (part != 0)
            return;
        if (first)
        {
            from.CopyTo(to);
            return;
        }

        to = to[..from.Length];
        int i = 0;
        for (; i <= from.Length - Vector128<T>.Count; i += Vector128<T>.Count)
            (Vector128.Create<T>(to[i..]) + Vector128.Create(from[i..])).CopyTo(to[i..]);
        for (; i < from.Length; i++)
            to[i] += from[i];
    }
}
