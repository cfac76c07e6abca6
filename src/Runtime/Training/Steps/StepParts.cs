using System;

namespace GenNet;

/// <summary>
/// How many parts a training step is worth, and what they divide in its second half. What a step loses by being divided is the traffic between the cores: each reads the
/// parameters that the others have updated, and the activations or the gradients that the others have computed, and has to claim for itself the cache lines that the others have read.
/// </summary>
/// <param name="parameters">The parameters of the network.</param>
/// <param name="multiplyAdds">The multiply-adds of a row, forward and backward.</param>
/// <param name="read">The numbers of a row that the gradients of the parameters are made of.</param>
internal readonly struct StepParts(int parameters, long multiplyAdds, int read)
{
    // Measured on cores that multiply and add 60 floats in a nanosecond and take 12 for a cache line of 16 that another one has written. In double both take twice as long.
    private const long MultiplyAddsForNumber = 45;

    // A number of a row is read by another core, and its line claimed back for the next row.
    private const long MultiplyAddsForActivation = 2 * MultiplyAddsForNumber;

    // A parameter that has been updated is read by the others, its gradient too, and the line of that is claimed back.
    private const long MultiplyAddsForOwnGradient = 3 * MultiplyAddsForNumber;

    // Whatever is gained, with fewer multiply-adds a part takes less time than handing it out.
    private const long LeastWork = 140_000;

    // Below so many rows hardly any step is divided.
    private const long LeastRows = 32;

    // A dense layer has two or three.
    private const long MultiplyAddsOfSharedWeight = 8;

    /// <summary>
    /// Whether each thread sums gradients of its own rows, which are added up at the end: where there are fewer parameters than activations to hand from core to core, as of
    /// convolutions, whose weights are used at every pixel. Else each thread computes its share of the parameters, of all rows.
    /// </summary>
    public bool HaveOwnGradients => multiplyAdds >= MultiplyAddsOfSharedWeight * parameters && parameters <= 2 * LeastRows * read;

    /// <summary>The number of parts, 1 where a second thread would lose. It depends on sizes only, not on the machine, so that results do not either.</summary>
    /// <param name="rows">The rows of the batch.</param>
    /// <param name="threads">The most parts.</param>
    public int Of(int rows, int threads)
    {
        long gain = HaveOwnGradients ? multiplyAdds : Math.Max(0, multiplyAdds - MultiplyAddsForActivation * read);
        Int128 worth = (Int128)rows * gain / ((HaveOwnGradients ? MultiplyAddsForOwnGradient : MultiplyAddsForNumber) * Math.Max(1L, parameters));
        Int128 most = Int128.Min((Int128)rows * multiplyAdds / LeastWork, rows / RowSplit.Step);
        return (int)Int128.Clamp(Int128.Min(worth, most), 1, threads);
    }

    /// <summary>The number of parts of an evaluation, which share nothing but the parameters, and none changes these.</summary>
    /// <param name="rows">The rows of the data set.</param>
    /// <param name="threads">The most parts.</param>
    public int ToEvaluate(int rows, int threads) =>
        (int)Int128.Clamp(Int128.Min((Int128)rows * multiplyAdds / LeastWork, rows / RowSplit.Step), 1, threads);

    /// <summary>Those of a network, as its class says.</summary>
    public static StepParts Of<TNet, T>(TNet network)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
        => new(TNet.ParameterCount, Math.Max(2L * TNet.ParameterCount, network.Memory.MultiplyAdds), network.Memory.ReadByGradients);
}
