using System;

namespace GenNet;

/// <summary>The gradients of a trainer's last step, if it has left any.</summary>
internal sealed class StepGradients<T>(Layout layout)
    where T : unmanaged
{
    private readonly AlignedBuffer<T> _buffer = new(layout.Length);

    /// <summary>Whether they are those of the last step; zeros before the first one. A step that adds them to the parameters leaves none.</summary>
    public bool AreKept { get; set; } = true;

    /// <summary>The gradients, laid out like the parameters; behind those of all that is trained, the statistics that state runs after.</summary>
    public Span<T> Span => _buffer.Span;

    /// <summary>The gradients of what is trained.</summary>
    public Span<T> Trainable => _buffer.Span[..layout.TrainableLength];
}
