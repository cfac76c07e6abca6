using System;
using System.IO;

namespace GenNet;

/// <summary>
/// Reads a file from front to back. What a header announces is allocated only as far as the bytes really come, so that a
/// damaged or hostile header cannot make the process allocate gigabytes.
/// </summary>
internal sealed class ByteReader(Stream stream, string name)
{
    private const int FirstChunk = 1 << 16;

    /// <summary>The bytes read so far.</summary>
    public long Position { get; private set; }

    /// <summary>The bytes still to come, where the stream knows; otherwise null.</summary>
    public long? Remaining => stream.CanSeek ? Math.Max(0, stream.Length - stream.Position) : null;

    /// <summary>Fills the destination; returns fewer bytes only where the file ends.</summary>
    /// <exception cref="InvalidDataException">The stream decompresses, and its data are damaged.</exception>
    public int Read(Span<byte> destination)
    {
        try
        {
            int read = stream.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false);
            Position += read;
            return read;
        }
        catch (InvalidDataException damage)
        {
            // A decompressing stream does not know the name of the file.
            throw new InvalidDataException($"{name}: the compressed data are damaged: {damage.Message}", damage);
        }
    }

    /// <summary>Reads exactly <paramref name="count"/> bytes; false where the file ends before.</summary>
    public bool TryRead(int count, out byte[] bytes)
    {
        bytes = new byte[Math.Min(count, Remaining ?? FirstChunk)];
        for (int filled = 0; ;)
        {
            filled += Read(bytes.AsSpan(filled));
            if (filled == count)
                return true;
            if (filled < bytes.Length)
                return false;
            Array.Resize(ref bytes, (int)Math.Min(count, Math.Max(FirstChunk, 2L * bytes.Length)));
        }
    }

    /// <summary>Whether no byte follows. Where one does, it is consumed.</summary>
    public bool AtEnd()
    {
        Span<byte> next = stackalloc byte[1];
        return Read(next) == 0;
    }

    /// <summary>What to call a stream in messages: the path of a file, otherwise "the stream".</summary>
    public static string NameOf(Stream stream) => stream is FileStream file ? file.Name : "the stream";
}
