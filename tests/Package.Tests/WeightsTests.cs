using System;
using System.IO;
using System.Linq;
using System.Text;

namespace GenNet.Package.Tests;

/// <summary>A network for inference with its weights in the program: one file, with nothing to load.</summary>
public class WeightsTests(PackedPackage package)
{
    private const string Source = """
        using System;
        using GenNet;

        var net = new Xor();
        var outputs = new float[4];
        net.Forward([0, 0, 0, 1, 1, 0, 1, 1], outputs);
        foreach (float y in outputs)
            Console.Write(MathF.Round(y));

        [Network(Weights = "xor.safetensors", Mode = NetworkMode.Inference)]
        [Dense(2, 2, Activation.Sigmoid)]
        [Dense(1, Activation.Sigmoid)]
        partial class Xor;

        """;

    [Fact]
    public void A_native_program_carries_them()
    {
        FreshProject project = Project("Weights", "<TargetFramework>net9.0</TargetFramework><PublishAot>true</PublishAot>");
        project.PublishNative();
        Assert.Equal("0110", project.RunPublished().Trim());
        Assert.DoesNotContain(project.PublishedFiles(), file => file.EndsWith(".safetensors", StringComparison.Ordinal));
    }

    [Fact]
    public void A_build_carries_them() => Assert.Equal("0110", Project("WeightsBuild", "<TargetFramework>net10.0</TargetFramework>").BuildAndRun().Trim());

    private FreshProject Project(string name, string properties)
    {
        string folder = package.NewFolder(name);
        File.WriteAllBytes(Path.Combine(folder, "xor.safetensors"), Weights());
        return new FreshProject(
            folder, properties + "<OutputType>Exe</OutputType>",
            FreshProject.Reference(package) + "<AdditionalFiles Include=\"xor.safetensors\" />", Source);
    }

    /// <summary>The first hidden unit is OR, the second NAND, the output AND.</summary>
    private static byte[] Weights()
    {
        float[] numbers = [20, 20, -20, -20, -10, 30, 20, 20, -30];
        byte[] header = Encoding.UTF8.GetBytes(
            """{"0.weight":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},"0.bias":{"dtype":"F32","shape":[2],"data_offsets":[16,24]},"""
            + """
              "1.weight":{"dtype":"F32","shape":[1,2],"data_offsets":[24,32]},"1.bias":{"dtype":"F32","shape":[1],"data_offsets":[32,36]}}
              """);
        return [.. BitConverter.GetBytes((long)header.Length), .. header, .. numbers.SelectMany(BitConverter.GetBytes)];
    }
}
