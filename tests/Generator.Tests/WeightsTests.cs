extern alias runtime;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using runtime::GenNet;

namespace GenNet.Generator.Tests;

/// <summary>Networks that carry their weights in the assembly.</summary>
public sealed class WeightsTests : IDisposable
{
    private const string Net = "[Network(Weights = \"net.safetensors\")] [Dense(3, 20, Activation.Tanh)] [Dense(2, Activation.Softmax)] public partial class Net;";

    private readonly WeightsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "")]
    [InlineData("", "Precision = Precision.Double, ")]
    [InlineData("", "Mode = NetworkMode.Inference, ")]
    [InlineData("namespace A.B; ", "Mode = NetworkMode.Inference, Precision = Precision.Double, ")]
    public void A_network_starts_with_the_weights_of_the_file(string space, string named)
    {
        Compiled compiled = Compiled.From(
            space + Net.Replace("Weights", named + "Weights", StringComparison.Ordinal) + WeightsFolder.Reader, null, _folder.Save("net.safetensors", Tensors()));
        Assert.Empty(compiled.Reported);
        compiled.AssertNoProblem();
        Type type = compiled.Load().GetTypes().Single(type => type.Name == "Net");
        object net = Activator.CreateInstance(type)!;
        foreach (SafeTensor tensor in Tensors())
            Assert.Equal(tensor.ToArray<double>(), WeightsFolder.Read(net, tensor.Name).Select(value => (double)value));
    }

    [Fact]
    public void Numbers_of_sixteen_bits_are_widened_exactly()
    {
        // One, minus one, the largest, the smallest subnormal, minus zero, infinity, NaN, a third.
        ushort[] half = [0x3C00, 0xBC00, 0x7BFF, 0x0001, 0x8000, 0x7C00, 0x7E00, 0x3555];
        byte[] bytes = half.SelectMany(BitConverter.GetBytes).ToArray();
        float[] expected = half.Select(bits => (float)BitConverter.UInt16BitsToHalf(bits)).ToArray();
        object net = NetOfOneLayer("F16", bytes);
        Assert.Equal(expected.Select(BitConverter.SingleToUInt32Bits), WeightsFolder.Read(net, "0.weight").Select(value => BitConverter.SingleToUInt32Bits((float)value)));

        expected = half.Select(bits => BitConverter.UInt32BitsToSingle((uint)bits << 16)).ToArray();
        net = NetOfOneLayer("BF16", bytes);
        Assert.Equal(expected.Select(BitConverter.SingleToUInt32Bits), WeightsFolder.Read(net, "0.weight").Select(value => BitConverter.SingleToUInt32Bits((float)value)));
    }

    [Theory]
    [InlineData("GENNET019", "There is no additional file 'net.safetensors': give its name, ending in .safetensors, and add <AdditionalFiles Include=\"net.safetensors\" /> to the project", "other.safetensors")]
    [InlineData("GENNET021", "The weights cannot be read. {0}: not a safetensors file: its header would have 2338328219649336692 bytes, the format allows 100000000.", "text:text is no file")]
    [InlineData("GENNET021", "The weights cannot be read. {0}: truncated: a safetensors file begins with 8 bytes for the length of its header, this one has 3.", "text:abc")]
    [InlineData("GENNET021", "The weights cannot be read. {0}: not a safetensors file: the header must begin with '{{'.", "zeros:64")]
    [InlineData("GENNET021", "The weights cannot be read. {0}: tensor 'a' must be an object with dtype, shape and data_offsets.", "header:{\"a\":\"\",\"0\":[1]}")]
    [InlineData("GENNET021", "The weights cannot be read. {0}: the header is not valid JSON: expected '\"' at byte 1, found 0x30.", "header:{0:[1]}")]
    [InlineData("GENNET021", "The weights cannot be read. {0}: not a safetensors file: the header must begin with '{{'.", "header:1e]400:{")]
    [InlineData("GENNET021", "The weights cannot be read. {0}: the header announces a file of 10 bytes, found 11.", "header:{}:1")]
    [InlineData("GENNET022", "'net.safetensors' does not fit this network: tensor 1.bias [2] is missing", "without:1.bias")]
    [InlineData("GENNET022", "'net.safetensors' does not fit this network: tensor 0.weight must be [20, 3], found [3, 20]; tensor more F32 [1] is unknown", "turned:0.weight")]
    [InlineData("GENNET022", "'net.safetensors' does not fit this network: tensor 0.bias must be F32, F16 or BF16 (F64 would be rounded), found F64", "double:0.bias")]
    public void A_file_that_does_not_fit_is_an_error_on_the_attribute(string id, string message, string file)
    {
        Compiled compiled = Compiled.From(Net + "public static class User { public static Net Make() => new(); }", null, Odd(file));
        Diagnostic diagnostic = Assert.Single(compiled.Reported);
        Assert.Equal((id, string.Format(CultureInfo.InvariantCulture, message, Path.Combine(_folder.Path, "net.safetensors"))), (diagnostic.Id, diagnostic.GetMessage(CultureInfo.InvariantCulture)));
        Assert.Equal("Network(Weights = \"net.safetensors\")", Place(diagnostic));
        compiled.AssertNoProblem();
    }

    [Fact]
    public void Two_files_of_one_name_need_more_of_the_path()
    {
        AdditionalText[] files = [_folder.Save("a/net.safetensors", Tensors()), _folder.Save("b/net.safetensors", Tensors())];
        Diagnostic diagnostic = Assert.Single(Compiled.From(Net, null, files).Reported);
        Assert.Equal("GENNET020", diagnostic.Id);
        Assert.Contains(files[0].Path, diagnostic.GetMessage(null), StringComparison.Ordinal);
        Assert.Empty(Compiled.From(Net.Replace("net.saf", "b/net.saf", StringComparison.Ordinal), null, files).Reported);
    }

    [Fact]
    public void A_damaged_file_that_no_network_names_is_no_matter()
    {
        AdditionalText[] files = [_folder.Save("net.safetensors", Tensors()), _folder.Written("other.safetensors", new byte[64]), _folder.Written("more.safetensors", "\u0005\0\0\0\0\0\0\0{0:1}"u8.ToArray())];
        Compiled compiled = Compiled.From(Net, null, files);
        Assert.Empty(compiled.Reported);
        compiled.AssertNoProblem();
    }

    [Fact]
    public void A_file_that_is_no_resource_is_an_error_that_says_what_to_import()
    {
        Compiled compiled = Compiled.From(Net, null, new WeightsText(_folder.Save("net.safetensors", Tensors()).Path, resource: null));
        Diagnostic diagnostic = Assert.Single(compiled.Reported);
        Assert.Equal("GENNET031", diagnostic.Id);
        Assert.Contains("buildTransitive/net9.0/GenNet.targets", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        compiled.AssertNoProblem();
    }

    [Fact]
    public void The_state_of_an_optimizer_in_the_file_is_passed_over()
    {
        SafeTensor[] tensors = [.. Tensors(), SafeTensor.Create<float>("optimizer.mean/0.weight", [20, 3], new float[60])];
        Assert.Empty(Compiled.From(Net, null, _folder.Save("net.safetensors", tensors)).Reported);
    }

    /// <summary>16 MiB was once the limit; no source is emitted for the numbers, whatever there are.</summary>
    [Fact]
    public void Large_weights_cost_the_compiler_nothing()
    {
        SafeTensor[] tensors =
        [
            SafeTensor.Create<float>("0.weight", [2049, 2048], Enumerable.Range(0, 2049 * 2048).Select(i => (float)i).ToArray()),
            SafeTensor.Create<float>("0.bias", [2049], new float[2049]),
        ];
        Compiled compiled = Compiled.From(
            "[Network(Weights = \"net.safetensors\")] [Dense(2048, 2049, Activation.Tanh)] public partial class Net;" + WeightsFolder.Reader, null, _folder.Save("net.safetensors", tensors));
        Assert.Empty(compiled.Reported);
        Assert.All(compiled.Files, file => Assert.InRange(file.Text.Length, 1, 200_000));
        object net = Activator.CreateInstance(compiled.Load().GetType("Net", throwOnError: true)!)!;
        Assert.Equal(tensors[0].ToArray<double>(), WeightsFolder.Read(net, "0.weight"));
    }

    [Theory]
    [InlineData("R&D.safetensors")]
    [InlineData("a<b>\"c.safetensors")]
    [InlineData("line\npublic class Injected;\r\u2028\u0085.safetensors")]
    [InlineData("🙂.safetensors")]
    public void The_name_of_a_file_is_no_code(string name)
    {
        string literal = SymbolDisplay.FormatLiteral(name, quote: true);
        string declaration = Net.Replace("\"net.safetensors\"", literal, StringComparison.Ordinal);

        // Not every system has files of such names: the compiler's path is another one then.
        var file = new WeightsText(_folder.Save("net.safetensors", Tensors()).Path, "GenNet/" + name);
        Compiled compiled = OperatingSystem.IsWindows()
            ? Compiled.From(declaration.Replace(literal, "\"net.safetensors\"", StringComparison.Ordinal), null, file)
            : Compiled.From(declaration, null, _folder.Save(name, Tensors()));
        Assert.Empty(compiled.Reported);
        compiled.AssertNoProblem();
        Assert.Null(compiled.Compilation.GetTypeByMetadataName("Injected"));
        Assert.NotNull(Activator.CreateInstance(compiled.Load().GetType("Net", throwOnError: true)!));
    }

    [Fact]
    public void An_assembly_without_the_resource_says_so()
    {
        Compiled compiled = Compiled.From(Net, null, _folder.Save("net.safetensors", Tensors())) with { Resources = [] };
        Exception thrown = Assert.Throws<TargetInvocationException>(() => Activator.CreateInstance(compiled.Load().GetType("Net", throwOnError: true)!)).InnerException!;
        Assert.IsType<InvalidOperationException>(thrown);
        Assert.StartsWith("The weights of Net should be the resource 'GenNet/net.safetensors' of Project, but it has none of this name", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_file_in_the_place_of_the_one_that_was_read_is_refused()
    {
        WeightsText file = _folder.Save("net.safetensors", Tensors());
        Compiled compiled = Compiled.From(Net, null, file);
        Odd("turned:0.weight");
        Exception thrown = Assert.Throws<TargetInvocationException>(() => Activator.CreateInstance(compiled.Load().GetType("Net", throwOnError: true)!)).InnerException!;
        Assert.IsType<InvalidDataException>(thrown);
        Assert.StartsWith(
            "the resource 'GenNet/net.safetensors' of Project does not fit Net: tensor 0.weight must be [20, 3], found [3, 20]", thrown.Message, StringComparison.Ordinal);
    }

    private static string Place(Diagnostic diagnostic) => diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length);

    private object NetOfOneLayer(string dataType, byte[] weights)
    {
        byte[] header = Encoding.ASCII.GetBytes($$$"""{"0.weight":{"dtype":"{{{dataType}}}","shape":[2,4],"data_offsets":[0,{{{weights.Length}}}]}}""");
        byte[] file = [.. BitConverter.GetBytes((long)header.Length), .. header, .. weights];
        Compiled compiled = Compiled.From(
            "[Network(Weights = \"net.safetensors\")] [Dense(4, 2, Activation.Identity, Bias = false)] public partial class Net;" + WeightsFolder.Reader, null, _folder.Written("net.safetensors", file));
        Assert.Empty(compiled.Reported);
        return Activator.CreateInstance(compiled.Load().GetType("Net", throwOnError: true)!)!;
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

    private WeightsText Odd(string what)
    {
        string[] parts = what.Split(':');
        List<SafeTensor> tensors = Tensors();
        switch (parts[0])
        {
            case "text":
                return _folder.Written("net.safetensors", Encoding.ASCII.GetBytes(parts[1]));
            case "zeros":
                return _folder.Written("net.safetensors", new byte[int.Parse(parts[1], CultureInfo.InvariantCulture)]);
            case "header":
                bool trailing = what.EndsWith(":1", StringComparison.Ordinal);
                byte[] header = Encoding.ASCII.GetBytes(what[7..^(trailing ? 2 : 0)]);
                return _folder.Written("net.safetensors", [.. BitConverter.GetBytes((long)header.Length), .. header, .. new byte[trailing ? 1 : 0]]);
            case "without":
                tensors.RemoveAll(tensor => tensor.Name == parts[1]);
                return _folder.Save("net.safetensors", tensors);
            case "turned":
                tensors[2] = SafeTensor.Create<float>("0.weight", [3, 20], tensors[2].ToArray<float>());
                tensors.Add(SafeTensor.Create<float>("more", [1], [1f]));
                return _folder.Save("net.safetensors", tensors);
            case "double":
                tensors[3] = SafeTensor.Create<double>("0.bias", [20], tensors[3].ToArray<double>());
                return _folder.Save("net.safetensors", tensors);
            default:
                return _folder.Save(what, tensors);
        }
    }
}
