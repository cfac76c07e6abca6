using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Runtime.Serialization.Json;
using System.Xml;
using System.Xml.Linq;
using GenNet.Generator.Model;

namespace GenNet.Generator.Embedding;

/// <summary>
/// Reads a safetensors file: the length of the header, 8 bytes; the header, JSON; the tensors. The framework's JSON reader is
/// the one in the netstandard surface, since an analyzer cannot bring a library along.
/// </summary>
internal static class SafeTensorsReader
{
    /// <summary>The tensors in the order of the header.</summary>
    /// <exception cref="FormatException">The bytes are no safetensors file.</exception>
    public static IEnumerable<FileTensor> Read(byte[] file)
    {
        if (file.Length < sizeof(ulong))
            throw new FormatException($"it has {file.Length} bytes, too few for a header");
        ulong length = BitConverter.ToUInt64(file, 0);
        if (length > (ulong)(file.Length - sizeof(ulong)))
            throw new FormatException($"its header should have {length} bytes, but the file has {file.Length}");

        int data = sizeof(ulong) + (int)length;
        return Header(file, (int)length).Elements().Select(entry => (Name: NameOf(entry), Entry: entry))
            .Where(pair => pair.Name != "__metadata__").Select(pair => Tensor(pair.Name, pair.Entry, file, data)).ToList();
    }

    private static XElement Header(byte[] file, int length)
    {
        try
        {
            using XmlDictionaryReader reader = JsonReaderWriterFactory.CreateJsonReader(file, sizeof(ulong), length, XmlDictionaryReaderQuotas.Max);
            return XElement.Load(reader);
        }
        catch (XmlException e)
        {
            throw new FormatException("its header is no JSON: " + e.Message, e);
        }
    }

    /// <summary>A key that is no XML name, such as 0.weight, stands in an attribute.</summary>
    private static string NameOf(XElement entry) => (string?)entry.Attribute("item") ?? entry.Name.LocalName;

    private static FileTensor Tensor(string name, XElement entry, byte[] file, int data)
    {
        string type = entry.Element("dtype")?.Value ?? throw new FormatException($"tensor '{name}' has no dtype");
        ImmutableArray<long> shape = Numbers(entry, "shape", name);
        ImmutableArray<long> offsets = Numbers(entry, "data_offsets", name);
        if (offsets.Length != 2 || offsets[0] < 0 || offsets[1] < offsets[0] || offsets[1] > file.Length - data)
            throw new FormatException($"the data of tensor '{name}' lie outside the file");
        return new FileTensor(
            name, type, new EquatableArray<long>(shape),
            new EquatableArray<byte>(ImmutableArray.Create(file, data + (int)offsets[0], (int)(offsets[1] - offsets[0]))));
    }

    private static ImmutableArray<long> Numbers(XElement entry, string key, string tensor)
    {
        XElement list = entry.Element(key) ?? throw new FormatException($"tensor '{tensor}' has no {key}");
        return list.Elements()
            .Select(item => long.TryParse(item.Value, NumberStyles.None, CultureInfo.InvariantCulture, out long value)
                ? value
                : throw new FormatException($"{key} of tensor '{tensor}' holds '{item.Value}', which is no size"))
            .ToImmutableArray();
    }
}
