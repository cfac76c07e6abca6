using System;
using System.Collections.Generic;
using System.IO;
using System.Numerics;

namespace GenNet;

/// <summary>The rows of a sequence.</summary>
internal sealed class SequenceStream<T>(IEnumerable<(ReadOnlyMemory<T> Inputs, ReadOnlyMemory<T> Targets)> rows, int inputSize, int targetSize)
    : DataStream<T>(inputSize, targetSize)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override DataReader<T> Open() => new Reader(rows.GetEnumerator(), InputSize, TargetSize);

    private sealed class Reader(IEnumerator<(ReadOnlyMemory<T> Inputs, ReadOnlyMemory<T> Targets)> rows, int inputSize, int targetSize) : DataReader<T>
    {
        private long _row;

        public override int Read(Span<T> inputs, Span<T> targets)
        {
            int count = 0;
            for (int room = inputs.Length / inputSize; count < room && rows.MoveNext(); count++, _row++)
            {
                (ReadOnlyMemory<T> input, ReadOnlyMemory<T> target) = rows.Current;
                if (input.Length != inputSize || target.Length != targetSize)
                    throw new InvalidDataException($"Row {_row} has {input.Length} inputs and {target.Length} targets, expected {inputSize} and {targetSize}.");
                input.Span.CopyTo(inputs[(count * inputSize)..]);
                target.Span.CopyTo(targets[(count * targetSize)..]);
            }

            return count;
        }

        protected override void Dispose(bool disposing)
        {
            rows.Dispose();
            base.Dispose(disposing);
        }
    }
}
