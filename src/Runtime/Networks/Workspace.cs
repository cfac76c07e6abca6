using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>
/// The scratch memory of one thread: the activations of a block of rows and their gradients. A network has one of its
/// own; who calls Backward from several threads at once makes one for each with the network's CreateWorkspace.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Workspace<T>
    where T : unmanaged
{
    private readonly AlignedBuffer<T> _memory;

    /// <summary>Called by the networks: scratch of <paramref name="length"/> elements.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Workspace(int length) => _memory = new AlignedBuffer<T>(length);

    /// <summary>What the dropout masks of the next call of Backward are drawn from; each call goes on to the next step. A fit sets it
    /// for each step, from its own seed.</summary>
    public DropoutNoise Noise { get; set; }

    /// <summary>Called by the networks: the noise of this call.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public DropoutNoise TakeNoise()
    {
        DropoutNoise noise = Noise;
        Noise = noise.Next();
        return noise;
    }

    /// <summary>What the next call carries from the batch before.</summary>
    internal CarriedRows<T> Carried { get; set; }

    /// <summary>Called by the networks: what this call carries, and no other does.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public CarriedRows<T> TakeCarried()
    {
        CarriedRows<T> carried = Carried;
        Carried = default;
        return carried;
    }

    /// <summary>The number of elements.</summary>
    public int Length => _memory.Length;

    /// <summary>The elements.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Span<T> Span => _memory.Span;

    /// <summary>The first element, at a multiple of 64 bytes.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ref T Origin
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _memory.Origin;
    }
}
