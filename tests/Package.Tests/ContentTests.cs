using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml.Linq;

namespace GenNet.Package.Tests;

/// <summary>What is in the package, and what is not.</summary>
public class ContentTests(PackedPackage package)
{
    [Fact]
    public void The_package_has_the_runtime_the_generator_its_code_fixes_and_the_build_files_and_nothing_else()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PackageFile);
        Assert.Equal(
            [
                "GenNet.nuspec",
                "LICENSE",
                "README.md",
                "analyzers/dotnet/cs/GenNet.CodeFixes.dll",
                "analyzers/dotnet/cs/GenNet.Generator.dll",
                "build/net9.0/GenNet.targets",
                "buildTransitive/net9.0/GenNet.Weights.targets",
                "buildTransitive/net9.0/GenNet.targets",
                "icon.png",
                "lib/net10.0/GenNet.dll",
                "lib/net10.0/GenNet.xml",
                "lib/net9.0/GenNet.dll",
                "lib/net9.0/GenNet.xml",
            ],
            Files(archive));
    }

    [Fact]
    public void The_symbols_come_in_a_package_of_their_own()
    {
        using ZipArchive archive = ZipFile.OpenRead(Path.ChangeExtension(package.PackageFile, ".snupkg"));
        Assert.Equal(["GenNet.nuspec", "lib/net10.0/GenNet.pdb", "lib/net9.0/GenNet.pdb"], Files(archive));
    }

    [Fact]
    public void The_package_depends_on_nothing_and_says_what_it_is()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PackageFile);
        using Stream stream = archive.GetEntry("GenNet.nuspec")!.Open();
        XElement metadata = XDocument.Load(stream).Root!.Elements().Single();
        string Value(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;

        Assert.DoesNotContain(metadata.Descendants(), element => element.Name.LocalName is "dependency" or "frameworkReference");
        Assert.Equal(["net10.0", "net9.0"], metadata.Descendants().Where(element => element.Name.LocalName == "group").Select(group => group.Attribute("targetFramework")!.Value));
        Assert.Equal("GenNet", Value("id"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Equal("icon.png", Value("icon"));
        Assert.NotEmpty(Value("description"));
    }

    internal static string[] Files(ZipArchive archive) => archive.Entries
        .Select(entry => entry.FullName)
        // The envelope that every package has.
        .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
        .Order(StringComparer.Ordinal)
        .ToArray();
}
