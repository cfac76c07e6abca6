using System;
using System.Collections.Immutable;
using System.Numerics;

namespace GenNet;

/// <summary>A stream of images that are changed at random while they are read: by the seed, the epoch and the row's number in the source, and by nothing else.</summary>
internal sealed class AugmentedStream<T>(DataStream<T> source, ImageAugmentation augmentation, ulong seed) : DataStream<T>(augmentation.ResultSize, source.TargetSize)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override ImmutableArray<string> ClassNames => source.ClassNames;

    public override DataReader<T> Open() => Open(0);

    public override DataReader<T> Open(long epoch) => new Reader(source.Open(epoch), source, augmentation, seed, epoch);

    private sealed class Reader(DataReader<T> reader, DataStream<T> source, ImageAugmentation augmentation, ulong seed, long epoch) : DataReader<T>
    {
        private const int MostRows = 64;

        private readonly T[] _images = new T[source.InputSize * Math.Clamp(MostRows * 4096 / source.InputSize, 1, MostRows)];
        private long _row;

        public override int Read(Span<T> inputs, Span<T> targets)
        {
            int size = augmentation.ResultSize, room = Math.Min(inputs.Length / size, _images.Length / source.InputSize);
            int count = reader.Read(_images.AsSpan(0, room * source.InputSize), targets[..(room * source.TargetSize)]);
            for (int i = 0; i < count; i++, _row++)
                augmentation.Draw(seed, epoch, _row).Apply<T>(augmentation, _images.AsSpan(i * source.InputSize, source.InputSize), inputs.Slice(i * size, size));
            return count;
        }

        protected override void Dispose(bool disposing)
        {
            reader.Dispose();
            base.Dispose(disposing);
        }
    }
}
