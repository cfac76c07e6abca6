using System.ComponentModel;
using System.Runtime.CompilerServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>What the steps of a sequence so far have left in a network: made by its CreateState, for its Step.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class SequenceState<T>
    where T : unmanaged
{
    private readonly AlignedBuffer<T> _memory;

    /// <summary>Called by the networks: a state of <paramref name="length"/> elements, with the scratch of a step.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public SequenceState(int length) => _memory = new AlignedBuffer<T>(length);

    /// <summary>The number of elements.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public int Length => _memory.Length;

    /// <summary>The first element, at a multiple of 64 bytes.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ref T Origin
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _memory.Origin;
    }

    /// <summary>The number of steps given so far.</summary>
    public long Steps { get; private set; }

    /// <summary>Begins a new sequence: the state is that before the first step again, and <see cref="Steps"/> is 0.</summary>
    public void Reset()
    {
        _memory.Span.Clear();
        Steps = 0;
    }

    /// <summary>Called by the networks: one step more has been given.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CountStep() => Steps++;
}
