using System;

namespace GenNet.Package.Tests;

/// <summary>Projects that are built and run in the usual way.</summary>
public class ConsoleTests(PackedPackage package)
{
    [Theory]
    [InlineData("net10.0")]
    [InlineData("net9.0")]
    public void The_program_of_the_readme_learns_XOR(string framework)
    {
        var project = new FreshProject(
            package.NewFolder("Console" + framework),
            $"<TargetFramework>{framework}</TargetFramework><OutputType>Exe</OutputType>",
            FreshProject.Reference(package),
            ReadmeProgram.Source);
        Assert.Equal(ReadmeProgram.Output, project.BuildAndRun().Trim());
    }

    [Fact]
    public void The_program_of_the_readme_has_at_most_twelve_lines() =>
        Assert.InRange(ReadmeProgram.Source.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, 1, 12);

    [Fact]
    public void Emitted_code_compiles_under_strict_and_old_settings()
    {
        var project = new FreshProject(
            package.NewFolder("Strict"),
            """
            <TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><LangVersion>12</LangVersion><Nullable>disable</Nullable>
            <CheckForOverflowUnderflow>true</CheckForOverflowUnderflow><TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <WarningLevel>9999</WarningLevel><AnalysisLevel>latest-all</AnalysisLevel><EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
            <GenerateDocumentationFile>true</GenerateDocumentationFile><ImplicitUsings>enable</ImplicitUsings>
            """,
            FreshProject.Reference(package),
            """
            using System.Runtime.CompilerServices;
            using GenNet;

            [assembly: System.Resources.NeutralResourcesLanguage("en")]
            [assembly: CLSCompliant(false)]

            var net = new Strict.DigitNet(seed: 1);
            float[] inputs = new float[3 * 50], targets = new float[3 * 10], gradients = new float[net.Parameters.Length];
            for (int row = 0; row < 3; row++)
            {
                inputs.AsSpan(row * 50, 50).Fill(row - 1);
                targets[row * 10 + row] = 1;
            }

            var trainer = new Trainer<Strict.DigitNet>(net, new Adam(0.01f));
            float first = trainer.Step(inputs, targets), last = first;
            for (int step = 0; step < 200; step++)
                last = trainer.Step(inputs, targets);
            Console.WriteLine(first > 1 && last < 0.1f ? "learned" : FormattableString.Invariant($"loss {first} -> {last}"));

            namespace Strict
            {
                /// <summary>Loops instead of straight lines, and rows that are no whole number of vectors.</summary>
                [Network(Loss.CrossEntropy)]
                [Dense(50, 30, Activation.GELU)]
                [Dense(10, Activation.Softmax)]
                internal sealed partial class DigitNet;
            }

            """);
        Assert.Equal("learned", project.BuildAndRun().Trim());
    }
}
