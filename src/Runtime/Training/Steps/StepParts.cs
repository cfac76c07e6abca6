using System;

namespace GenNet;

/// <summary>
/// How many parts a training step is worth. What a step loses by being divided is the traffic between the cores: each reads the parameters that the
/// others have updated and the activations that the others have computed, and has to claim for itself the cache lines that the others have read.
/// </summary>
internal static class StepParts
{
    // Measured on cores that multiply and add 60 floats in a nanosecond and take 12 for a cache line that another one has written: a row, which is 2 to
    // 3 multiply-adds for each parameter, costs as much as the traffic of that share of the parameters, ...
    private const long RowsForParameters = 22;

    // ... and a number of a row's activations as much as so many parameters gain. In double both take twice as long.
    private const long ParametersForActivation = 45;

    // Whatever is gained, below so many parameters times rows a part takes less time than handing it out.
    private const long LeastWork = 70_000;

    /// <summary>The number of parts, 1 where a second thread would lose. It depends on sizes only, not on the machine, so that results do not either.</summary>
    /// <param name="rows">The rows of the batch.</param>
    /// <param name="parameters">The parameters of the network.</param>
    /// <param name="activations">The numbers that a row leaves in the workspace.</param>
    /// <param name="threads">The most parts.</param>
    public static int Of(int rows, int parameters, int activations, int threads)
    {
        long gain = Math.Max(0, parameters - ParametersForActivation * activations);
        long worth = rows * gain / (RowsForParameters * parameters);
        return (int)Math.Clamp(Math.Min(worth, (long)rows * parameters / LeastWork), 1, threads);
    }

    /// <summary>The number of parts of an evaluation, which share nothing but the parameters, and none changes these.</summary>
    /// <param name="rows">The rows of the data set.</param>
    /// <param name="parameters">The parameters of the network.</param>
    /// <param name="threads">The most parts.</param>
    public static int ToEvaluate(int rows, int parameters, int threads) =>
        (int)Math.Clamp(Math.Min((long)rows * parameters / LeastWork, rows / RowSplit.Step), 1, threads);
}
