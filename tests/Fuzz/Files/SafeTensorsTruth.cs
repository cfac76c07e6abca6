using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace GenNet.Fuzz.Files;

/// <summary>A safetensors file as its bytes say, read plainly and without any check of the format.</summary>
internal sealed class SafeTensorsTruth
{
    public SafeTensorsTruth(byte[] content)
    {
        int header = checked((int)BinaryPrimitives.ReadUInt64LittleEndian(content));
        using var json = JsonDocument.Parse(content.AsMemory(8, header));
        foreach (JsonProperty entry in json.RootElement.EnumerateObject())
        {
            if (entry.Name == "__metadata__")
            {
                foreach (JsonProperty pair in entry.Value.EnumerateObject())
                    Metadata[pair.Name] = pair.Value.GetString()!;
                continue;
            }

            int[] range = [.. entry.Value.GetProperty("data_offsets").EnumerateArray().Select(offset => offset.GetInt32())];
            Tensors[entry.Name] = Numbers(entry.Value.GetProperty("dtype").GetString()!, content.AsSpan()[(8 + header + range[0])..(8 + header + range[1])]);
        }
    }

    public Dictionary<string, string> Metadata { get; } = [];

    public Dictionary<string, double[]> Tensors { get; } = [];

    /// <summary>Asserts that a buffer of parameters, or of a layout like theirs, has the numbers of the tensors with a prefix.</summary>
    public void Is(Layout layout, ReadOnlySpan<float> buffer, string prefix)
    {
        foreach (TensorInfo tensor in layout.Tensors)
            Assert.Equal(Tensors[prefix + tensor.Name].Select(number => (float)number), layout.Read(buffer, tensor.Name));
    }

    private static double[] Numbers(string dataType, ReadOnlySpan<byte> data)
    {
        int size = dataType switch { "F64" => 8, "F32" => 4, _ => 2 };
        var numbers = new double[data.Length / size];
        for (int i = 0; i < numbers.Length; i++)
        {
            ReadOnlySpan<byte> element = data.Slice(i * size, size);
            numbers[i] = dataType switch
            {
                "F64" => BitConverter.ToDouble(element),
                "F32" => BitConverter.ToSingle(element),
                "F16" => (double)BitConverter.ToHalf(element),
                _ => BitConverter.UInt32BitsToSingle((uint)BitConverter.ToUInt16(element) << 16),
            };
        }

        return numbers;
    }
}
