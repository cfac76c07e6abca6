using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Planning;

/// <summary>
/// How rows stand in memory. Padded, every row is a whole number of cache lines: every vector width divides it, so there are no tails. The smallest networks
/// are computed number by number and need no padding.
/// </summary>
/// <param name="ElementSize">The bytes of a number.</param>
/// <param name="IsPadded">Whether rows are padded.</param>
internal sealed record RowFormat(int ElementSize, bool IsPadded)
{
    private const int CacheLine = 64;

    /// <summary>The numbers of a cache line, which is also the widest vector.</summary>
    public int Lanes { get; } = CacheLine / ElementSize;

    /// <summary>The columns that vector loops run over.</summary>
    public int Padded(int columns) => IsPadded ? (columns + Lanes - 1) / Lanes * Lanes : columns;

    /// <summary>The distance from one piece of a value to the next; of a value in one piece, the columns with their padding.</summary>
    public int PieceStride(Value value) => Padded(value.Columns / value.Pieces);

    /// <summary>The numbers of a row, with the padding between its pieces.</summary>
    public int Columns(Value value) => value.Pieces == 1 || value.IsCallers ? value.Columns : value.Pieces * PieceStride(value);

    /// <summary>Whether vector loops over the rows of a value run into padding.</summary>
    public bool HasPadding(Value value) => !value.IsCallers && PieceStride(value) * value.Pieces != value.Columns;

    /// <summary>
    /// The distance between rows. Rows a multiple of four lines apart would fall into a quarter of the cache's sets or
    /// fewer, and evict each other; one line more spreads them over all.
    /// </summary>
    public int Stride(Value value)
    {
        int columns = Columns(value);
        if (!IsPadded || value.IsCallers)
            return columns;
        int lines = Padded(columns) / Lanes;
        return (!value.IsRow && lines >= 8 && lines % 4 == 0 ? lines + 1 : lines) * Lanes;
    }

    /// <summary>The rows that a value of a block takes, with those that stand for the padding between pieces.</summary>
    public int MemoryRows(Value value) => value.RowPieces == 1 ? value.Rows : value.RowPieces * Padded(value.Rows / value.RowPieces);

    /// <summary>The numbers that a sample takes, all its steps.</summary>
    public int SampleStride(Value value) => value.Steps * Stride(value);

    /// <summary>Whether one loop can run over the rows of all these values at once, padding included.</summary>
    public bool AreAlike(IReadOnlyList<Value> values) => values.All(value => !value.IsCallers && Stride(value) == Stride(values[0]));
}
