using System;
using System.Collections.Immutable;
using System.Numerics;

namespace GenNet;

/// <summary>A stream whose inputs are scaled while they are read.</summary>
internal sealed class ScaledStream<T>(DataStream<T> source, ColumnScaling<T> scaling) : DataStream<T>(source.InputSize, source.TargetSize)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override ImmutableArray<string> ClassNames => source.ClassNames;

    public override DataReader<T> Open() => new Reader(source.Open(), scaling);

    public override DataReader<T> Open(long epoch) => new Reader(source.Open(epoch), scaling);

    private sealed class Reader(DataReader<T> source, ColumnScaling<T> scaling) : DataReader<T>
    {
        public override int Read(Span<T> inputs, Span<T> targets)
        {
            int rows = source.Read(inputs, targets);
            Span<T> read = inputs[..(rows * scaling.InputSize)];
            scaling.Apply(read, read);
            return rows;
        }

        protected override void Dispose(bool disposing)
        {
            source.Dispose();
            base.Dispose(disposing);
        }
    }
}
