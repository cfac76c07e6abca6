using System;
using System.IO;

namespace GenNet;

/// <summary>
/// The files beside a target that its next content is written into. A process that is killed leaves its own behind: the next one that writes the
/// target removes it. Whoever writes one holds a lock on it, which ends with the process however that ends, so that one without a lock belongs to nobody.
/// </summary>
internal static class TemporaryFile
{
    private const string Ending = ".gennet.tmp";
    private const int Attempts = 10;

    /// <summary>Where locks do not work, as on some network drives: nobody writes so long without touching the file.</summary>
    private static readonly TimeSpan LongAgo = TimeSpan.FromDays(1);

    /// <summary>A new file, open and locked, that none but the owner may read where that holds for the target.</summary>
    /// <exception cref="IOException">It cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static FileStream Create(string target)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Delete };
        if (!OperatingSystem.IsWindows() && File.Exists(target))
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        for (int attempt = 1; ; attempt++)
        {
            string path = $"{target}.{Path.GetRandomFileName()}{Ending}";
            try
            {
                var file = new FileStream(path, options);

                // On Unix another process can find the file between its creation and its lock, and take it for an abandoned one.
                if (File.Exists(path))
                    return file;
                file.Dispose();
                if (attempt == Attempts)
                    throw new IOException($"{path} was removed while it was created.");
            }
            catch (IOException e) when (attempt < Attempts && e is not (DirectoryNotFoundException or PathTooLongException))
            {
                // The other process has the lock for a moment.
            }
        }
    }

    /// <summary>Removes what killed processes have left of their writes of a target. What cannot be removed stays.</summary>
    /// <param name="target">The file that is to be written.</param>
    /// <param name="own">The temporary file of this write.</param>
    public static void RemoveAbandoned(string target, FileStream own)
    {
        try
        {
            // A lock that does not keep ourselves out keeps nobody out.
            bool locksWork = !TryTake(own.Name, FileOptions.None);
            DateTime longAgo = File.GetLastWriteTimeUtc(own.Name) - LongAgo;
            foreach (string path in Directory.EnumerateFiles(Path.GetDirectoryName(target)!))
            {
                if (path != own.Name && IsOf(target, path) && (locksWork || File.GetLastWriteTimeUtc(path) < longAgo))
                    TryTake(path, FileOptions.DeleteOnClose);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder may be written and yet not be listed.
        }
    }

    /// <summary>Whether a file has a name that <see cref="Create"/> gives, and none that a user would.</summary>
    private static bool IsOf(string target, string path)
    {
        ReadOnlySpan<char> name = Path.GetFileName(path.AsSpan()), targetName = Path.GetFileName(target.AsSpan());

        // Eight characters, a dot, three characters: GetRandomFileName.
        return name.Length == targetName.Length + 1 + 12 + Ending.Length
            && name.StartsWith(targetName, StringComparison.Ordinal)
            && name[targetName.Length] == '.'
            && name[targetName.Length + 9] == '.'
            && name.EndsWith(Ending, StringComparison.Ordinal);
    }

    /// <summary>Opens a file that nobody else has open, and closes it.</summary>
    private static bool TryTake(string path, FileOptions options)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, options);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
