using System;
using System.IO;

namespace GenNet;

/// <summary>What the reader of files needs and netstandard2.0 lacks.</summary>
internal static class StreamReading
{
    /// <summary>Reads until the destination is full or the stream ends.</summary>
    /// <returns>The bytes read.</returns>
    public static int ReadAtLeast(this Stream stream, Span<byte> destination, int minimumBytes, bool throwOnEndOfStream)
    {
        var buffer = new byte[minimumBytes];
        int filled = 0;
        for (int read = 1; read > 0 && filled < minimumBytes; filled += read)
            read = stream.Read(buffer, filled, minimumBytes - filled);
        if (throwOnEndOfStream && filled < minimumBytes)
            throw new EndOfStreamException();
        buffer.AsSpan(0, filled).CopyTo(destination);
        return filled;
    }
}
