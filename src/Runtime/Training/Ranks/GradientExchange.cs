using System;

namespace GenNet;

/// <summary>
/// Where several processes, the ranks, train one network, each on rows of its own: how numbers go between them. Rank 0 to <see cref="Size"/> - 1 run the same program and call the same
/// members in the same order. What is exchanged and when is the trainer's business; <c>MpiExchange</c> of the package GenNet.Mpi is one over MPI.
/// </summary>
public abstract class GradientExchange
{
    /// <summary>One of several ranks.</summary>
    /// <param name="rank">Its number, from 0.</param>
    /// <param name="size">The number of ranks.</param>
    /// <param name="shares">See <see cref="Shares"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such rank, or there are fewer shares than ranks, or more than 1024.</exception>
    protected GradientExchange(int rank, int size, int? shares = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(rank);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rank, size);
        if (shares is < 1 or > SharePlan.MostShares || shares < size)
            throw new ArgumentOutOfRangeException(nameof(shares), shares, $"Each of {size} ranks needs a share of the batch, and there can be at most {SharePlan.MostShares}.");
        Rank = rank;
        Size = size;
        Shares = shares;
    }

    /// <summary>The number of this process, from 0; rank 0 writes checkpoints.</summary>
    public int Rank { get; }

    /// <summary>The number of ranks, from 1.</summary>
    public int Size { get; }

    /// <summary>
    /// The number of shares that a batch is cut into whatever the number of ranks. The gradient of each is computed by itself, and they are summed in the order of one binary tree: so any
    /// number of ranks up to that of the shares gives the same parameters, bit for bit. With null each rank has one share, so that another number of ranks gives other last places.
    /// </summary>
    public int? Shares { get; }

    /// <summary>Collects the same number of bytes of each rank. No rank returns before all have called it; it is where they wait for each other.</summary>
    /// <param name="own">The bytes of this rank.</param>
    /// <param name="all">Those of rank 0, of rank 1 and so on.</param>
    protected internal abstract void Gather(ReadOnlySpan<byte> own, Span<byte> all);

    /// <summary>Overwrites the bytes of every rank by those of rank 0.</summary>
    /// <param name="bytes">As many on each rank.</param>
    protected internal abstract void Broadcast(Span<byte> bytes);

    /// <summary>Collects a part of numbers from each rank.</summary>
    /// <param name="numbers">The part of this rank in its place; the others are overwritten.</param>
    /// <param name="lengths">For each rank, the length of its part; the parts stand in the order of the ranks.</param>
    protected internal abstract void GatherParts(Span<float> numbers, ReadOnlySpan<int> lengths);

    /// <inheritdoc cref="GatherParts(Span{float}, ReadOnlySpan{int})"/>
    protected internal abstract void GatherParts(Span<double> numbers, ReadOnlySpan<int> lengths);

    /// <summary>Sends to one rank while it receives from another.</summary>
    /// <param name="bytes">What is sent; may be empty.</param>
    /// <param name="to">The rank that receives it.</param>
    /// <param name="received">What comes; as long as the other rank sends.</param>
    /// <param name="from">The rank that sends it.</param>
    protected internal abstract void SendReceive(ReadOnlySpan<byte> bytes, int to, Span<byte> received, int from);

    /// <summary>Told of an exception that only this rank has: the others would wait for it in vain, so they must end too. Nothing where it is alone.</summary>
    /// <param name="exception">The exception, which is thrown on after it.</param>
    protected internal abstract void Fail(Exception exception);
}
