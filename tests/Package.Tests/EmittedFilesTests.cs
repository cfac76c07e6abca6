using System;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace GenNet.Package.Tests;

/// <summary>The emitted files on disk, as docs/emitted-code.md says to get them: the project goes on building.</summary>
public class EmittedFilesTests(PackedPackage package)
{
    private const string Switch = "EmitCompilerGeneratedFiles=true";
    private const string Properties = "<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType>";

    [Fact]
    public void The_command_writes_them_whatever_was_built_before_and_the_project_builds_again()
    {
        string folder = package.NewFolder("Emitted"), command = DocumentCommands.Line("docs/emitted-code.md", Switch), program = Path.Combine(folder, "Program.cs");
        _ = new FreshProject(folder, Properties, FreshProject.Reference(package), ReadmeProgram.Source);
        string Emitted() => File.ReadAllText(Assert.Single(Directory.GetFiles(folder, "XorNet.g.cs", SearchOption.AllDirectories)));

        DocumentCommands.Run(folder, command);
        string written = Assert.Single(Directory.GetFiles(folder, "XorNet.g.cs", SearchOption.AllDirectories));
        Assert.StartsWith(Path.Combine(folder, "obj", "Debug", "net10.0", "generated") + Path.DirectorySeparatorChar, written);
        Assert.Contains("[2 x 4]", Emitted());

        // A project that is built already, and whose build has nothing to do.
        File.Delete(written);
        Dotnet.Run(folder, "build", "--no-restore").Succeeded();
        Assert.Empty(Directory.GetFiles(folder, "XorNet.g.cs", SearchOption.AllDirectories));
        DocumentCommands.Run(folder, command);
        Assert.Contains("[2 x 4]", Emitted());

        // One that changes between.
        File.WriteAllText(program, ReadmeProgram.Source.Replace("Dense(2, 4,", "Dense(2, 5,", StringComparison.Ordinal));
        Dotnet.Run(folder, "build", "--no-restore").Succeeded();
        DocumentCommands.Run(folder, command);
        Assert.Contains("[2 x 5]", Emitted());
        Dotnet.Run(folder, "build", "--no-restore").Succeeded();
    }

    [Fact]
    public void The_lines_for_the_project_file_keep_them_beside_the_sources()
    {
        string folder = package.NewFolder("Kept"), program = Path.Combine(folder, "Program.cs"), emitted = Path.Combine(folder, "generated");
        XElement lines = XElement.Parse($"<Project>{DocumentCommands.Block("docs/emitted-code.md", "<CompilerGeneratedFilesOutputPath>")}</Project>");
        string Within(string name) => string.Concat(lines.Elements(name).Single().Elements());
        _ = new FreshProject(folder, Properties + Within("PropertyGroup"), FreshProject.Reference(package) + Within("ItemGroup"), ReadmeProgram.Source);
        string Emitted() => File.ReadAllText(Assert.Single(Directory.GetFiles(emitted, "XorNet.g.cs", SearchOption.AllDirectories)));

        Dotnet.Run(folder, "build").Succeeded();
        Assert.Contains("[2 x 4]", Emitted());
        File.WriteAllText(program, ReadmeProgram.Source.Replace("Dense(2, 4,", "Dense(2, 5,", StringComparison.Ordinal));
        Dotnet.Run(folder, "build", "--no-restore").Succeeded();
        Assert.Contains("[2 x 5]", Emitted());
    }

    [Fact]
    public void The_command_for_contributors_is_the_same()
    {
        string[] ours = DocumentCommands.Line("CONTRIBUTING.md", Switch).Split(' ');
        Assert.Equal(DocumentCommands.Line("docs/emitted-code.md", Switch).Split(' '), ours[..^1]);
        Assert.True(Directory.Exists(Path.Combine(PackedPackage.Repository, ours[^1])));
    }
}
