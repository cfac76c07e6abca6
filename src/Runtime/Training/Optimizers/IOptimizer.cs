using System;
using System.Numerics;

namespace GenNet;

/// <summary>Changes parameters by their gradients. An own optimizer has to write this one method.</summary>
/// <typeparam name="T">float or double.</typeparam>
public interface IOptimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>One step.</summary>
    /// <param name="parameters">The flat buffer of the network as far as it is trained (<see cref="Layout.TrainableLength"/>), changed in place. Where a gradient is zero from the start (the
    /// padding of the buffer), a parameter that is zero must stay zero.</param>
    /// <param name="gradients">d loss / d parameters, of the same length and layout.</param>
    void Update(Span<T> parameters, ReadOnlySpan<T> gradients);
}
