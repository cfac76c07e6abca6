using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GenNet.CompilerServices;

/// <summary>Pools over the windows of images and sequences, their adjoints, and the repetition of pixels.</summary>
/// <remarks>Rows are samples: those of a workspace are padded, and their padding is zero afterwards; those of the caller are not. None may be another one.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Pool
{
    /// <summary>y = the largest number of each window over x, or NaN where it has one. Numbers beside the planes do not count.</summary>
    public static void Maximum<T>(int rows, Rows<T> x, Rows<T> y, PoolWindows windows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => PoolWidths<PoolForward, FourForward, MaximumPool, T>.Run(rows, x, y, default, windows, T.One);

    /// <summary>dx = the sum of dy over the windows in which x is the largest, the first of equals in the order of rows and columns.</summary>
    public static void MaximumGradient<T>(int rows, Rows<T> x, Rows<T> dy, Rows<T> dx, PoolWindows windows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => PoolWidths<PoolAdjoint, FourAdjoint, MaximumPool, T>.Run(rows, x, dy, dx, windows, T.One);

    /// <summary>y = the mean of each window over x. Numbers beside the planes count as zeros.</summary>
    public static void Average<T>(int rows, Rows<T> x, Rows<T> y, PoolWindows windows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => PoolWidths<PoolForward, FourForward, SumPool, T>.Run(rows, x, y, default, windows, Part<T>(windows));

    /// <summary>dx = the sum of dy over the windows that have x, divided by the numbers of a window.</summary>
    public static void AverageGradient<T>(int rows, Rows<T> dy, Rows<T> dx, PoolWindows windows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => PoolWidths<PoolAdjoint, FourAdjoint, SumPool, T>.Run(rows, dx, dy, dx, windows, Part<T>(windows));

    /// <summary>y = each number of x in a whole window of y: the windows are those over y, without gaps or overlap.</summary>
    public static void Repeat<T>(int rows, Rows<T> x, Rows<T> y, PoolWindows windows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => PoolWidths<PoolAdjoint, FourAdjoint, SumPool, T>.Run(rows, y, x, y, windows, T.One);

    /// <summary>dx = the sum of dy over each window.</summary>
    public static void RepeatGradient<T>(int rows, Rows<T> dy, Rows<T> dx, PoolWindows windows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => PoolWidths<PoolForward, FourForward, SumPool, T>.Run(rows, dy, dx, default, windows, T.One);

    /// <summary>y = the mean of each plane of x: [planes, numbers] becomes [planes].</summary>
    public static void PlaneMeans<T>(int rows, Rows<T> x, Rows<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Simd.Use512)
            GenNet.PlaneMeans<Lanes512<T>, T>.Forward(rows, x, y);
        else
            GenNet.PlaneMeans<LanesAny<T>, T>.Forward(rows, x, y);
    }

    /// <summary>dx = dy of the plane, divided by its numbers: [planes] becomes [planes, numbers].</summary>
    public static void PlaneMeansGradient<T>(int rows, Rows<T> dy, Rows<T> dx)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Simd.Use512)
            GenNet.PlaneMeans<Lanes512<T>, T>.Gradient(rows, dy, dx);
        else
            GenNet.PlaneMeans<LanesAny<T>, T>.Gradient(rows, dy, dx);
    }

    private static T Part<T>(in PoolWindows windows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => T.One / T.CreateTruncating(windows.Size.Rows * (long)windows.Size.Columns);
}
