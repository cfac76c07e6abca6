using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>Chooses the loops for the windows, and the widest vectors that a row of windows fills.</summary>
/// <typeparam name="TPass">Forward or backward.</typeparam>
/// <typeparam name="TFour">The same for windows of two by two side by side.</typeparam>
/// <typeparam name="TPool">What becomes of the numbers of a window.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class PoolWidths<TPass, TFour, TPool, T>
    where TPass : struct, IPoolPass
    where TFour : struct, IPoolPass
    where TPool : struct, IPool
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc cref="IPoolPass.Run"/>
    public static void Run(int rows, Rows<T> x, Rows<T> y, Rows<T> dx, in PoolWindows windows, T scale)
    {
        if (windows.AreFours)
            Run<TFour, PairedWindows>(rows, x, y, dx, windows, scale);
        else if (windows.Stride.Columns == 1)
            Run<TPass, AdjacentWindows>(rows, x, y, dx, windows, scale);
        else if (windows.Stride.Columns == 2 && windows.Size.Columns > 1)
            Run<TPass, PairedWindows>(rows, x, y, dx, windows, scale);
        else
            TPass.Run<TPool, AdjacentWindows, OneLane<T>, T>(rows, x, y, dx, windows, scale);
    }

    private static void Run<TLoop, TColumns>(int rows, Rows<T> x, Rows<T> y, Rows<T> dx, in PoolWindows windows, T scale)
        where TLoop : struct, IPoolPass
        where TColumns : struct, IWindowColumns
    {
        int whole = windows.EndWhole - windows.FirstWhole;
        if (Simd.Use512 && whole >= Lanes512<T>.Count)
            TLoop.Run<TPool, TColumns, Lanes512<T>, T>(rows, x, y, dx, windows, scale);
        else if (whole >= LanesAny<T>.Count)
            TLoop.Run<TPool, TColumns, LanesAny<T>, T>(rows, x, y, dx, windows, scale);
        else if (whole >= Lanes128<T>.Count)
            TLoop.Run<TPool, TColumns, Lanes128<T>, T>(rows, x, y, dx, windows, scale);
        else
            TLoop.Run<TPool, TColumns, OneLane<T>, T>(rows, x, y, dx, windows, scale);
    }
}
