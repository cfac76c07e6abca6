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

    private IdxFile(IdxHeader header, byte[] data)
    {
        Header = header;
        _data = data;
    }

    /// <summary>The path, or what the reader was told: the name in messages.</summary>
    public string Name => Header.Name;

    /// <summary>The type of the elements.</summary>
    public IdxElementType ElementType => Header.ElementType;

    /// <summary>The dimensions, slowest first: [60000, 28, 28] for the MNIST training images.</summary>
    public ImmutableArray<int> Shape => Header.Shape;

    /// <summary>The number of elements: the product of the shape.</summary>
    public int Count => (int)Header.Count;

    /// <summary>The elements as they stand in the file: big-endian, last dimension fastest.</summary>
    public ReadOnlySpan<byte> Data => _data;

    internal IdxHeader Header { get; }

    /// <summary>Reads a file, plain or compressed with gzip (its first bytes tell, not its name).</summary>
    /// <exception cref="InvalidDataException">It is no IDX file, is truncated, has bytes after its end, or is damaged; the message names it.</exception>
    /// <exception cref="IOException">It is a folder, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static IdxFile Read(string path)
    {
        using FileStream stream = InputFile.Open(path);
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
        int size = Header.ElementSize;
        for (int i = 0; i < destination.Length; i++)
            destination[i] = Convert<T>(_data.AsSpan(i * size, size));
    }

    /// <summary>Opens a file for reading from front to back, unpacked where it is compressed with gzip.</summary>
    internal static Stream OpenUnpacked(string path)
    {
        FileStream stream = InputFile.OpenForPasses(path, bufferSize: 1 << 16);
        try
        {
            return IsGzip(stream) ? new BufferedStream(new GZipStream(stream, CompressionMode.Decompress), 1 << 16) : stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
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
        var header = IdxHeader.Read(reader, name, Array.MaxLength);
        if (header.DataLength > Array.MaxLength)
            throw new InvalidDataException($"{name}: the header announces {header}, {header.DataLength} bytes: more than one array holds ({Array.MaxLength}).");
        header.CheckLength(reader);
        if (!reader.TryRead((int)header.DataLength, out byte[] data))
            throw header.Truncated(reader.Position);
        header.CheckEnd(reader);
        return new IdxFile(header, data);
    }
}
