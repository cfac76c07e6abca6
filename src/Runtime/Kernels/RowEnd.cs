using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>What stands behind the columns of a row of samples.</summary>
internal static class RowEnd
{
    /// <summary>Zeros behind the columns as far as the end of a cache line, where rows are padded; the caller's stand close together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Clear<T>(Rows<T> rows, int row)
        where T : unmanaged
    {
        int padded = CacheLine.Padded<T>(rows.Columns);
        if (rows.Columns < padded && padded <= rows.Stride)
            MemoryMarshal.CreateSpan(ref Unsafe.Add(ref rows.From(row).Origin, rows.Columns), padded - rows.Columns).Clear();
    }
}
