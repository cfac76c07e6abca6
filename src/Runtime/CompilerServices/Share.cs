using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GenNet.CompilerServices;

/// <summary>What of the gradients of a block of rows one thread computes: the parts of a training step divide the parameters among each other.</summary>
/// <param name="part">The number of the part, from 0.</param>
/// <param name="parts">The number of parts.</param>
/// <param name="first">Whether the rows are the first of a batch: then their gradients replace what is there, else they are added to it.</param>
/// <param name="batch">The rows of the batch; 0 where the block is all of it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Share(int part, int parts, bool first, int batch = 0)
{
    /// <summary>All of the gradients of a block.</summary>
    /// <param name="first">Whether its rows are the first of a batch.</param>
    /// <param name="batch">The rows of the batch; 0 where the block is all of it.</param>
    public static Share Whole(bool first, int batch = 0) => new(0, 1, first, batch);

    /// <summary>The number of the part, from 0.</summary>
    public int Part => part;

    /// <summary>The number of parts.</summary>
    public int Parts => parts;

    /// <summary>Whether the gradients replace what is there.</summary>
    public bool First => first;

    /// <summary>Whether it is this part that computes what is not worth dividing.</summary>
    public bool IsFirstPart => part == 0;

    /// <summary>What a mean over the rows of the block counts in that of the batch.</summary>
    /// <param name="rows">The rows of the block.</param>
    internal double Weight(int rows) => batch == 0 ? 1 : (double)rows / batch;

    /// <summary>Whether it is this part that computes what is left when the others have whole tiles.</summary>
    internal bool IsLastPart => part == parts - 1;

    /// <summary>The first row of a part; that of the part behind the last is <paramref name="rows"/>.</summary>
    /// <param name="rows">The rows to divide, a multiple of <paramref name="step"/>.</param>
    /// <param name="step">Shares are multiples of it.</param>
    /// <param name="part">The number of the part, from 0.</param>
    /// <param name="parts">The number of parts.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Start(int rows, int step, int part, int parts) =>
        part == 0 ? 0 : part == parts ? rows : (int)((long)(rows / step) * part / parts) * step;

    /// <summary>Brings gradients that stand complete in a workspace to where they are to go: a few numbers, which the first part takes alone.</summary>
    /// <param name="share">The part, and whether they replace what is there.</param>
    /// <param name="from">The gradients.</param>
    /// <param name="to">Where they go.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void Take<T>(Share share, ReadOnlySpan<T> from, Span<T> to)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!share.IsFirstPart)
            return;
        if (share.First)
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
