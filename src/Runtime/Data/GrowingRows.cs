using System;
using System.IO;

namespace GenNet;

/// <summary>Rows whose number is not known before they are read, one after the other in an array that doubles.</summary>
internal sealed class GrowingRows<T>(int size, string name)
{
    /// <summary>The first room, unless a row is longer: how many rows there are is not known, and a row may be long.</summary>
    private const int FirstNumbers = 4096;

    private T[] _items = new T[(int)Math.Min(64L * size, Math.Max(size, FirstNumbers))];

    /// <summary>The rows that are kept.</summary>
    public int Count { get; private set; }

    /// <summary>The rows that are kept, [Count x size].</summary>
    public Memory<T> Memory => _items.AsMemory(0, Count * size);

    /// <summary>Room for the next row, [size]; <see cref="Keep"/> keeps what is written there.</summary>
    /// <exception cref="InvalidDataException">The rows are more than one array holds.</exception>
    public Span<T> Next()
    {
        long needed = (Count + 1L) * size;
        if (needed > Array.MaxLength)
            throw TooLarge(name, Count);
        if (needed > _items.Length)
            Array.Resize(ref _items, (int)Math.Min(Array.MaxLength, Math.Max(needed, 2L * _items.Length)));
        return _items.AsSpan(Count * size, size);
    }

    /// <summary>Keeps the next row.</summary>
    public void Keep() => Count++;

    /// <summary>The error of a file that one array cannot hold.</summary>
    public static InvalidDataException TooLarge(string name, int rows) =>
        new($"{name}: after {rows} rows there are more numbers than one array holds ({Array.MaxLength}): read it as a DataStream.");
}
