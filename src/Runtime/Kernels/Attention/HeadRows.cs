using System.Runtime.CompilerServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>The columns of a head as rows that vectors run over to the end of a cache line: where they are, if heads are whole lines, else in a copy.</summary>
internal static class HeadRows
{
    /// <summary>The columns of a head, where they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Rows<T> InPlace<T>(Rows<T> x, int column, int width)
        where T : unmanaged
        => new(ref x.Origin, column, width, x.Stride);

    /// <summary>Some rows of a head, to be read.</summary>
    public static Rows<T> Read<T>(int rows, Rows<T> head, Rows<T> copy)
        where T : unmanaged
    {
        if (IsWhole<T>(head))
            return head;
        Matrix.CopyRows(rows, head, copy);
        return copy;
    }

    /// <summary>Where some rows of a head are to be written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Rows<T> ToWrite<T>(Rows<T> head, Rows<T> copy)
        where T : unmanaged
        => IsWhole<T>(head) ? head : copy;

    /// <summary>Brings rows that have been written to where they belong, if they are in a copy.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<T>(int rows, Rows<T> head, Rows<T> copy)
        where T : unmanaged
    {
        if (!IsWhole<T>(head))
            Matrix.CopyRows(rows, head.Columns, ref copy.Origin, copy.Stride, ref head.Origin, head.Stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsWhole<T>(Rows<T> head)
        where T : unmanaged
        => head.Columns % CacheLine.Lanes<T>() == 0;
}
