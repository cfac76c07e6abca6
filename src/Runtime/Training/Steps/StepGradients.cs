using System;

namespace GenNet;

/// <summary>The gradients of a trainer's last step, if it has left any.</summary>
internal sealed class StepGradients<T>(int length)
    where T : unmanaged
{
    private readonly AlignedBuffer<T> _buffer = new(length);

    /// <summary>Whether they are those of the last step; zeros before the first one. A step that adds them to the parameters leaves none.</summary>
    public bool AreKept { get; set; } = true;

    /// <summary>The gradients, laid out like the parameters.</summary>
    public Span<T> Span => _buffer.Span;
}
