using System;
using System.IO;

namespace GenNet;

/// <summary>Opens files for reading.</summary>
internal static class InputFile
{
    private const int DefaultBuffer = 4096;

    /// <summary>Opens a file, which may be a pipe.</summary>
    /// <exception cref="IOException">It is a folder, or cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static FileStream Open(string path, int bufferSize = DefaultBuffer)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);

        // .NET would call it a lack of permission.
        if (Directory.Exists(path))
            throw new IOException($"{path} is a folder, expected a file.");
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize);
    }

    /// <summary>Opens a file that is read again and again.</summary>
    /// <exception cref="IOException">It is a folder or a pipe, or cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static FileStream OpenForPasses(string path, int bufferSize = DefaultBuffer)
    {
        FileStream stream = Open(path, bufferSize);
        if (stream.CanSeek)
            return stream;
        stream.Dispose();
        throw new IOException($"{path} is a pipe or a device, which cannot be read again in each pass of a data stream: read it into a data set.");
    }
}
