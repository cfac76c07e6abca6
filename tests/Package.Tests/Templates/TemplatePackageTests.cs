using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text.RegularExpressions;

namespace GenNet.Package.Tests.Templates;

/// <summary>What is in the package of the templates, and what becomes of names and versions.</summary>
public partial class TemplatePackageTests(PackedPackage package)
{
    [Fact]
    public void The_package_has_the_templates_and_nothing_else()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.Templates.PackageFile);
        Assert.Equal(
            [
                "GenNet.Templates.nuspec",
                "LICENSE",
                "README.md",
                "content/gennet-classifier/.template.config/dotnetcli.host.json",
                "content/gennet-classifier/.template.config/template.json",
                "content/gennet-classifier/Classifier.cs",
                "content/gennet-classifier/CsvFile.cs",
                "content/gennet-classifier/GenNet-Project.1.csproj",
                "content/gennet-classifier/Model.cs",
                "content/gennet-classifier/Program.cs",
                "content/gennet-classifier/README.md",
                "content/gennet-classifier/fruit.csv",
                "content/gennet-classifier/unknown.csv",
                "content/gennet/.template.config/dotnetcli.host.json",
                "content/gennet/.template.config/template.json",
                "content/gennet/GenNet-Project.1.csproj",
                "content/gennet/Plane.cs",
                "content/gennet/Program.cs",
                "content/gennet/README.md",
                "content/gennet/SpiralNet.cs",
                "content/gennet/Spirals.cs",
                "icon.png",
            ],
            ContentTests.Files(archive));
        using var nuspec = new StreamReader(archive.GetEntry("GenNet.Templates.nuspec")!.Open());
        string text = nuspec.ReadToEnd();
        Assert.Contains("<packageType name=\"Template\" />", text);
        Assert.DoesNotContain("<dependency", text);
    }

    [Fact]
    public void A_release_references_itself_and_a_development_pack_the_newest()
    {
        string release = InstalledTemplates.Pack(package.NewFolder("templates-release"), "-p:Version=1.2.3");
        Assert.Equal("GenNet.Templates.1.2.3.nupkg", Path.GetFileName(release));
        Assert.Equal(["1.2.3", "1.2.3"], Referenced(release));

        string development = InstalledTemplates.Pack(package.NewFolder("templates-development"));
        Match version = DevelopmentVersion().Match(Path.GetFileName(development));
        Assert.True(version.Success, development);
        string newest = version.Groups[1].Value + "-*";
        Assert.Equal([newest, newest], Referenced(development));
        Assert.Equal([package.Version, package.Version], Referenced(package.Templates.PackageFile));
    }

    /// <summary>Names that are no identifiers, and those of types that the programs use, of the package and of the network.</summary>
    [Fact]
    public void Any_name_of_a_folder_compiles()
    {
        string surroundings = package.NewFolder("Names");
        (string Template, string Name)[] cases =
        [
            ("gennet", "my-net"), ("gennet", "3d"), ("gennet", "GenNet"), ("gennet", "SpiralNet"),
            ("gennet-classifier", "a b.c"), ("gennet-classifier", "Model"),
        ];
        string[] projects = [.. cases.Select(one => Path.Combine(one.Template, one.Name, one.Name + ".csproj"))];
        foreach (((string template, string name), string project) in cases.Zip(projects))
        {
            string folder = Directory.CreateDirectory(Path.Combine(surroundings, template, name)).FullName;
            package.Templates.New(folder, template, "--no-restore").Clean();
            Assert.True(File.Exists(Path.Combine(surroundings, project)));
        }

        File.WriteAllText(
            Path.Combine(surroundings, "Names.slnx"), $"<Solution>{string.Concat(projects.Select(project => $"<Project Path=\"{project.Replace('\\', '/')}\" />"))}</Solution>\n");
        // Compiled natively they are in other tests, and not every feed has what that takes for the default framework.
        Dotnet.Run(surroundings, "msbuild", "Names.slnx", "-restore", "-verbosity:minimal", "-p:PublishAot=false", "-warnaserror").Clean();

        // The default framework: here it runs.
        string built = Assert.Single(Directory.GetFiles(Path.Combine(surroundings, "gennet", "GenNet", "bin"), "GenNetApp.dll", SearchOption.AllDirectories));
        Assert.Contains(Path.DirectorySeparatorChar + "net10.0" + Path.DirectorySeparatorChar, built);
        Assert.Contains("epoch 200 ", Dotnet.Run(surroundings, built).Clean());
    }

    [Fact]
    public void The_help_names_the_options()
    {
        string help = package.Templates.New(package.NewFolder("Help"), "gennet-classifier", "--help").Clean();
        Assert.Matches(@"-fe, --features <features> +The columns of numbers", help);
        Assert.Matches(@"-c, --classes <classes> +The different classes", help);
        Assert.Matches(@"-f, --framework <choice>", help);
    }

    /// <summary>The version of the package that the projects of each template reference.</summary>
    private static string[] Referenced(string packageFile)
    {
        using ZipArchive archive = ZipFile.OpenRead(packageFile);
        string Version(ZipArchiveEntry entry)
        {
            using var project = new StreamReader(entry.Open());
            return Reference().Match(project.ReadToEnd()).Groups[1].Value;
        }

        return [.. archive.Entries.Where(entry => entry.FullName.EndsWith(".csproj", StringComparison.Ordinal)).Select(Version)];
    }

    [GeneratedRegex("""<PackageReference Include="GenNet" Version="([^"]*)" />""")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^GenNet\.Templates\.([0-9]+\.[0-9]+\.[0-9]+)-dev\.[0-9]{14}\.nupkg$")]
    private static partial Regex DevelopmentVersion();
}
