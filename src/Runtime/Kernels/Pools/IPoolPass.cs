using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>A pass over the windows of some samples, forward or backward.</summary>
internal interface IPoolPass
{
    /// <summary>Goes through all windows.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="x">The planes.</param>
    /// <param name="y">What the windows become, or the gradient of that.</param>
    /// <param name="dx">The gradient of the planes; forward, nothing.</param>
    /// <param name="windows">The windows.</param>
    /// <param name="scale">The factor of what a window becomes.</param>
    /// <typeparam name="TPool">What becomes of the numbers of a window.</typeparam>
    /// <typeparam name="TColumns">How windows lie in vectors.</typeparam>
    /// <typeparam name="TLanes">The vectors; a row has as many whole windows at least.</typeparam>
    /// <typeparam name="T">float or double.</typeparam>
    static abstract void Run<TPool, TColumns, TLanes, T>(int rows, Rows<T> x, Rows<T> y, Rows<T> dx, in PoolWindows windows, T scale)
        where TPool : struct, IPool
        where TColumns : struct, IWindowColumns
        where TLanes : struct, IWindowLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
