using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
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
/// row, step modulo 2^32, layer + 2^16 * (step / 2^32)).
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
        ulong key = Seed ^ Domain;
        uint step = (uint)Step, place = unchecked((uint)layer + ((uint)(Step >> 32) << 16));
        for (int row = 0; row < rows; row++)
        {
            ref T target = ref mask.From(row).Origin;
            for (int column = 0; column < mask.Columns; column += Neighbours)
            {
                Vector128<uint> words = Philox.Block(Vector128.Create((uint)(column / Neighbours), unchecked((uint)(FirstRow + row)), step, place), key);
                int whole = Math.Min(Neighbours, mask.Columns - column);
                for (int i = 0; i < whole; i++)
                {
                    uint word = words.GetElement(i / 2);
                    uint bits = i % 2 == 0 ? word & 0xFFFF : word >> 16;
                    Unsafe.Add(ref target, column + i) = bits < (uint)keep ? scale : T.Zero;
                }
            }
        }
    }
}
