using System;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace GenNet;

/// <summary>
/// Samples that are read one after the other, as often as they are asked for: data larger than memory. Its own kind of source
/// derives from it; <see cref="DataStream"/> has those for files and sequences.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
[SuppressMessage("Naming", "CA1711", Justification = "A stream of samples is what the field calls it.")]
public abstract class DataStream<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private int _shuffleRows = 4096;

    /// <summary>A source of rows of the given sizes.</summary>
    /// <param name="inputSize">The numbers of one input row, at least 1.</param>
    /// <param name="targetSize">The numbers of one target row, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    protected DataStream(int inputSize, int targetSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(targetSize, 1);
        InputSize = inputSize;
        TargetSize = targetSize;
    }

    /// <summary>The numbers of one input row.</summary>
    public int InputSize { get; }

    /// <summary>The numbers of one target row.</summary>
    public int TargetSize { get; }

    /// <summary>What the classes of one-hot targets are called, [TargetSize], where the source says. Otherwise empty.</summary>
    public virtual ImmutableArray<string> ClassNames => [];

    /// <summary>
    /// The rows that are kept in memory for shuffling, 4096 by default: each row of a batch is drawn from so many and replaced by
    /// the next one of the source. A row can come any time later than it stands in the source, but not much earlier: rows that
    /// are sorted, by class for example, need a buffer of many times the rows of a class, or a source in random order.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int ShuffleRows
    {
        get => _shuffleRows;
        set => _shuffleRows = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(ShuffleRows), value, "ShuffleRows must be at least 1.");
    }

    /// <summary>Starts from the first row. Each pass through the data opens the source anew and must see the same rows.</summary>
    public abstract DataReader<T> Open();

    /// <summary>Starts the pass of an epoch: a stream whose rows change from epoch to epoch overrides it. A fit opens each epoch by its number, resumed or not.</summary>
    /// <param name="epoch">The number of the epoch, from 1; 0 outside of a fit.</param>
    public virtual DataReader<T> Open(long epoch) => Open();

    /// <summary>
    /// The images of this stream, changed at random while they are read, in each epoch in another way (<see cref="ImageAugmentation"/>). One seed gives the same images, whatever
    /// the threads, and in a fit that is resumed.
    /// </summary>
    /// <param name="seed">Another seed, other changes.</param>
    /// <param name="augmentation">What changes; its shape is that of the images.</param>
    /// <returns>A stream with rows of <see cref="ImageAugmentation.ResultSize"/>.</returns>
    /// <exception cref="ArgumentException">The rows of this stream have another size.</exception>
    public DataStream<T> Augment(int seed, ImageAugmentation augmentation)
    {
        ArgumentNullException.ThrowIfNull(augmentation);
        augmentation.CheckSize(InputSize, nameof(augmentation));
        return new AugmentedStream<T>(this, augmentation, (ulong)(long)seed) { ShuffleRows = ShuffleRows };
    }
}

/// <summary>One pass through a <see cref="DataStream{T}"/>.</summary>
/// <typeparam name="T">float or double.</typeparam>
public abstract class DataReader<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Reads the next rows: at least one, at most as many as there is room for, and none only after the last.</summary>
    /// <param name="inputs">[n x InputSize].</param>
    /// <param name="targets">[n x TargetSize].</param>
    /// <returns>The number of rows, which stand at the start of the spans.</returns>
    public abstract int Read(Span<T> inputs, Span<T> targets);

    /// <summary>Closes the source.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the source.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    /// <summary>Reads until the room is full or the source ends.</summary>
    internal int Fill(Span<T> inputs, Span<T> targets, int inputSize, int targetSize)
    {
        int room = inputs.Length / inputSize, filled = 0;
        while (filled < room)
        {
            int read = Read(inputs[(filled * inputSize)..], targets[(filled * targetSize)..]);
            if (read < 0 || read > room - filled)
                throw new InvalidOperationException($"{GetType().Name}.Read returned {read}, expected 0 to {room - filled} rows.");
            if (read == 0)
                break;
            filled += read;
        }

        return filled;
    }
}
