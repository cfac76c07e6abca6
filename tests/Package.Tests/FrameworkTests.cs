using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace GenNet.Package.Tests;

/// <summary>What a project is told that the package is not for.</summary>
public partial class FrameworkTests(PackedPackage package)
{
    [Theory]
    [InlineData("net8.0")]
    [InlineData("netstandard2.0")]
    public void Restore_refuses_an_older_framework(string framework)
    {
        string folder = package.NewFolder("Framework" + framework[^3]);
        // Without what the framework itself would bring: the feed of this machine need not have it.
        _ = new FreshProject(
            folder, $"<TargetFramework>{framework}</TargetFramework><DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>",
            FreshProject.Reference(package), "");
        ProgramResult restore = Dotnet.Run(folder, "restore");
        Assert.NotEqual(0, restore.ExitCode);
        Assert.Contains("NU1202", restore.Output);
        Assert.Contains("net9.0", restore.Output);
    }

    [Fact]
    public void CSharp_11_is_told_in_one_line()
    {
        string folder = package.NewFolder("Language");
        _ = new FreshProject(
            folder, "<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><LangVersion>11</LangVersion>", FreshProject.Reference(package),
            """
            using System;
            using GenNet;

            var net = new Net(seed: 1);
            var trainer = new Trainer<Net>(net, new Adam(0.05f));
            Console.WriteLine(trainer.Step(new float[Net.InputSize], new float[Net.OutputSize]));
            net.Save("net.safetensors");

            [Network, Dense(2, 4, Activation.Tanh), Dense(1, Activation.Sigmoid)] partial class Net { }
            """);
        ProgramResult build = Dotnet.Run(folder, "build");
        Assert.NotEqual(0, build.ExitCode);
        // The summary of a build says it again.
        string told = Assert.Single(Mistake().Matches(build.Output).Select(match => match.Value).Distinct());
        Assert.StartsWith("error GENNET032: Networks need C# 12 or later, and this project is compiled as C# 11.0: ", told);
    }

    [GeneratedRegex("(error|warning) [A-Z]+[0-9]+: [^\r\n]*")]
    private static partial Regex Mistake();
}
