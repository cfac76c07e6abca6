using System;
using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Lowering;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Planning;

/// <summary>How many rows are computed at once: enough to use each weight that is read many times, few enough for the cache.</summary>
/// <param name="format">How rows stand in memory.</param>
/// <param name="schedules">What is computed of them.</param>
internal sealed class BlockRows(RowFormat format, IReadOnlyList<IReadOnlyList<Operation>> schedules)
{
    private const int Most = 128;

    /// <summary>Where weights are larger than a second-level cache, each block reads them from beyond it: forward, twice the rows halve that.</summary>
    private const int MostOfLargeWeights = 256;

    /// <summary>Some cores' second-level cache.</summary>
    private const int LargeWeightBytes = 2 << 20;

    /// <summary>What the workspace of such a block may take beyond 128 rows: it is to stay in that cache, as sums are read and written for each block of depth.</summary>
    private const int LargeWeightsBlockBytes = LargeWeightBytes / 4 * 3;

    /// <summary>A block is never so small that the register tile, of up to eight rows, would not be filled.</summary>
    private const int Fewest = 8;

    /// <summary>What the workspace of a block may take where samples are large: some caches' last level.</summary>
    private const long Bytes = 8 << 20;

    /// <summary>The same of images, for each of which their weights are read often enough: a second-level cache.</summary>
    private const long BytesOfImages = 2 << 20;

    /// <summary>The same where rows have something in common, as the statistics of batch normalisation: a block should be the whole batch.</summary>
    private const long BytesOfCoupledRows = 256 << 20;

    /// <summary>The same of recurrent layers, whose weights are read anew for each step: what a step leaves is not read again before the way back comes to it, so it need not stay in a second-level cache.</summary>
    private const long BytesOfRecurrences = 16 << 20;

    private readonly long _bytes = Has(operation => operation is Recurrence, schedules) ? BytesOfRecurrences : Has(operation => operation is Frame, schedules) ? BytesOfImages : Bytes;

    /// <summary>The rows of a block, of the numbers that one takes.</summary>
    public int OfTraining(int row) => Rows(row, Has(operation => operation.Result.Kind == ValueKind.Block, schedules) ? BytesOfCoupledRows : _bytes);

    private int Rows(int row, long bytes)
    {
        if (!format.IsPadded)
            return int.MaxValue;
        long fit = bytes / Math.Max(1, (long)row * format.ElementSize);
        return (int)Math.Min(Most, Math.Max(Fewest, fit / Fewest * Fewest));
    }

    /// <summary>The rows of a block of a pass forward: as those of training, or up to twice as many where weights are large and the workspace is not.</summary>
    /// <remarks>Only rows that there are touch the workspace: a small batch pays nothing.</remarks>
    public Func<int, int> OfForwardPass(NetworkParameters parameters) => row =>
    {
        int rows = Rows(row, _bytes);
        bool isLarge = parameters.All.Any(tensor => (long)tensor.Value.Rows * format.Stride(tensor.Value) * format.ElementSize >= LargeWeightBytes);
        if (!isLarge || rows != Most)
            return rows;
        long fit = LargeWeightsBlockBytes / ((long)row * format.ElementSize);
        return (int)Math.Min(MostOfLargeWeights, Math.Max(rows, fit / Fewest * Fewest));
    };

    private static bool Has(Func<Operation, bool> predicate, IReadOnlyList<IReadOnlyList<Operation>> schedules) => schedules.Any(schedule => schedule.Any(predicate));
}
