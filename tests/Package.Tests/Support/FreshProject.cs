using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace GenNet.Package.Tests;

/// <summary>A project as a stranger would make it: the defaults of the SDK, a reference to the package, and what the test adds.</summary>
internal sealed class FreshProject
{
    private readonly string _folder;
    private readonly string _name;

    /// <param name="folder">An empty one.</param>
    /// <param name="properties">What the project file sets, in XML.</param>
    /// <param name="items">What it references, in XML.</param>
    /// <param name="source">Its only source file.</param>
    public FreshProject(string folder, string properties, string items, string source)
    {
        _folder = folder;
        _name = Path.GetFileName(folder);
        File.WriteAllText(ProjectFile, $"<Project Sdk=\"Microsoft.NET.Sdk\">\n<PropertyGroup>{properties}</PropertyGroup>\n<ItemGroup>{items}</ItemGroup>\n</Project>\n");
        File.WriteAllText(Path.Combine(folder, "Program.cs"), source);
    }

    /// <summary>The reference to the package, as NuGet's page of a package gives it.</summary>
    public static string Reference(PackedPackage package) => $"<PackageReference Include=\"GenNet\" Version=\"{package.Version}\" />";

    public string ProjectFile => Path.Combine(_folder, _name + ".csproj");

    /// <summary>The runtime identifier of this machine.</summary>
    public static string RuntimeIdentifier { get; } =
        $"{(OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal) ? "linux-musl" : "linux")}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";

    /// <summary>Builds it without a warning and runs it.</summary>
    public string BuildAndRun()
    {
        // Not `dotnet build`: it always ends with a summary that counts warnings.
        Dotnet.Run(_folder, "msbuild", "-restore", "-verbosity:minimal", "-p:Configuration=Release", $"-p:OutDir={Path.Combine(_folder, "built")}/").Clean();
        return Dotnet.Run(_folder, Path.Combine(_folder, "built", _name + ".dll")).Clean();
    }

    /// <summary>Publishes it without a warning.</summary>
    /// <returns>The folder.</returns>
    public string Publish(params string[] options)
    {
        ProgramResult result = TryPublish(options);
        result.Clean();
        return Published;
    }

    /// <summary>Publishes it with NativeAOT without a warning, or skips the test where this machine has not what it takes.</summary>
    /// <returns>The folder.</returns>
    public string PublishNative(params string[] options)
    {
        ProgramResult result = TryPublish(options);
        Native.SkipWhereImpossible(result);
        result.Clean();
        return Published;
    }

    /// <summary>Runs what was published.</summary>
    public string RunPublished(params string[] arguments)
    {
        string program = Path.Combine(Published, OperatingSystem.IsWindows() ? _name + ".exe" : _name);
        return Dotnet.Start(program, _folder, arguments).Clean();
    }

    /// <summary>The names of the published files, in order.</summary>
    public string[] PublishedFiles() =>
        Directory.GetFiles(Published, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Published, file)).Order(StringComparer.Ordinal).ToArray();

    private string Published => Path.Combine(_folder, "published");

    private ProgramResult TryPublish(string[] options) => Dotnet.Run(_folder, ["publish", "-c", "Release", "-o", Published, .. options]);
}
