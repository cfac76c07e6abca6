using System;
using System.Collections.Immutable;
using System.Numerics;

namespace GenNet;

/// <summary>The rows of a data set in memory.</summary>
internal sealed class DatasetStream<T>(Dataset<T> data) : DataStream<T>(data.InputSize, data.TargetSize)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override ImmutableArray<string> ClassNames => data.ClassNames;

    public override DataReader<T> Open() => new Reader(data);

    private sealed class Reader(Dataset<T> data) : DataReader<T>
    {
        private int _row;

        public override int Read(Span<T> inputs, Span<T> targets)
        {
            int count = Math.Min(inputs.Length / data.InputSize, data.Count - _row);
            data.Inputs.Slice(_row * data.InputSize, count * data.InputSize).CopyTo(inputs);
            data.Targets.Slice(_row * data.TargetSize, count * data.TargetSize).CopyTo(targets);
            _row += count;
            return count;
        }
    }
}
