using System.Numerics;

namespace GenNet;

/// <summary>What a pool makes of the numbers of a window, and where the gradient of that goes.</summary>
internal interface IPool
{
    /// <summary>Whether the gradient depends on the numbers.</summary>
    static abstract bool NeedsSource { get; }

    /// <summary>The total of no number.</summary>
    static abstract T Start<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>A total with one number more.</summary>
    static abstract TLanes Add<TLanes, T>(TLanes total, TLanes x)
        where TLanes : struct, IWindowLanes<TLanes, T>
        where T : unmanaged;

    /// <summary>What goes to one number of the window, in their order; it is taken off the rest.</summary>
    /// <param name="rest">What is left of the gradient.</param>
    /// <param name="x">The number.</param>
    /// <param name="total">The total of the window.</param>
    /// <typeparam name="TLanes">The vectors.</typeparam>
    /// <typeparam name="T">float or double.</typeparam>
    static abstract TLanes Take<TLanes, T>(ref TLanes rest, TLanes x, TLanes total)
        where TLanes : struct, IWindowLanes<TLanes, T>
        where T : unmanaged;
}
