using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace GenNet.Package.Tests;

/// <summary>The version of a pack: its own, so that NuGet never serves what it has kept of another; in a release that of the tag.</summary>
public partial class VersionTests(PackedPackage package)
{
    [Fact]
    public void The_commands_of_the_docs_bring_the_newest_pack_of_a_working_copy()
    {
        string surroundings = package.NewFolder("WorkingCopy"), folder = Directory.CreateDirectory(Path.Combine(surroundings, "App")).FullName;
        // As for a stranger: no source is for one package only.
        File.WriteAllText(Path.Combine(surroundings, "nuget.config"), "<configuration><packageSourceMapping><clear /></packageSourceMapping></configuration>\n");
        var project = new FreshProject(folder, "<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType>", "", ReadmeProgram.Source);
        string[] commands = DocumentCommands.Block("docs/getting-started.md", "path/to/GenNet/src/Runtime").Split('\n');
        Assert.Equal(["pack", "new", "nuget", "add"], commands.Select(command => command.Split(' ')[1]));
        string pack = commands[0].Replace("-c Release path/to/GenNet", $"--no-build -c {PackedPackage.Configuration} {PackedPackage.Repository}", StringComparison.Ordinal);

        DocumentCommands.Run(folder, pack);
        DocumentCommands.Run(folder, commands[1]);
        // The machine may be without a net; what is published there one day is not what is tested.
        Dotnet.Run(folder, "nuget", "remove", "source", "nuget", "--configfile", "nuget.config").Succeeded();
        DocumentCommands.Run(folder, commands[2]);
        DocumentCommands.Run(folder, commands[3]);
        string first = Referenced(project);
        Assert.Equal(ReadmeProgram.Output, project.BuildAndRun().Trim());

        DocumentCommands.Run(folder, pack);
        DocumentCommands.Run(folder, commands[3]);
        string second = Referenced(project);
        Assert.True(string.CompareOrdinal(second, first) > 0, $"{second} came after {first}.");
        Assert.Equal(ReadmeProgram.Output, project.BuildAndRun().Trim());
    }

    [Fact]
    public void The_pack_of_a_release_has_the_version_of_its_tag()
    {
        string folder = package.NewFolder("Release");
        Dotnet.Run(PackedPackage.Repository, "pack", "src/Runtime", "--no-build", "-c", PackedPackage.Configuration, "-o", folder, "-p:Version=1.2.3").Clean();
        Assert.Equal(["GenNet.1.2.3.nupkg", "GenNet.1.2.3.snupkg"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static string Referenced(FreshProject project)
    {
        Match reference = Reference().Match(File.ReadAllText(project.ProjectFile));
        Assert.True(reference.Success, File.ReadAllText(project.ProjectFile));
        return reference.Groups[1].Value;
    }

    // The time in fourteen digits: in the order of time, whether a number or a text is compared.
    [GeneratedRegex("""Include="GenNet" Version="([0-9]+\.[0-9]+\.[0-9]+-dev\.[0-9]{14})" """)]
    private static partial Regex Reference();
}
