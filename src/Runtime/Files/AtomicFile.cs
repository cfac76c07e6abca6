using System;
using System.IO;

namespace GenNet;

/// <summary>Replaces a file as a whole: whoever opens it finds the old content or the new, never a part.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a temporary file beside the file that <paramref name="path"/> means, brings it to the disk and renames it over. Where the
    /// writing fails, the temporary file goes and the old one stays. A link stays a link, a file keeps its mode.</summary>
    /// <exception cref="IOException">The path does not mean an ordinary file, its folder is missing, or writing fails.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder may not be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string target = FileTarget.Resolve(path);
        using FileStream temporary = TemporaryFile.Create(target);
        try
        {
            TemporaryFile.RemoveAbandoned(target, temporary);
            write(temporary);
            TakeModeOf(target, temporary);
            temporary.Flush(flushToDisk: true);

            // While it is open, and so locked: nobody takes it for an abandoned one in between.
            File.Move(temporary.Name, target, overwrite: true);
        }
        catch
        {
            TryDelete(temporary.Name);
            throw;
        }
    }

    /// <summary>Whether <see cref="Write"/> could write there now; leaves nothing behind.</summary>
    /// <exception cref="IOException">The path does not mean an ordinary file, its folder is missing, or nothing can be written there.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder may not be written.</exception>
    public static void Check(string path)
    {
        string target = FileTarget.Resolve(path);
        using FileStream temporary = TemporaryFile.Create(target);
        TemporaryFile.RemoveAbandoned(target, temporary);
        TryDelete(temporary.Name);
    }

    private static void TakeModeOf(string target, FileStream temporary)
    {
        if (OperatingSystem.IsWindows() || !File.Exists(target))
            return;
        UnixFileMode mode = File.GetUnixFileMode(target);

        // Some file systems have no modes of their own and refuse to set one.
        if (File.GetUnixFileMode(temporary.SafeFileHandle) != mode)
            File.SetUnixFileMode(temporary.SafeFileHandle, mode);
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The first failure is the one to report.
        }
    }
}
