using System.Numerics;

namespace GenNet;

/// <summary>How the columns of a row of windows lie in vectors: a lane for each window.</summary>
internal interface IWindowColumns
{
    /// <summary>The totals of windows next to each other.</summary>
    /// <param name="x">The first number of the first window.</param>
    /// <param name="row">The distance between rows.</param>
    /// <param name="height">The rows of a window.</param>
    /// <param name="width">The columns of a window.</param>
    /// <typeparam name="TPool">What becomes of the numbers.</typeparam>
    /// <typeparam name="TLanes">The vectors.</typeparam>
    /// <typeparam name="T">float or double.</typeparam>
    static abstract TLanes Total<TPool, TLanes, T>(ref T x, nint row, int height, int width)
        where TPool : struct, IPool
        where TLanes : struct, IWindowLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>Brings the gradients of windows next to each other to their numbers.</summary>
    /// <param name="gradient">The gradients of the totals.</param>
    /// <param name="total">The totals; anything where the pool does not need its source.</param>
    /// <param name="x">The first number of the first window; anything where the pool does not need its source.</param>
    /// <param name="dx">Where its gradient goes.</param>
    /// <param name="row">The distance between rows.</param>
    /// <param name="height">The rows of a window.</param>
    /// <param name="width">The columns of a window.</param>
    /// <param name="adds">Whether to add to what is there.</param>
    /// <typeparam name="TPool">What becomes of the numbers.</typeparam>
    /// <typeparam name="TLanes">The vectors.</typeparam>
    /// <typeparam name="T">float or double.</typeparam>
    static abstract void Spread<TPool, TLanes, T>(TLanes gradient, TLanes total, ref T x, ref T dx, nint row, int height, int width, bool adds)
        where TPool : struct, IPool
        where TLanes : struct, IWindowLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
