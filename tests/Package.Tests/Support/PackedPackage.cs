using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using GenNet.Package.Tests;

[assembly: AssemblyFixture(typeof(PackedPackage))]

namespace GenNet.Package.Tests;

/// <summary>The package, packed once into a folder of its own, and the surroundings of projects that take it from there.</summary>
public sealed partial class PackedPackage : IDisposable
{
    private readonly Lazy<InstalledTemplates> _templates;
    private readonly string _root = Directory.CreateTempSubdirectory("gennet-package-").FullName;

    public PackedPackage()
    {
        _templates = new Lazy<InstalledTemplates>(() => new InstalledTemplates(this));
        // No cache can have this version.
        Version = "0.0.0-test." + DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture);
        Feed = Directory.CreateDirectory(Path.Combine(_root, "feed")).FullName;
        Dotnet.Run(Repository, "pack", "src/Runtime", "--no-build", "-c", Configuration, "-o", Feed, $"-p:PackageVersion={Version}").Clean();

        // They end the search for files of these names, which would go on in the folders above.
        foreach (string name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
            File.WriteAllText(Path.Combine(_root, name), "<Project />\n");
        File.WriteAllText(Path.Combine(_root, "nuget.config"), NugetConfig());
    }

    public string Version { get; }

    /// <summary>The folder with the package and its symbols, and nothing else.</summary>
    public string Feed { get; }

    /// <summary>The package file.</summary>
    public string PackageFile => Path.Combine(Feed, $"GenNet.{Version}.nupkg");

    /// <summary>The templates that belong to the package.</summary>
    internal InstalledTemplates Templates => _templates.Value;

    /// <summary>The root of the repository.</summary>
    public static string Repository { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../.."));

    /// <summary>What the tests, and the package with them, are built in.</summary>
    public static string Configuration { get; } =
        typeof(PackedPackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Configuration").Value!;

    /// <summary>A folder for a project, beside those of the other tests.</summary>
    public string NewFolder(string name)
    {
        string folder = Path.Combine(_root, name);
        Assert.False(Directory.Exists(folder), $"Two tests use the folder {name}.");
        return Directory.CreateDirectory(folder).FullName;
    }

    public void Dispose()
    {
        CompilerServer.ShutDown(_root);
        try
        {
            Directory.Delete(_root, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A scanner may still hold a file: the system empties its temporary folder.
        }
    }

    /// <summary>GenNet comes from the feed only, all else from where this machine takes it.</summary>
    private string NugetConfig()
    {
        string list = Dotnet.Run(_root, "nuget", "list", "source").Clean();
        string others = string.Concat(EnabledSource().Matches(list).Select(match =>
            $"    <packageSource key=\"{match.Groups[1].Value}\"><package pattern=\"*\" /></packageSource>\n"));
        string cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        // What is there already need not be fetched again; what is fetched goes with the test.
        string fallback = Directory.Exists(cache) ? $"  <fallbackPackageFolders>\n    <add key=\"cache\" value=\"{cache}\" />\n  </fallbackPackageFolders>\n" : "";
        return $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="{Path.Combine(_root, "packages")}" />
              </config>
            {fallback}  <packageSources>
                <add key="gennet-test" value="{Feed}" />
              </packageSources>
              <packageSourceMapping>
                <packageSource key="gennet-test"><package pattern="GenNet" /></packageSource>
            {others}  </packageSourceMapping>
            </configuration>

            """;
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"^\s*\d+\.\s+(.+?) \[Enabled\]", RegexOptions.Multiline)]
    private static partial Regex EnabledSource();
}
