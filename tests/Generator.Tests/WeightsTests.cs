extern alias runtime;

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using runtime::GenNet;

namespace GenNet.Generator.Tests;

/// <summary>Networks that carry their weights in the assembly.</summary>
public sealed class WeightsTests : IDisposable
{
    private const string Net = "[Network(Weights = \"net.safetensors\")] [Dense(3, 20, Activation.Tanh)] [Dense(2, Activation.Softmax)] public partial class Net;";

    private readonly string _folder = Directory.CreateTempSubdirectory("gennet").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("", "")]
    [InlineData("", "Precision = Precision.Double, ")]
    [InlineData("", "Mode = NetworkMode.Inference, ")]
    [InlineData("namespace A.B; ", "Mode = NetworkMode.Inference, Precision = Precision.Double, ")]
    public void A_network_starts_with_the_weights_of_the_file(string space, string named)
    {
        Compiled compiled = Compiled.From(
            space + Net.Replace("Weights", named + "Weights", StringComparison.Ordinal) + Reader, null, Save("net.safetensors", Tensors()));
        Assert.Empty(compiled.Reported);
        compiled.AssertNoProblem();
        Type type = compiled.Load().GetTypes().Single(type => type.Name == "Net");
        object net = Activator.CreateInstance(type)!;
        foreach (SafeTensor tensor in Tensors())
            Assert.Equal(tensor.ToArray<double>(), Read(net, tensor.Name).Select(value => (double)value));
    }

    [Fact]
    public void Numbers_of_sixteen_bits_are_widened_exactly()
    {
        // One, minus one, the largest, the smallest subnormal, minus zero, infinity, NaN, a third.
        ushort[] half = [0x3C00, 0xBC00, 0x7BFF, 0x0001, 0x8000, 0x7C00, 0x7E00, 0x3555];
        byte[] bytes = half.SelectMany(BitConverter.GetBytes).ToArray();
        float[] expected = half.Select(bits => (float)BitConverter.UInt16BitsToHalf(bits)).ToArray();
        object net = NetOfOneLayer("F16", bytes);
        Assert.Equal(expected.Select(BitConverter.SingleToUInt32Bits), Read(net, "0.weight").Select(value => BitConverter.SingleToUInt32Bits((float)value)));

        expected = half.Select(bits => BitConverter.UInt32BitsToSingle((uint)bits << 16)).ToArray();
        net = NetOfOneLayer("BF16", bytes);
        Assert.Equal(expected.Select(BitConverter.SingleToUInt32Bits), Read(net, "0.weight").Select(value => BitConverter.SingleToUInt32Bits((float)value)));
    }

    [Theory]
    [InlineData("GENNET019", "There is no additional file 'net.safetensors': give its name, ending in .safetensors, and add <AdditionalFiles Include=\"net.safetensors\" /> to the project", "other.safetensors")]
    [InlineData("GENNET021", "'net.safetensors' cannot be read as a safetensors file: its header should have 2338328219649336692 bytes, but the file has 15", "text:text is no file")]
    [InlineData("GENNET021", "'net.safetensors' cannot be read as a safetensors file: it has 3 bytes, too few for a header", "text:abc")]
    [InlineData("GENNET022", "'net.safetensors' does not fit this network: tensor 1.bias [2] is missing", "without:1.bias")]
    [InlineData("GENNET022", "'net.safetensors' does not fit this network: tensor 0.weight must be [20, 3], found [3, 20]; tensor more is unknown", "turned:0.weight")]
    [InlineData("GENNET022", "'net.safetensors' does not fit this network: tensor 0.bias must be F32 or F16 or BF16, found F64", "double:0.bias")]
    public void A_file_that_does_not_fit_is_an_error_on_the_attribute(string id, string message, string file)
    {
        Compiled compiled = Compiled.From(Net + "public static class User { public static Net Make() => new(); }", null, Odd(file));
        Diagnostic diagnostic = Assert.Single(compiled.Reported);
        Assert.Equal((id, message), (diagnostic.Id, diagnostic.GetMessage(null)));
        Assert.Equal("Network(Weights = \"net.safetensors\")", Place(diagnostic));
        compiled.AssertNoProblem();
    }

    [Fact]
    public void Two_files_of_one_name_need_more_of_the_path()
    {
        AdditionalText[] files = [Save("a/net.safetensors", Tensors()), Save("b/net.safetensors", Tensors())];
        Diagnostic diagnostic = Assert.Single(Compiled.From(Net, null, files).Reported);
        Assert.Equal("GENNET020", diagnostic.Id);
        Assert.Contains(files[0].Path, diagnostic.GetMessage(null), StringComparison.Ordinal);
        Assert.Empty(Compiled.From(Net.Replace("net.saf", "b/net.saf", StringComparison.Ordinal), null, files).Reported);
    }

    [Fact]
    public void Weights_too_large_for_an_assembly_are_refused()
    {
        SafeTensor[] tensors =
        [
            SafeTensor.Create<float>("0.weight", [2049, 2048], new float[2049 * 2048]),
            SafeTensor.Create<float>("0.bias", [2049], new float[2049]),
        ];
        Diagnostic diagnostic = Assert.Single(Compiled.From(
            "[Network(Weights = \"net.safetensors\")] [Dense(2048, 2049, Activation.Tanh)] public partial class Net;", null, Save("net.safetensors", tensors)).Reported);
        Assert.Equal("GENNET023", diagnostic.Id);
    }

    private static string Place(Diagnostic diagnostic) => diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length);

    private object NetOfOneLayer(string dataType, byte[] weights)
    {
        byte[] header = System.Text.Encoding.ASCII.GetBytes($$$"""{"0.weight":{"dtype":"{{{dataType}}}","shape":[2,4],"data_offsets":[0,{{{weights.Length}}}]}}""");
        byte[] file = [.. BitConverter.GetBytes((long)header.Length), .. header, .. weights];
        Compiled compiled = Compiled.From(
            "[Network(Weights = \"net.safetensors\")] [Dense(4, 2, Activation.Identity, Bias = false)] public partial class Net;" + Reader, null, Written("net.safetensors", file));
        Assert.Empty(compiled.Reported);
        return Activator.CreateInstance(compiled.Load().GetType("Net", throwOnError: true)!)!;
    }

    private const string Reader = """

        public static class Reader
        {
            public static double[] Read<TNet, T>(TNet net, string tensor) where TNet : class, IInferenceNetwork<TNet, T> where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> =>
                System.Array.ConvertAll(TNet.Layout.Read<T>((System.ReadOnlySpan<T>)net.Parameters, tensor), double.CreateChecked);
        }
        """;

    private static double[] Read(object net, string tensor)
    {
        Type reader = net.GetType().Assembly.GetTypes().Single(type => type.Name == "Reader");
        Type number = net.GetType().GetInterfaces().First(i => i.IsGenericType).GetGenericArguments()[1];
        return (double[])reader.GetMethod("Read")!.MakeGenericMethod(net.GetType(), number).Invoke(null, [net, tensor])!;
    }

    private static List<SafeTensor> Tensors()
    {
        float[] numbers = Enumerable.Range(0, 60).Select(i => MathF.Sin(i) * i).ToArray();
        return
        [
            SafeTensor.Create<float>("1.bias", [2], numbers.AsSpan(0, 2)),
            SafeTensor.Create<float>("1.weight", [2, 20], numbers.AsSpan(3, 40)),
            SafeTensor.Create<float>("0.weight", [20, 3], numbers),
            SafeTensor.Create<float>("0.bias", [20], numbers.AsSpan(7, 20)),
        ];
    }

    private BinaryFile Odd(string what)
    {
        string[] parts = what.Split(':');
        List<SafeTensor> tensors = Tensors();
        switch (parts[0])
        {
            case "text":
                return Written("net.safetensors", System.Text.Encoding.ASCII.GetBytes(parts[1]));
            case "without":
                tensors.RemoveAll(tensor => tensor.Name == parts[1]);
                return Save("net.safetensors", tensors);
            case "turned":
                tensors[2] = SafeTensor.Create<float>("0.weight", [3, 20], tensors[2].ToArray<float>());
                tensors.Add(SafeTensor.Create<float>("more", [1], [1f]));
                return Save("net.safetensors", tensors);
            case "double":
                tensors[3] = SafeTensor.Create<double>("0.bias", [20], tensors[3].ToArray<double>());
                return Save("net.safetensors", tensors);
            default:
                return Save(what, tensors);
        }
    }

    private BinaryFile Save(string name, IEnumerable<SafeTensor> tensors)
    {
        using var stream = new MemoryStream();
        new SafeTensorsFile(tensors, new Dictionary<string, string> { ["format"] = "pt" }).Write(stream);
        return Written(name, stream.ToArray());
    }

    private BinaryFile Written(string name, byte[] bytes)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return new BinaryFile(path);
    }

    /// <summary>As the compiler hands on a file that is no text.</summary>
    private sealed class BinaryFile(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText? GetText(CancellationToken cancellationToken = default) => null;
    }
}
