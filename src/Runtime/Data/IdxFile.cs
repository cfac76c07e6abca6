using System;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO;
using System.IO.Compression;
using System.Numerics;

namespace GenNet;

/// <summary>The type of the numbers in an IDX file; the value is the code in its header.</summary>
public enum IdxElementType
{
    /// <summary>Unsigned bytes.</summary>
    UInt8 = 0x08,

    /// <summary>Signed bytes.</summary>
    Int8 = 0x09,

    /// <summary>16-bit integers.</summary>
    Int16 = 0x0B,

    /// <summary>32-bit integers.</summary>
    Int32 = 0x0C,

    /// <summary>32-bit floating point.</summary>
    Float32 = 0x0D,

    /// <summary>64-bit floating point.</summary>
    Float64 = 0x0E,
}

/// <summary>
/// A file in the format of the MNIST database: two zero bytes, an element type, the number of dimensions, their sizes, then
/// the elements, last dimension fastest, all big-endian. Source: Y. LeCun, C. Cortes, C. Burges, "The MNIST database of
/// handwritten digits", section "The IDX file format".
/// </summary>
public sealed class IdxFile
{
    private readonly byte[] _data;

    private IdxFile(string name, IdxElementType elementType, ImmutableArray<int> shape, int count, byte[] data)
    {
        Name = name;
        ElementType = elementType;
        Shape = shape;
        Count = count;
        _data = data;
    }

    /// <summary>The path, or what the reader was told: the name in messages.</summary>
    public string Name { get; }

    /// <summary>The type of the elements.</summary>
    public IdxElementType ElementType { get; }

    /// <summary>The dimensions, slowest first: [60000, 28, 28] for the MNIST training images.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>The number of elements: the product of the shape.</summary>
    public int Count { get; }

    /// <summary>The elements as they stand in the file: big-endian, last dimension fastest.</summary>
    public ReadOnlySpan<byte> Data => _data;

    /// <summary>Reads a file, plain or compressed with gzip (its first bytes tell, not its name).</summary>
    /// <exception cref="InvalidDataException">It is no IDX file, is truncated, has bytes after its end, or is damaged; the message names it.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IdxFile Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = File.OpenRead(path);
        return Read(stream, path);
    }

    /// <summary>Reads the rest of a stream, plain or compressed with gzip.</summary>
    /// <param name="stream">Read to its end and left open.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="InvalidDataException">It is no IDX file, is truncated, has bytes after its end, or is damaged; the message names it.</exception>
    public static IdxFile Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(name);

        MemoryStream? copy = null;
        if (!stream.CanSeek)
        {
            // Only a seekable stream can look at the first bytes and start over.
            stream.CopyTo(copy = new MemoryStream());
            copy.Position = 0;
        }

        using (copy)
        {
            Stream source = copy ?? stream;
            if (!IsGzip(source))
                return ReadPlain(new ByteReader(source, name), name);
            using var unpacked = new GZipStream(source, CompressionMode.Decompress, leaveOpen: true);
            return ReadPlain(new ByteReader(unpacked, name), name);
        }
    }

    /// <summary>Converts all elements.</summary>
    /// <param name="destination">[Count], overwritten; values that T cannot hold are rounded.</param>
    /// <exception cref="ArgumentException">The destination has another length.</exception>
    public void CopyTo<T>(Span<T> destination)
        where T : unmanaged, INumberBase<T>
    {
        if (destination.Length != Count)
            throw new ArgumentException($"{Name} has {Count} elements, got room for {destination.Length}.", nameof(destination));
        int size = SizeOf(ElementType);
        for (int i = 0; i < destination.Length; i++)
            destination[i] = Convert<T>(_data.AsSpan(i * size, size));
    }

    private T Convert<T>(ReadOnlySpan<byte> element)
        where T : unmanaged, INumberBase<T> => ElementType switch
        {
            IdxElementType.UInt8 => T.CreateSaturating(element[0]),
            IdxElementType.Int8 => T.CreateSaturating((sbyte)element[0]),
            IdxElementType.Int16 => T.CreateSaturating(BinaryPrimitives.ReadInt16BigEndian(element)),
            IdxElementType.Int32 => T.CreateSaturating(BinaryPrimitives.ReadInt32BigEndian(element)),
            IdxElementType.Float32 => T.CreateSaturating(BinaryPrimitives.ReadSingleBigEndian(element)),
            _ => T.CreateSaturating(BinaryPrimitives.ReadDoubleBigEndian(element)),
        };

    private static bool IsGzip(Stream stream)
    {
        long start = stream.Position;
        Span<byte> magic = stackalloc byte[2];
        int read = stream.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
        stream.Position = start;
        return read == 2 && magic[0] == 0x1F && magic[1] == 0x8B;
    }

    private static IdxFile ReadPlain(ByteReader reader, string name)
    {
        Span<byte> magic = stackalloc byte[4];
        int read = reader.Read(magic);
        if (read < 4)
            throw new InvalidDataException($"{name}: truncated: an IDX file begins with 4 bytes, this one has {read}.");
        var type = (IdxElementType)magic[2];
        int dimensions = magic[3];
        if (magic[0] != 0 || magic[1] != 0 || SizeOf(type) == 0 || dimensions == 0)
            throw new InvalidDataException($"{name}: not an IDX file: expected the bytes 00 00, a type (08, 09, 0B, 0C, 0D or 0E) and a number of dimensions above 0, found {magic[0]:X2} {magic[1]:X2} {magic[2]:X2} {magic[3]:X2}.");

        ImmutableArray<int> shape = ReadShape(reader, dimensions, name, out int count);
        string header = $"[{string.Join(", ", shape)}] of type {type}";
        long bytes = (long)count * SizeOf(type);
        if (bytes > Array.MaxLength)
            throw new InvalidDataException($"{name}: the header announces {header}, {bytes} bytes: more than one array holds ({Array.MaxLength}).");
        long expected = reader.Position + bytes;
        if (!reader.TryRead((int)bytes, out byte[] data))
            throw new InvalidDataException($"{name}: truncated: the header announces {header}, a file of {expected} bytes, but it ends after {reader.Position}.");
        if (!reader.AtEnd())
            throw new InvalidDataException($"{name}: the header announces {header}, a file of {expected} bytes, but more bytes follow.");
        return new IdxFile(name, type, shape, count, data);
    }

    private static ImmutableArray<int> ReadShape(ByteReader reader, int dimensions, string name, out int count)
    {
        Span<byte> sizes = stackalloc byte[4 * 255];
        sizes = sizes[..(4 * dimensions)];
        if (reader.Read(sizes) < sizes.Length)
            throw new InvalidDataException($"{name}: truncated: a header with {dimensions} dimensions has {4 + sizes.Length} bytes, the file {reader.Position}.");
        var shape = ImmutableArray.CreateBuilder<int>(dimensions);
        long product = 1;
        for (int i = 0; i < dimensions; i++)
        {
            uint size = BinaryPrimitives.ReadUInt32BigEndian(sizes[(4 * i)..]);
            product = size > int.MaxValue ? long.MaxValue : product * size;
            if (product > Array.MaxLength)
                throw new InvalidDataException($"{name}: the header announces absurd sizes: dimension {i + 1} of {dimensions} is {size}, more elements than one array holds ({Array.MaxLength}).");
            shape.Add((int)size);
        }

        count = (int)product;
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
