using System;
using System.IO;
using System.Linq;

namespace GenNet.Package.Tests;

/// <summary>What the build files of the package tell the native compiler. Each answer is one that this version of it accepts.</summary>
public class InstructionSetTests(PackedPackage package)
{
    /// <summary>A target of the project that tells the answer.</summary>
    private const string Tell = """
        <Project>
          <Target Name="Tell" DependsOnTargets="GenNetSetInstructionSet">
            <Message Importance="high" Text="told: $(Asked): $(IlcInstructionSet)" />
          </Target>
        </Project>

        """;

    [Fact]
    public void It_fits_the_processor_and_the_compiler_and_gives_way()
    {
        (string Framework, string Runtime, string Chosen, string Expected)[] cases =
        [
            ("net9.0", "linux-x64", "", "x86-x64-v3"),
            ("net10.0", "linux-x64", "", "x86-64-v3"),
            ("net10.0", "linux-musl-x64", "", "x86-64-v3"),
            ("net10.0", "win-x64", "", "x86-64-v3"),
            ("net10.0", "osx-x64", "", "x86-64-v3"),
            ("net10.0", "linux-arm64", "", ""),
            ("net10.0", "osx-arm64", "", ""),
            ("net10.0", "linux-bionic-x64", "", ""),
            ("net10.0", "linux-x64", "GenNetInstructionSet=x86-64-v4", "x86-64-v4"),
            ("net9.0", "win-x64", "GenNetInstructionSet=x86-64-v4", "x86-x64-v4"),
            ("net9.0", "linux-x64", "GenNetInstructionSet=native", "native"),
            ("net9.0", "linux-x64", "GenNetInstructionSet=none", ""),
            ("net9.0", "linux-x64", "IlcInstructionSet=avx2", "avx2"),
            ("net9.0", "linux-x64", "PublishAot=false", ""),
        ];
        string folder = package.NewFolder("InstructionSet");
        var project = new FreshProject(
            folder, "<TargetFrameworks>net10.0;net9.0</TargetFrameworks><OutputType>Exe</OutputType>", FreshProject.Reference(package), ReadmeProgram.Source);
        File.WriteAllText(Path.Combine(folder, "Directory.Build.targets"), Tell);
        Dotnet.Run(folder, "restore").Clean();

        // One process for all: each asks the project with global properties of its own, as a command line would set them.
        string asked = string.Concat(cases.Select((one, i) => $"""
                <MSBuild Projects="{project.ProjectFile}" Targets="Tell"
                         Properties="PublishAot=true;Asked={i};TargetFramework={one.Framework};RuntimeIdentifier={one.Runtime};{one.Chosen}" />

            """));
        File.WriteAllText(Path.Combine(folder, "Ask.proj"), $"<Project>\n  <Target Name=\"Ask\">\n{asked}  </Target>\n</Project>\n");
        string output = Dotnet.Run(folder, "msbuild", "Ask.proj", "-verbosity:minimal").Clean();
        string[] told = [.. output.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("told: ", StringComparison.Ordinal))];
        Assert.Equal(cases.Select((one, i) => $"told: {i}: {one.Expected}".Trim()), told);
    }
}
