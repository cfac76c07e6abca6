using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using GenNet.CompilerServices;

namespace GenNet;

#pragma warning disable CS3001, CS3002, CS3003 // Networks have members of this type, so it counts as CLS-compliant; its seed and step are unsigned.
/// <summary>
/// What dropout masks are drawn from: a seed, the number of a step, and the row of the batch that the caller's first row is. The
/// mask of a row depends on nothing else, so a batch may be split over threads as one likes.
/// </summary>
/// <remarks>
/// Each <see cref="Philox.Block"/> decides over eight neighbours of a row, 16 bits each: key seed ^ "DROPOUT!", counter (column / 8,
/// row, step modulo 2^32, layer + 2^16 * (step / 2^32)). Where channels become zero as a whole, they are the columns.
/// </remarks>
/// <param name="Seed">Another seed, other masks.</param>
/// <param name="Step">The number of the step.</param>
/// <param name="FirstRow">The row of the batch that the first row of the caller is.</param>
public readonly record struct DropoutNoise(ulong Seed, ulong Step = 0, int FirstRow = 0)
{
    private const ulong Domain = 0x44524F50_4F555421;
    private const int Neighbours = 8;

    /// <summary>The noise of the same rows in the next step.</summary>
    public DropoutNoise Next() => this with { Step = unchecked(Step + 1) };

    /// <summary>The noise of the rows from <paramref name="row"/> on.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public DropoutNoise At(int row) => this with { FirstRow = FirstRow + row };

    /// <summary>Called by the networks: writes a mask of zeros and of 65536 / <paramref name="keep"/>.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="keep">Of 65536 numbers so many stay, on average.</param>
    /// <param name="layer">Another layer, another mask.</param>
    /// <param name="mask">Where it goes; padding is left alone.</param>
    /// <typeparam name="T">float or double.</typeparam>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Mask<T>(int rows, int keep, int layer, Rows<T> mask)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T scale = T.CreateTruncating(65536.0 / keep);
        for (int row = 0; row < rows; row++)
        {
            ref T target = ref mask.From(row).Origin;
            for (int column = 0; column < mask.Columns; column += Neighbours)
            {
                Vector128<uint> words = Words(column, row, layer);
                int whole = Math.Min(Neighbours, mask.Columns - column);
                for (int i = 0; i < whole; i++)
                    Unsafe.Add(ref target, column + i) = Bits(words, i) < (uint)keep ? scale : T.Zero;
            }
        }
    }

    /// <summary>Called by the networks: the same for the steps of sequences, each of which is a row.</summary>
    /// <param name="rows">The number of samples.</param>
    /// <param name="steps">The steps of each.</param>
    /// <param name="keep">Of 65536 numbers so many stay, on average.</param>
    /// <param name="layer">Another layer, another mask.</param>
    /// <param name="mask">Where it goes; padding is left alone.</param>
    /// <typeparam name="T">float or double.</typeparam>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Mask<T>(int rows, int steps, int keep, int layer, Rows<T> mask)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => (this with { FirstRow = unchecked(FirstRow * steps) }).Mask(rows * steps, keep, layer, mask);

    /// <summary>Called by the networks: writes a mask whose channels are zeros, or 65536 / <paramref name="keep"/>, as a whole.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="keep">Of 65536 channels so many stay, on average.</param>
    /// <param name="layer">Another layer, another mask.</param>
    /// <param name="channels">The channels of a row, one behind the other.</param>
    /// <param name="mask">Where it goes; padding is left alone.</param>
    /// <typeparam name="T">float or double.</typeparam>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void ChannelMask<T>(int rows, int keep, int layer, int channels, Rows<T> mask)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T scale = T.CreateTruncating(65536.0 / keep);
        int numbers = mask.Columns / channels;
        for (int row = 0; row < rows; row++)
        {
            Vector128<uint> words = default;
            for (int channel = 0; channel < channels; channel++)
            {
                if (channel % Neighbours == 0)
                    words = Words(channel, row, layer);
                bool stays = Bits(words, channel % Neighbours) < (uint)keep;
                MemoryMarshal.CreateSpan(ref Unsafe.Add(ref mask.From(row).Origin, channel * numbers), numbers).Fill(stays ? scale : T.Zero);
            }
        }
    }

    /// <summary>What decides over eight neighbours.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<uint> Words(int column, int row, int layer)
    {
        uint place = unchecked((uint)layer + ((uint)(Step >> 32) << 16));
        return Philox.Block(Vector128.Create((uint)(column / Neighbours), unchecked((uint)(FirstRow + row)), (uint)Step, place), Seed ^ Domain);
    }

    /// <summary>The 16 bits of one of the neighbours.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Bits(Vector128<uint> words, int neighbour)
    {
        uint word = words.GetElement(neighbour / 2);
        return neighbour % 2 == 0 ? word & 0xFFFF : word >> 16;
    }
}
