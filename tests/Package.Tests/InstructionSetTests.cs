using System;
using System.Linq;

namespace GenNet.Package.Tests;

/// <summary>What the build files of the package tell the native compiler. Each answer is one that this version of it accepts.</summary>
public class InstructionSetTests
{
    private readonly FreshProject _project;
    private readonly string _folder;

    public InstructionSetTests(PackedPackage package)
    {
        _folder = package.NewFolder("InstructionSet" + Guid.NewGuid().ToString("N"));
        _project = new FreshProject(
            _folder, "<TargetFrameworks>net10.0;net9.0</TargetFrameworks><OutputType>Exe</OutputType>", FreshProject.Reference(package), ReadmeProgram.Source);
        Dotnet.Run(_folder, "restore").Clean();
    }

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
            ("net10.0", "linux-x64", "-p:GenNetInstructionSet=x86-64-v4", "x86-64-v4"),
            ("net9.0", "win-x64", "-p:GenNetInstructionSet=x86-64-v4", "x86-x64-v4"),
            ("net9.0", "linux-x64", "-p:GenNetInstructionSet=native", "native"),
            ("net9.0", "linux-x64", "-p:GenNetInstructionSet=none", ""),
            ("net9.0", "linux-x64", "-p:IlcInstructionSet=avx2", "avx2"),
            ("net9.0", "linux-x64", "-p:PublishAot=false", ""),
        ];
        Assert.Equal(
            cases.Select(one => $"{one.Framework} {one.Runtime} {one.Chosen}: {one.Expected}"),
            cases.Select(one => $"{one.Framework} {one.Runtime} {one.Chosen}: {Told(one.Framework, one.Runtime, one.Chosen)}"));
    }

    private string Told(string framework, string runtime, string chosen)
    {
        string[] options = ["-t:GenNetSetInstructionSet", "-getProperty:IlcInstructionSet", $"-p:TargetFramework={framework}", $"-p:RuntimeIdentifier={runtime}"];
        string[] choice = chosen.Length == 0 ? [] : [chosen];
        string[] aot = chosen.Contains("PublishAot", StringComparison.Ordinal) ? [] : ["-p:PublishAot=true"];
        return Dotnet.Run(_folder, ["msbuild", _project.ProjectFile, .. options, .. aot, .. choice]).Clean().Trim();
    }
}
