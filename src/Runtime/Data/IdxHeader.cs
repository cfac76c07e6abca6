using System;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO;

namespace GenNet;

/// <summary>The header of an IDX file: what <see cref="IdxFile"/> says of its type and shape.</summary>
internal sealed record IdxHeader(string Name, IdxElementType ElementType, ImmutableArray<int> Shape, long Count, long HeaderLength)
{
    /// <summary>More have more bytes than a number can count.</summary>
    public const long MaxElements = long.MaxValue / 16;

    /// <summary>The bytes of an element.</summary>
    public int ElementSize => SizeOf(ElementType);

    /// <summary>The bytes of all elements.</summary>
    public long DataLength => Count * ElementSize;

    /// <summary>Reads the header and leaves the reader at the first element.</summary>
    /// <param name="reader">At the start of the file.</param>
    /// <param name="name">What messages call the file.</param>
    /// <param name="maxElements">The elements that the caller has room for, up to <see cref="MaxElements"/>.</param>
    /// <exception cref="InvalidDataException">It is no header of an IDX file, or truncated, or announces more elements.</exception>
    public static IdxHeader Read(ByteReader reader, string name, long maxElements)
    {
        Span<byte> magic = stackalloc byte[4];
        int read = reader.Read(magic);
        if (read < 4)
            throw new InvalidDataException($"{name}: truncated: an IDX file begins with 4 bytes, this one has {read}.");
        var type = (IdxElementType)magic[2];
        int dimensions = magic[3];
        if (magic[0] != 0 || magic[1] != 0 || SizeOf(type) == 0 || dimensions == 0)
            throw new InvalidDataException($"{name}: not an IDX file: expected the bytes 00 00, a type (08, 09, 0B, 0C, 0D or 0E) and a number of dimensions above 0, found {magic[0]:X2} {magic[1]:X2} {magic[2]:X2} {magic[3]:X2}.");

        ImmutableArray<int> shape = ReadShape(reader, dimensions, name, maxElements, out long count);
        return new IdxHeader(name, type, shape, count, reader.Position);
    }

    /// <summary>For messages: <c>[60000, 28, 28] of type UInt8</c>.</summary>
    public override string ToString() => $"[{string.Join(", ", Shape)}] of type {ElementType}";

    /// <summary>Compares the length of the file, where it is known, with what the header announces, before anything is allocated for it.</summary>
    /// <param name="reader">At the first element.</param>
    /// <exception cref="InvalidDataException">The file is shorter or longer.</exception>
    public void CheckLength(ByteReader reader)
    {
        if (reader.Remaining is not { } remaining || remaining == DataLength)
            return;
        throw remaining < DataLength ? Truncated(HeaderLength + remaining) : Trailing();
    }

    /// <summary>Checks that nothing follows the last element.</summary>
    /// <param name="reader">Behind the last element.</param>
    /// <exception cref="InvalidDataException">More bytes follow.</exception>
    public void CheckEnd(ByteReader reader)
    {
        if (!reader.AtEnd())
            throw Trailing();
    }

    /// <summary>The error of a file that ends too early.</summary>
    public InvalidDataException Truncated(long end) => new($"{Name}: truncated: {Announced()}, but it ends after {end}.");

    private InvalidDataException Trailing() => new($"{Name}: {Announced()}, but more bytes follow.");

    private string Announced() => $"the header announces {this}, a file of {HeaderLength + DataLength} bytes";

    private static ImmutableArray<int> ReadShape(ByteReader reader, int dimensions, string name, long maxElements, out long count)
    {
        Span<byte> sizes = stackalloc byte[4 * 255];
        sizes = sizes[..(4 * dimensions)];
        if (reader.Read(sizes) < sizes.Length)
            throw new InvalidDataException($"{name}: truncated: a header with {dimensions} dimensions has {4 + sizes.Length} bytes, the file {reader.Position}.");
        var shape = ImmutableArray.CreateBuilder<int>(dimensions);
        count = 1;
        for (int i = 0; i < dimensions; i++)
        {
            uint size = BinaryPrimitives.ReadUInt32BigEndian(sizes[(4 * i)..]);
            if (size > int.MaxValue || (Int128)count * size > maxElements)
                throw new InvalidDataException($"{name}: the header announces absurd sizes: dimension {i + 1} of {dimensions} is {size}, more elements than there can be ({maxElements}).");
            count *= size;
            shape.Add((int)size);
        }

        return shape.MoveToImmutable();
    }

    private static int SizeOf(IdxElementType type) => type switch
    {
        IdxElementType.UInt8 or IdxElementType.Int8 => 1,
        IdxElementType.Int16 => 2,
        IdxElementType.Int32 or IdxElementType.Float32 => 4,
        IdxElementType.Float64 => 8,
        _ => 0,
    };
}
