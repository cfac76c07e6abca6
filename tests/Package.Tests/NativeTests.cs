using System;
using System.IO;
using System.Runtime.InteropServices;

namespace GenNet.Package.Tests;

/// <summary>Programs compiled with NativeAOT.</summary>
public class NativeTests(PackedPackage package)
{
    private const long SizeLimit = 2_500_000;

    private const string Native =
        "<PublishAot>true</PublishAot><TrimMode>full</TrimMode><TrimmerSingleWarn>false</TrimmerSingleWarn><TreatWarningsAsErrors>true</TreatWarningsAsErrors>";

    private static readonly bool IsX64 = RuntimeInformation.OSArchitecture == Architecture.X64;

    [Theory]
    [InlineData("net10.0")]
    [InlineData("net9.0")]
    public void The_program_of_the_readme_becomes_one_small_native_file(string framework)
    {
        string folder = package.NewFolder("Native" + framework[..^2]);
        var project = new FreshProject(
            folder, $"<TargetFramework>{framework}</TargetFramework><OutputType>Exe</OutputType><PublishAot>true</PublishAot>", FreshProject.Reference(package), ReadmeProgram.Source);
        string published = project.PublishNative();

        // One file, and its debugging information (on macOS a folder).
        string program = Path.GetFileName(folder) + (OperatingSystem.IsWindows() ? ".exe" : "");
        string symbols = Path.GetFileName(folder) + (OperatingSystem.IsWindows() ? ".pdb" : OperatingSystem.IsMacOS() ? ".dSYM" : ".dbg");
        Assert.All(project.PublishedFiles(), file => Assert.True(file == program || file.StartsWith(symbols, StringComparison.Ordinal), $"{file} was published too."));
        Assert.InRange(new FileInfo(Path.Combine(published, program)).Length, 1, SizeLimit);
        Assert.Equal(ReadmeProgram.Output, project.RunPublished().Trim());
    }

    [Fact]
    public void The_instruction_set_reaches_a_program_through_a_library()
    {
        FreshProject project = ProgramWithLibrary();
        project.PublishNative();
        Assert.Equal($"learned, vectors of {(IsX64 ? 8 : 4)}", project.RunPublished().Trim());
    }

    /// <summary>A program that gets the package, and its build files, from a library that it references.</summary>
    private FreshProject ProgramWithLibrary()
    {
        string folder = package.NewFolder("Library");
        _ = new FreshProject(
            folder,
            "<TargetFramework>net9.0</TargetFramework><IsAotCompatible>true</IsAotCompatible><TreatWarningsAsErrors>true</TreatWarningsAsErrors>",
            FreshProject.Reference(package),
            """
            using GenNet;

            namespace Library;

            [Network]
            [Dense(24, 20, Activation.Tanh)]
            [Dense(3, Activation.Identity)]
            public partial class Controller;
            """);
        return new FreshProject(
            package.NewFolder("Program"),
            $"<TargetFramework>net9.0</TargetFramework><OutputType>Exe</OutputType>{Native}",
            $"<ProjectReference Include=\"{Path.Combine(folder, "Library.csproj")}\" />",
            """
            using System;
            using System.Numerics;
            using GenNet;
            using Library;

            var trainer = new Trainer<Controller>(new Controller(seed: 1), new Adam(0.01f));
            float[] inputs = new float[8 * 24], targets = new float[8 * 3];
            for (int i = 0; i < inputs.Length; i++)
                inputs[i] = MathF.Sin(i);
            for (int i = 0; i < targets.Length; i++)
                targets[i] = MathF.Cos(i);
            float first = trainer.Step(inputs, targets), last = first;
            for (int step = 0; step < 500; step++)
                last = trainer.Step(inputs, targets);
            Console.WriteLine($"{(last < 0.01f * first ? "learned" : "not learned")}, vectors of {Vector<float>.Count}");
            """);
    }
}
