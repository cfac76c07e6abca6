using System;
using System.IO;
using System.Linq;
using System.Text;

namespace GenNet.Package.Tests;

/// <summary>A network for inference with its weights in the program, as a resource: one file, with nothing to load.</summary>
public class WeightsTests(PackedPackage package)
{
    private const string Source = """
        using System;
        using System.Numerics;
        using GenNet;

        var net = new Xor();
        var outputs = new float[4];
        net.Forward([0, 0, 0, 1, 1, 0, 1, 1], outputs);
        foreach (float y in outputs)
            Console.Write(MathF.Round(y));
        if (args is ["--vectors"])
            Console.Write($", vectors of {Vector<float>.Count}");

        [Network(Weights = "xor.safetensors", Mode = NetworkMode.Inference)]
        [Dense(2, 2, Activation.Sigmoid)]
        [Dense(1, Activation.Sigmoid)]
        partial class Xor;

        """;

    [Fact]
    public void A_native_program_carries_them_also_with_another_instruction_set()
    {
        FreshProject project = Project("Weights", "<TargetFramework>net9.0</TargetFramework><PublishAot>true</PublishAot>");
        project.PublishNative("-p:GenNetInstructionSet=none");
        Assert.Equal("0110, vectors of 4", project.RunPublished("--vectors").Trim());
        Assert.DoesNotContain(project.PublishedFiles(), file => file.EndsWith(".safetensors", StringComparison.Ordinal));
    }

    [Fact]
    public void A_trimmed_program_carries_them()
    {
        FreshProject project = Project(
            "WeightsTrimmed", "<TargetFramework>net10.0</TargetFramework><TreatWarningsAsErrors>true</TreatWarningsAsErrors><PublishTrimmed>true</PublishTrimmed><TrimMode>full</TrimMode>");
        project.Publish("-r", FreshProject.RuntimeIdentifier, "--self-contained");
        Assert.Equal("0110", project.RunPublished().Trim());
    }

    /// <summary>The name looks like a translation's, has what editorconfig files and XML have taken, and there are two of it.</summary>
    [Fact]
    public void A_build_carries_them_and_follows_their_changes()
    {
        FreshProject project = Project("WeightsBuild", "<TargetFramework>net10.0</TargetFramework>", "a/xor & o'co #1.de.safetensors", "b/xor & o'co #1.de.safetensors");
        Assert.Equal("0110", project.BuildAndRun().Trim());

        float[] inverted = [.. Numbers[..6], .. Numbers[6..].Select(number => -number)];
        File.WriteAllBytes(Path.Combine(Path.GetDirectoryName(project.ProjectFile)!, "a", "xor & o'co #1.de.safetensors"), Weights(inverted));
        Assert.Equal("1001", project.BuildAndRun().Trim());
    }

    private FreshProject Project(string name, string properties, params string[] files)
    {
        files = files.Length == 0 ? ["xor.safetensors"] : files;
        string folder = package.NewFolder(name);
        foreach (string file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
            File.WriteAllBytes(Path.Combine(folder, file), Weights(Numbers));
        }

        return new FreshProject(
            folder, properties + "<OutputType>Exe</OutputType>",
            FreshProject.Reference(package) + "<AdditionalFiles Include=\"**/*.safetensors\" />",
            Source.Replace("xor.safetensors", files[0], StringComparison.Ordinal));
    }

    /// <summary>The first hidden unit is OR, the second NAND, the output AND.</summary>
    private static float[] Numbers { get; } = [20, 20, -20, -20, -10, 30, 20, 20, -30];

    private static byte[] Weights(float[] numbers)
    {
        byte[] header = Encoding.UTF8.GetBytes(
            """{"0.weight":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},"0.bias":{"dtype":"F32","shape":[2],"data_offsets":[16,24]},"""
            + """
              "1.weight":{"dtype":"F32","shape":[1,2],"data_offsets":[24,32]},"1.bias":{"dtype":"F32","shape":[1],"data_offsets":[32,36]}}
              """);
        return [.. BitConverter.GetBytes((long)header.Length), .. header, .. numbers.SelectMany(BitConverter.GetBytes)];
    }
}
