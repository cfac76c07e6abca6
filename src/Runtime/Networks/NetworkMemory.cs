using System.ComponentModel;

namespace GenNet.CompilerServices;

/// <summary>All memory of a network, allocated with it: the parameters, its own workspace, and scratch for concurrent calls of Forward.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="parameters">The length of the parameter buffer.</param>
/// <param name="forward">The scratch that a forward pass needs.</param>
/// <param name="workspace">The scratch that a forward and backward pass need; 0 where the network only infers.</param>
/// <param name="blockRows">The most rows that a backward pass computes at once.</param>
/// <param name="lossTerms">The terms of a sample's loss that its mean is taken over: 1, or the outputs where the loss is a mean over them too.</param>
/// <param name="fewestRows">The fewest rows of a block where its rows are normalised together: then the blocks of a batch are made equal. 0 where each row is computed by itself.</param>
/// <param name="multiplyAdds">The multiply-adds of a row, forward and backward.</param>
/// <param name="readByGradients">The numbers of a row that the gradients of the parameters are made of, but for the inputs.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NetworkMemory<T>(int parameters, int forward, int workspace = 0, int blockRows = int.MaxValue, int lossTerms = 1, int fewestRows = 0,
    long multiplyAdds = 0, int readByGradients = 0)
    where T : unmanaged
{
    /// <summary>The parameters.</summary>
    public AlignedBuffer<T> Parameters { get; } = new(parameters);

    /// <summary>Scratch for concurrent forward passes.</summary>
    public ScratchPool<T> Scratch { get; } = new(forward);

    /// <summary>The network's own workspace.</summary>
    public Workspace<T> Workspace { get; } = new(workspace);

    /// <summary>The most rows that a backward pass computes at once.</summary>
    public int BlockRows { get; } = blockRows;

    /// <summary>The terms of a sample's loss that its mean is taken over.</summary>
    public int LossTerms { get; } = lossTerms;

    /// <summary>The fewest rows of a block where its rows are normalised together: then the blocks of a batch are made equal. 0 where each row is computed by itself.</summary>
    public int FewestRows { get; } = fewestRows;

    /// <summary>The multiply-adds of a row, forward and backward: what a thread has to do.</summary>
    public long MultiplyAdds { get; } = multiplyAdds;

    /// <summary>The numbers of a row that the gradients of the parameters are made of, but for the inputs: what threads that share them read of each other's.</summary>
    public int ReadByGradients { get; } = readByGradients;
}
