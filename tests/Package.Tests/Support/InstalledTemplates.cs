using System;
using System.IO;
using System.Linq;

namespace GenNet.Package.Tests;

/// <summary>The packed templates, installed where only these tests find them.</summary>
internal sealed class InstalledTemplates
{
    private readonly string _hive;
    private readonly Lazy<string[]> _framework;

    /// <summary>Packs them as a release along with the package, and installs the file.</summary>
    public InstalledTemplates(PackedPackage package)
    {
        string feed = package.NewFolder("templates");
        PackageFile = Pack(feed, $"-p:PackageVersion={package.Version}");
        _hive = Path.Combine(feed, "hive");
        Dotnet.Run(feed, "new", "install", PackageFile, "--debug:custom-hive", _hive).Clean();
        _framework = new Lazy<string[]>(() => FrameworkWithRuntime(package.NewFolder("templates-probe")));
    }

    /// <summary>The package of the templates.</summary>
    public string PackageFile { get; }

    /// <summary>Packs the templates into a folder.</summary>
    /// <returns>The package.</returns>
    public static string Pack(string folder, params string[] options)
    {
        Dotnet.Run(PackedPackage.Repository, ["pack", "src/Templates", "--no-build", "-c", PackedPackage.Configuration, "-o", folder, .. options]).Clean();
        return Directory.GetFiles(folder, "GenNet.Templates.*.nupkg").Single();
    }

    /// <summary>Makes a project in a folder, of which it takes its name: `dotnet new` and these words.</summary>
    public ProgramResult New(string folder, params string[] arguments) => Dotnet.Run(folder, ["new", .. arguments, "--debug:custom-hive", _hive]);

    /// <summary>Makes a project that can be run and published: for the default framework, or for net9.0 where the feed has only its NativeAOT runtime.</summary>
    public TemplateProject Create(string folder, params string[] arguments)
    {
        ProgramResult created = New(folder, [.. arguments, .. _framework.Value]);
        Native.SkipWhereImpossible(created);
        created.Succeeded();
        return new TemplateProject(folder);
    }

    private string[] FrameworkWithRuntime(string folder)
    {
        // Restores the project, whose file says PublishAot.
        ProgramResult created = New(folder, "gennet");
        if (Native.LacksRuntime(created))
            return ["--framework", "net9.0"];
        created.Succeeded();
        return [];
    }
}
