using System;
using System.IO;

namespace GenNet;

/// <summary>Finds the file that a path to write means, and refuses what is no ordinary file, before anything is written.</summary>
internal static class FileTarget
{
    /// <summary>As many as Linux follows.</summary>
    private const int MostLinks = 40;

    /// <summary>The full path of the file, which need not exist. Links are followed: they stay, and what they lead to is replaced.</summary>
    /// <exception cref="IOException">It is a folder, a device or a pipe, its folder is missing, or links lead in a circle.</exception>
    /// <exception cref="UnauthorizedAccessException">The file exists and may not be written.</exception>
    public static string Resolve(string path)
    {
        string target = Path.GetFullPath(path);
        for (int links = 0; ; links++)
        {
            if (Path.EndsInDirectorySeparator(target) || Directory.Exists(target))
                throw new IOException($"{target} is a folder, expected the path of a file.");
            string folder = RequireFolderOf(target);
            if (new FileInfo(target).LinkTarget is not { } link)
                break;
            if (links == MostLinks)
                throw new IOException($"{path}: the links lead in a circle, or there are more than {MostLinks}.");
            target = Path.GetFullPath(link, RealFolder(folder));
        }

        if (File.Exists(target))
            CheckOrdinary(target);
        return target;
    }

    /// <summary>The folder that a file stands in, or would.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static string RequireFolderOf(string path)
    {
        string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
        return Directory.Exists(folder)
            ? folder
            : throw new DirectoryNotFoundException($"{path} cannot be written: there is no folder '{folder}'. Create it before, for example with Directory.CreateDirectory.");
    }

    /// <summary>An existing folder without links on the way: two dots in a link mean the folder above the real one.</summary>
    private static string RealFolder(string folder)
    {
        if (Path.GetDirectoryName(folder) is not { } parent)
            return folder;
        string above = RealFolder(parent), path = Path.Combine(above, Path.GetFileName(folder));
        return new DirectoryInfo(path).LinkTarget is { } link ? RealFolder(Path.GetFullPath(link, above)) : path;
    }

    private static void CheckOrdinary(string target)
    {
        // Windows has its devices and pipes in folders of their own, in which no file can be created.
        if (OperatingSystem.IsWindows())
            return;

        // .NET does not tell what kind of file a path is: it must be opened. To open a pipe for one direction would wait for the other end.
        using var file = new FileStream(target, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        if (!file.CanSeek || (file.Length == 0 && !CanBeEmptied(file)))
            throw new IOException($"{target} is a device or a pipe, expected an ordinary file or none.");
    }

    /// <summary>A device has no length, as an empty file has none; but only that of a file can be set.</summary>
    private static bool CanBeEmptied(FileStream file)
    {
        try
        {
            file.SetLength(0);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
