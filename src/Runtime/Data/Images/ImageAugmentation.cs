using System;
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace GenNet;

/// <summary>
/// Changes of images that leave their class as it is, so that a network sees each image as many: they are moved, cut, mirrored and normalised while a stream
/// reads them (<see cref="DataStream{T}.Augment"/>).
/// </summary>
/// <remarks>
/// What happens to an image follows from the seed, the epoch and the number of its row, whatever the threads and wherever a fit is resumed: two words of
/// <see cref="Philox.Block"/> are its row and its column, (word choices) / 2^32 rounded down, and the highest bit of the third whether it is mirrored; the key is seed ^
/// "AUGMENT!", the counter (row, row / 2^32, epoch, epoch / 2^32), each modulo 2^32.
/// </remarks>
public sealed record ImageAugmentation
{
    private const ulong Domain = 0x4155474D_454E5421;

    private readonly int _shift;
    private readonly int _cropRows;
    private readonly int _cropColumns;
    private readonly ImmutableArray<double> _mean = [];
    private readonly ImmutableArray<double> _deviation = [];

    /// <summary>Images as they are; the properties say what changes.</summary>
    /// <param name="channels">The number of channels, at least 1.</param>
    /// <param name="rows">The height, at least 1.</param>
    /// <param name="columns">The width, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1, or an image has more numbers than an array.</exception>
    public ImageAugmentation(int channels, int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((Int128)channels * rows * columns, Array.MaxLength, nameof(channels));
        (Channels, Rows, Columns, _cropRows, _cropColumns) = (channels, rows, columns, rows, columns);
    }

    /// <summary>The number of channels.</summary>
    public int Channels { get; }

    /// <summary>The height.</summary>
    public int Rows { get; }

    /// <summary>The width.</summary>
    public int Columns { get; }

    /// <summary>How far an image may move up, down and to each side, 0 by default: it is framed by so many pixels, and what is cut of that may lie anywhere.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 0, or not below the height and the width.</exception>
    public int Shift
    {
        get => _shift;
        init => _shift = value >= 0 && value < Rows && value < Columns
            ? value : throw new ArgumentOutOfRangeException(nameof(Shift), value, $"Images of {Rows} x {Columns} can be shifted by 0 to {Math.Min(Rows, Columns) - 1} pixels.");
    }

    /// <summary>The height that is cut of an image at random; all of it by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1 or above the height.</exception>
    public int CropRows
    {
        get => _cropRows;
        init => _cropRows = value >= 1 && value <= Rows ? value : throw new ArgumentOutOfRangeException(nameof(CropRows), value, $"Images have 1 to {Rows} rows to be cut.");
    }

    /// <summary>The width that is cut of an image at random; all of it by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1 or above the width.</exception>
    public int CropColumns
    {
        get => _cropColumns;
        init => _cropColumns = value >= 1 && value <= Columns
            ? value : throw new ArgumentOutOfRangeException(nameof(CropColumns), value, $"Images have 1 to {Columns} columns to be cut.");
    }

    /// <summary>Whether half of the images are mirrored, left to right; false by default.</summary>
    public bool Flip { get; init; }

    /// <summary>The pixels of the frame that a shifted image uncovers, before they are normalised; 0 by default.</summary>
    public double Fill { get; init; }

    /// <summary>What is subtracted of each channel, [Channels]; nothing where it is empty, as by default.</summary>
    /// <exception cref="ArgumentException">There is another number of them, and not none.</exception>
    public ImmutableArray<double> Mean
    {
        get => _mean;
        init => _mean = OfChannels(value, nameof(Mean));
    }

    /// <summary>What each channel is divided by then, [Channels], all above 0; nothing where it is empty, as by default.</summary>
    /// <exception cref="ArgumentException">There is another number of them, and not none, or one is not above 0.</exception>
    public ImmutableArray<double> Deviation
    {
        get => _deviation;
        init
        {
            foreach (double deviation in OfChannels(value, nameof(Deviation)))
            {
                if (!(deviation > 0))
                    throw new ArgumentException($"A deviation must be above 0, got {deviation}.", nameof(Deviation));
            }

            _deviation = OfChannels(value, nameof(Deviation));
        }
    }

    /// <summary>The numbers of an image that comes out: Channels x CropRows x CropColumns.</summary>
    public int ResultSize => Channels * CropRows * CropColumns;

    /// <summary>The images of a data set as a network that is trained on changed ones takes them: the middle of each, not mirrored, normalised.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="data">Images of this shape.</param>
    /// <exception cref="ArgumentException">Its rows have another size.</exception>
    public Dataset<T> Center<T>(Dataset<T> data)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(data);
        CheckSize(data.InputSize, nameof(data));
        var inputs = new T[checked(data.Count * ResultSize)];
        var middle = new ImageChange((Rows - CropRows) / 2, (Columns - CropColumns) / 2, IsMirrored: false);
        for (int row = 0; row < data.Count; row++)
            middle.Apply(this, data.Input(row), inputs.AsSpan(row * ResultSize, ResultSize));
        return new Dataset<T>(inputs, data.TargetMemory, ResultSize, data.TargetSize) { ClassNames = data.ClassNames };
    }

    /// <summary>Checks that rows have the size of an image.</summary>
    internal void CheckSize(int inputSize, string argument)
    {
        if (inputSize != Channels * Rows * Columns)
            throw new ArgumentException($"Images of {Channels} x {Rows} x {Columns} have {Channels * Rows * Columns} numbers, the rows have {inputSize}.", argument);
    }

    /// <summary>What happens to an image.</summary>
    internal ImageChange Draw(ulong seed, long epoch, long row)
    {
        Vector128<uint> words = Philox.Block(Vector128.Create((uint)row, (uint)(row >> 32), (uint)epoch, (uint)(epoch >> 32)), seed ^ Domain);
        int Place(uint word, int length, int cut) => (int)((ulong)word * (uint)(length - cut + 2 * Shift + 1) >> 32) - Shift;
        return new ImageChange(Place(words[0], Rows, CropRows), Place(words[1], Columns, CropColumns), Flip && words[2] >> 31 == 1);
    }

    private ImmutableArray<double> OfChannels(ImmutableArray<double> values, string name)
    {
        if (!values.IsDefaultOrEmpty && values.Length != Channels)
            throw new ArgumentException($"{Channels} channels need {Channels} numbers or none, got {values.Length}.", name);
        return values.IsDefault ? [] : values;
    }
}
