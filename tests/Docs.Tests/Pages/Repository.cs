using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace GenNet.Docs.Tests.Pages;

/// <summary>The working copy that these tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] Built = ["bin", "obj", ".git", "node_modules"];

    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The paths of all Markdown files, from the root, with slashes.</summary>
    public static IEnumerable<string> MarkdownFiles() => Markdown(Folder).Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Markdown(string folder) => Directory.EnumerateFiles(folder, "*.md")
        .Concat(Directory.EnumerateDirectories(folder).Where(inner => !Built.Contains(Path.GetFileName(inner))).SelectMany(Markdown));

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "GenNet.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
