using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;

namespace GenNet;

/// <summary>
/// The JSON header of a safetensors file: for each tensor its type, its shape and the range of its bytes, and optionally
/// pairs of strings as metadata. What is accepted follows the format's description and reference implementation
/// (github.com/huggingface/safetensors): names are unique, ranges fit type and shape and cover the data without gap or overlap.
/// </summary>
/// <remarks>The generator compiles this folder too: it judges a file as the runtime does.</remarks>
internal sealed class SafeTensorsHeader
{
    public const string MetadataKey = "__metadata__";

    /// <summary>The format's own limit, in bytes.</summary>
    public const int MaxLength = 100_000_000;

    /// <summary>The longest array of bytes; the framework's constant is not in netstandard.</summary>
    private const int LongestArray = 0x7FFF_FFC7;

    /// <summary>The tensors, in the order of their data.</summary>
    public List<Entry> Entries { get; } = [];

    public Dictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);

    /// <summary>The bytes of the data behind the header.</summary>
    public long DataLength => Entries.Count == 0 ? 0 : Entries[Entries.Count - 1].End;

    public sealed record Entry(string Name, string DataType, ImmutableArray<int> Shape, int Count, long Begin, long End)
    {
        public TensorDescription Description => new(Name, DataType, Shape);
    }

    /// <summary>Reads the beginning of a file, up to its data, and checks that the data are as long as it says, where the stream knows.</summary>
    /// <param name="reader">At the beginning of the file.</param>
    /// <param name="file">What messages call it.</param>
    /// <exception cref="InvalidDataException">The format does not allow it; the message begins with the name of the file.</exception>
    public static SafeTensorsHeader Read(ByteReader reader, string file)
    {
        var lengthBytes = new byte[8];
        int read = reader.Read(lengthBytes);
        if (read < 8)
            throw new InvalidDataException($"{file}: truncated: a safetensors file begins with 8 bytes for the length of its header, this one has {read}.");
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(lengthBytes);
        if (length > MaxLength)
            throw new InvalidDataException($"{file}: not a safetensors file: its header would have {length} bytes, the format allows {MaxLength}.");
        if (!reader.TryRead((int)length, out byte[] json))
            throw new InvalidDataException($"{file}: truncated in the header: expected {length} bytes from byte 8 on, the file ends after {reader.Position}.");
        if (json.Length == 0 || json[0] != '{')
            throw new InvalidDataException($"{file}: not a safetensors file: the header must begin with '{{'.");

        SafeTensorsHeader header = Parse(json, file);
        if (reader.Remaining is { } remaining && remaining != header.DataLength)
            throw new InvalidDataException($"{file}: the header announces a file of {reader.Position + header.DataLength} bytes, found {reader.Position + remaining}.");
        return header;
    }

    /// <summary>Parses and validates a header.</summary>
    /// <exception cref="InvalidDataException">It is not valid; the message begins with the name of the file.</exception>
    private static SafeTensorsHeader Parse(byte[] json, string file)
    {
        var header = new SafeTensorsHeader();
        try
        {
            header.ParseObject(new JsonText(json), file);
        }
        catch (FormatException e)
        {
            throw new InvalidDataException($"{file}: the header is not valid JSON: {e.Message}.", e);
        }

        header.CheckRanges(file);
        return header;
    }

    private void ParseObject(JsonText json, string file)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        json.Take('{');
        for (bool more = !json.TryTake('}'); more; more = json.TakeComma('}'))
        {
            string name = Key(json);
            if (!names.Add(name))
                throw new InvalidDataException($"{file}: the name '{name}' appears twice in the header.");
            if (name == MetadataKey)
                ParseMetadata(json, file);
            else
                Entries.Add(ParseEntry(json, name, file));
        }

        json.End();
    }

    private void ParseMetadata(JsonText json, string file)
    {
        if (json.Peek() != '{')
            throw new InvalidDataException($"{file}: {MetadataKey} must be an object of strings.");
        json.Take('{');
        for (bool more = !json.TryTake('}'); more; more = json.TakeComma('}'))
        {
            string key = Key(json);
            if (json.Peek() != '"')
                throw new InvalidDataException($"{file}: the value of '{key}' in {MetadataKey} must be a string.");
            if (Metadata.ContainsKey(key))
                throw new InvalidDataException($"{file}: the key '{key}' appears twice in {MetadataKey}.");
            Metadata.Add(key, json.TakeString());
        }
    }

    private static Entry ParseEntry(JsonText json, string name, string file)
    {
        string? dataType = null;
        List<long>? shape = null;
        List<long>? offsets = null;
        if (json.Peek() != '{')
            throw new InvalidDataException($"{file}: tensor '{name}' must be an object with dtype, shape and data_offsets.");
        json.Take('{');
        for (bool more = !json.TryTake('}'); more; more = json.TakeComma('}'))
        {
            string key = Key(json);
            char value = json.Peek();
            if (key == "dtype" && dataType is null && value == '"')
                dataType = json.TakeString();
            else if (key == "shape" && shape is null && value == '[')
                shape = ParseNumbers(json, name, key, file);
            else if (key == "data_offsets" && offsets is null && value == '[')
                offsets = ParseNumbers(json, name, key, file);
            else
                throw new InvalidDataException($"{file}: tensor '{name}': '{key}' is unknown, appears twice or has another type than dtype (string), shape and data_offsets (arrays of numbers).");
        }

        if (dataType is null || shape is null || offsets is not { Count: 2 })
            throw new InvalidDataException($"{file}: tensor '{name}' must have dtype, shape and two data_offsets.");
        return CheckEntry(name, dataType, shape, offsets[0], offsets[1], file);
    }

    private static string Key(JsonText json)
    {
        string key = json.TakeString();
        json.Take(':');
        return key;
    }

    private static List<long> ParseNumbers(JsonText json, string name, string key, string file)
    {
        var numbers = new List<long>();
        json.Take('[');
        for (bool more = !json.TryTake(']'); more; more = json.TakeComma(']'))
        {
            json.Peek();
            if (!json.TryTakeWhole(out long number))
                throw new InvalidDataException($"{file}: tensor '{name}': {key} must be whole numbers from 0.");
            numbers.Add(number);
        }

        return numbers;
    }

    private static Entry CheckEntry(string name, string dataType, List<long> shape, long begin, long end, string file)
    {
        int elementSize = TensorDataType.SizeOf(dataType);
        if (elementSize == 0)
            throw new InvalidDataException($"{file}: tensor '{name}' has the unknown dtype '{dataType}'.");
        string described = $"{dataType} [{string.Join(", ", shape)}]";
        long bytes = elementSize;
        foreach (long size in shape)
        {
            if (size > int.MaxValue || (bytes *= size) > LongestArray)
                throw new InvalidDataException($"{file}: tensor '{name}' {described} has more bytes than one array holds ({LongestArray}).");
        }

        if (begin > end || end - begin != bytes)
            throw new InvalidDataException($"{file}: tensor '{name}' {described} has {bytes} bytes, but its data_offsets are [{begin}, {end}].");
        return new Entry(name, dataType, [.. shape.Select(size => (int)size)], (int)(bytes / elementSize), begin, end);
    }

    /// <summary>Brings the tensors into the order of their data and checks that each begins where the one before ends.</summary>
    private void CheckRanges(string file)
    {
        Entries.Sort((a, b) => (a.Begin, a.End).CompareTo((b.Begin, b.End)));
        long expected = 0;
        foreach (Entry entry in Entries)
        {
            if (entry.Begin != expected)
            {
                string problem = entry.Begin < expected ? "overlap those of another tensor" : "leave a gap behind those of the tensor before";
                throw new InvalidDataException($"{file}: the bytes of tensor '{entry.Name}' {problem}: expected to begin at {expected}, found {entry.Begin}.");
            }

            expected = entry.End;
        }
    }
}
