using System;
using System.IO;

namespace GenNet.Generator.Tests;

/// <summary>The repository that the tests were built in.</summary>
internal static class Repository
{
    /// <summary>Its folder.</summary>
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "GenNet.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
