using System;
using System.Numerics;

namespace GenNet;

/// <summary>An optimizer that treats each parameter for itself, so that several threads can each update a part.</summary>
internal interface IPartialOptimizer<T> : IOptimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Begins a step on so many parameters; one call, before the parts.</summary>
    void BeginStep(int length);

    /// <summary>The step on the parameters from <paramref name="start"/> on. Returns whether all gradients were finite: seen in
    /// passing, where it costs next to nothing.</summary>
    bool UpdatePart(Span<T> parameters, ReadOnlySpan<T> gradients, int start);

    /// <summary>One of the buffers of its state, to be written; empty before the first step.</summary>
    Span<T> StateBuffer(string name);
}
