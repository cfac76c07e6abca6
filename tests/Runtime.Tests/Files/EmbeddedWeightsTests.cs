using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using GenNet.CompilerServices;

namespace GenNet.Tests.Files;

/// <summary>A resource of an assembly as parameters: as memory, which is what frameworks hand out, and as any other stream.</summary>
public sealed class EmbeddedWeightsTests
{
    private static readonly float[] Weight = [1.5f, -2, 0.25f, float.NaN, -0f, 1 / 3f];

    private static readonly Layout Padded = new(
        14,
        new TensorInfo("0.weight", TensorRole.Weight, [2, 3], [1, 4], 0, 3, 2, Init.Zeros),
        new TensorInfo("0.bias", TensorRole.Bias, [2], [1], 12, 3, 2, Init.Zeros));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Each_tensor_comes_to_its_place(bool mapped)
    {
        byte[] file = FileOf(SafeTensor.Create<float>("0.bias", [2], [7, 8]), SafeTensor.Create<float>("0.weight", [2, 3], Weight));
        float[] floats = Read<float>(file, mapped);
        Assert.Equal(Weight, Padded.Read<float>(floats, "0.weight"));
        Assert.Equal([7, 8], Padded.Read<float>(floats, "0.bias"));
        Assert.Equal(0, floats[2]);
        Assert.Equal(Weight.Select(value => (double)value), Padded.Read<double>(Read<double>(file, mapped), "0.weight"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_resource_that_does_not_fit_is_refused_by_name(bool mapped)
    {
        byte[] file = FileOf(SafeTensor.Create<double>("0.weight", [2, 3], new double[6]), SafeTensor.Create<float>("0.bias", [3], new float[3]));
        Assert.Equal(
            "the resource does not fit Net: tensor 0.weight must be F32, F16 or BF16 (F64 would be rounded), found F64; tensor 0.bias must be [2], found [3].",
            Assert.Throws<InvalidDataException>(() => Read<float>(file, mapped)).Message);
        Assert.StartsWith("the resource: ", Assert.Throws<InvalidDataException>(() => Read<float>(file[..^1], mapped)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_assembly_without_the_resource_is_named() => Assert.StartsWith(
        "The weights of EmbeddedWeightsTests should be the resource 'no' of GenNet.Runtime.Tests, but it has none of this name",
        Assert.Throws<InvalidOperationException>(() => EmbeddedWeights.Read<float>(typeof(EmbeddedWeightsTests), "no", new float[14], Padded)).Message,
        StringComparison.Ordinal);

    private static byte[] FileOf(params IEnumerable<SafeTensor> tensors)
    {
        using var stream = new MemoryStream();
        new SafeTensorsFile(tensors).Write(stream);
        return stream.ToArray();
    }

    private static unsafe T[] Read<T>(byte[] file, bool mapped)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        var parameters = new T[Padded.Length];
        if (!mapped)
        {
            EmbeddedWeights.Read<T>(new MemoryStream(file), "the resource", "Net", parameters, Padded);
            return parameters;
        }

        // At an odd address: no alignment is promised.
        byte* memory = (byte*)NativeMemory.Alloc((nuint)file.Length + 1);
        try
        {
            file.CopyTo(new Span<byte>(memory + 1, file.Length));
            using var stream = new UnmanagedMemoryStream(memory + 1, file.Length);
            EmbeddedWeights.Read<T>(stream, "the resource", "Net", parameters, Padded);
            return parameters;
        }
        finally
        {
            NativeMemory.Free(memory);
        }
    }
}
