using System.ComponentModel;

namespace GenNet.CompilerServices;

/// <summary>All memory of a network, allocated with it: the parameters, its own workspace, and scratch for concurrent calls of Forward.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="parameters">The length of the parameter buffer.</param>
/// <param name="forward">The scratch that a forward pass needs.</param>
/// <param name="workspace">The scratch that a forward and backward pass need.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NetworkMemory<T>(int parameters, int forward, int workspace)
    where T : unmanaged
{
    /// <summary>The memory of a network for inference, which has no workspace of its own.</summary>
    /// <param name="parameters">The length of the parameter buffer.</param>
    /// <param name="forward">The scratch that a forward pass needs.</param>
    public NetworkMemory(int parameters, int forward)
        : this(parameters, forward, workspace: 0)
    {
    }

    /// <summary>The parameters.</summary>
    public AlignedBuffer<T> Parameters { get; } = new(parameters);

    /// <summary>Scratch for concurrent forward passes.</summary>
    public ScratchPool<T> Scratch { get; } = new(forward);

    /// <summary>The network's own workspace.</summary>
    public Workspace<T> Workspace { get; } = new(workspace);
}
