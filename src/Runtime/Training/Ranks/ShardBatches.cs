using System;
using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>The batches of one machine, each of which the ranks divide by rows.</summary>
/// <param name="source">The batches, the same on every rank.</param>
/// <param name="ranks">The ranks that divide them.</param>
internal sealed class ShardBatches<T>(IDivisibleSource<T> source, GradientExchange ranks) : RankBatches<T>(ranks)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override string Name => source.Name;

    public override int BatchCount => source.BatchCount;

    public override long SampleCount => source.SampleCount;

    public override void BeginEpoch(long epoch) => source.BeginEpoch(epoch);

    public override int Read(int batch, out ReadOnlyMemory<T> inputs, out ReadOnlyMemory<T> targets)
    {
        int rows = source.ReadOwn(batch, Plan, out inputs, out targets);
        Plan.Divide(rows, Starts);
        return rows;
    }

    public override void ReadWhole(out ReadOnlyMemory<T> inputs, out ReadOnlyMemory<T> targets) => source.ReadWhole(out inputs, out targets);

    public override long RowOf(int index) => source.RowOf(index);

    public override Dataset<T> Sample() => source.Sample();

    public override void Dispose() => source.Dispose();

    protected override double CountTerms<TNet>(TNet network, ref ReadOnlyMemory<T> inputs, ref ReadOnlyMemory<T> targets)
    {
        source.ReadWhole(out inputs, out targets);
        double terms = CheckedPasses.Terms(network, inputs.Span, targets.Span);
        Range own = Plan.OwnRows(Starts[^1]);
        inputs = inputs[(own.Start.Value * TNet.InputSize)..(own.End.Value * TNet.InputSize)];
        targets = targets[(own.Start.Value * TNet.TargetSize)..(own.End.Value * TNet.TargetSize)];
        return terms;
    }
}
