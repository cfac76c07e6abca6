using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using GenNet;

namespace Playground.Learning;

/// <summary>Writes parameters as a safetensors file in half precision (F16), which the library reads: half the bytes for a visitor to load.</summary>
internal static class HalfPrecisionFile
{
    public static void Save<TNet>(INetwork<TNet, float> network, string path)
        where TNet : class, INetwork<TNet, float>
    {
        using var data = new MemoryStream();
        var header = new JsonObject { ["__metadata__"] = new JsonObject { ["format"] = "pt" } };
        foreach (TensorInfo tensor in TNet.Layout.Tensors)
        {
            long start = data.Length;
            using var writer = new BinaryWriter(data, System.Text.Encoding.UTF8, leaveOpen: true);
            foreach (float number in TNet.Layout.Read<float>(network.Parameters, tensor.Name))
                writer.Write((Half)number);
            writer.Flush();
            header[tensor.Name] = new JsonObject
            {
                ["dtype"] = "F16",
                ["shape"] = new JsonArray([.. tensor.Shape.Select(size => JsonValue.Create(size))]),
                ["data_offsets"] = new JsonArray(start, data.Length),
            };
        }

        byte[] json = JsonSerializer.SerializeToUtf8Bytes(header);
        // The numbers begin at a multiple of eight bytes; blanks fill the header.
        int padding = (8 - json.Length % 8) % 8;
        using FileStream file = File.Create(path);
        file.Write(BitConverter.GetBytes((long)json.Length + padding));
        file.Write(json);
        file.Write([.. Enumerable.Repeat((byte)' ', padding)]);
        data.WriteTo(file);
    }
}
