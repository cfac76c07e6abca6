using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>The cache lines that rows are padded to, and the caches that kernels are cut to.</summary>
internal static class CacheLine
{
    public const int Bytes = 64;

    /// <summary>A page of memory; the sets of a first-level cache repeat as often.</summary>
    public const int PageBytes = 4096;

    /// <summary>The second-level cache of a core has a megabyte or two.</summary>
    private const int SecondLevelCache = 2 << 20;

    /// <summary>The numbers of a line, which is also the widest vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Lanes<T>()
        where T : unmanaged
        => Bytes / Unsafe.SizeOf<T>();

    /// <summary>The columns that vector loops run over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Padded<T>(int columns)
        where T : unmanaged
        => (columns + Lanes<T>() - 1) & -Lanes<T>();

    /// <summary>Whether a matrix is read from beyond the second-level cache.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsLarge<T>(int rows, int stride)
        where T : unmanaged
        => (long)rows * stride * Unsafe.SizeOf<T>() >= SecondLevelCache;
}
