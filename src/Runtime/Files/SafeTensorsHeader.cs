using System;
using System.Buffers;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace GenNet;

/// <summary>
/// The JSON header of a safetensors file: for each tensor its type, its shape and the range of its bytes, and optionally
/// pairs of strings as metadata. What is accepted follows the format's description and reference implementation
/// (github.com/huggingface/safetensors): names are unique, ranges fit type and shape and cover the data without gap or overlap.
/// </summary>
internal sealed class SafeTensorsHeader
{
    public const string MetadataKey = "__metadata__";

    /// <summary>The format's own limit, in bytes.</summary>
    public const int MaxLength = 100_000_000;

    /// <summary>The tensors, in the order of their data.</summary>
    public List<Entry> Entries { get; } = [];

    public Dictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);

    /// <summary>The bytes of the data behind the header.</summary>
    public long DataLength => Entries.Count == 0 ? 0 : Entries[^1].End;

    public sealed record Entry(string Name, string DataType, ImmutableArray<int> Shape, int Count, long Begin, long End);

    /// <summary>The bytes of one element, or 0 where the type is not known.</summary>
    public static int SizeOf(string dataType) => dataType switch
    {
        "F64" or "I64" or "U64" => 8,
        "F32" or "I32" or "U32" => 4,
        "F16" or "BF16" or "I16" or "U16" => 2,
        "I8" or "U8" or "BOOL" or "F8_E4M3" or "F8_E5M2" or "F8_E8M0" => 1,
        _ => 0,
    };

    /// <summary>Parses and validates a header.</summary>
    /// <exception cref="InvalidDataException">It is not valid; the message begins with the name of the file.</exception>
    public static SafeTensorsHeader Parse(ReadOnlySpan<byte> json, string file)
    {
        var header = new SafeTensorsHeader();
        try
        {
            var reader = new Utf8JsonReader(json);
            header.ParseObject(ref reader, file);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Utf8JsonReader throws InvalidOperationException for strings that are no UTF-8.
            throw new InvalidDataException($"{file}: the header is not valid JSON: {e.Message}", e);
        }

        header.CheckRanges(file);
        return header;
    }

    /// <summary>The header of the given tensors, their data laid one behind the other, padded with spaces to a multiple of 8 bytes.</summary>
    public static byte[] Write(IEnumerable<SafeTensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            if (metadata.Count > 0)
            {
                writer.WriteStartObject(MetadataKey);
                foreach ((string key, string value) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                    writer.WriteString(key, value);
                writer.WriteEndObject();
            }

            long offset = 0;
            foreach (SafeTensor tensor in tensors)
                WriteEntry(writer, tensor, ref offset);
            writer.WriteEndObject();
        }

        // With the 8 bytes of the length before it, the data then begin at a multiple of 8.
        var header = new byte[(buffer.WrittenCount + 7) / 8 * 8];
        header.AsSpan().Fill((byte)' ');
        buffer.WrittenSpan.CopyTo(header);
        return header;
    }

    private static void WriteEntry(Utf8JsonWriter writer, SafeTensor tensor, ref long offset)
    {
        writer.WriteStartObject(tensor.Name);
        writer.WriteString("dtype", tensor.DataType);
        writer.WriteStartArray("shape");
        foreach (int size in tensor.Shape)
            writer.WriteNumberValue(size);
        writer.WriteEndArray();
        writer.WriteStartArray("data_offsets");
        writer.WriteNumberValue(offset);
        offset += tensor.Data.Length;
        writer.WriteNumberValue(offset);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void ParseObject(ref Utf8JsonReader reader, string file)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new InvalidDataException($"{file}: the header must be a JSON object.");
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            if (!names.Add(name))
                throw new InvalidDataException($"{file}: the name '{name}' appears twice in the header.");
            reader.Read();
            if (name == MetadataKey)
                ParseMetadata(ref reader, file);
            else
                Entries.Add(ParseEntry(ref reader, name, file));
        }

        // Only white space may follow; the reader throws at anything else.
        reader.Read();
    }

    private void ParseMetadata(ref Utf8JsonReader reader, string file)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new InvalidDataException($"{file}: {MetadataKey} must be an object of strings.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = reader.GetString()!;
            reader.Read();
            if (reader.TokenType != JsonTokenType.String)
                throw new InvalidDataException($"{file}: the value of '{key}' in {MetadataKey} must be a string.");
            if (!Metadata.TryAdd(key, reader.GetString()!))
                throw new InvalidDataException($"{file}: the key '{key}' appears twice in {MetadataKey}.");
        }
    }

    private static Entry ParseEntry(ref Utf8JsonReader reader, string name, string file)
    {
        string? dataType = null;
        List<long>? shape = null;
        List<long>? offsets = null;
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new InvalidDataException($"{file}: tensor '{name}' must be an object with dtype, shape and data_offsets.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = reader.GetString()!;
            reader.Read();
            if (key == "dtype" && dataType is null && reader.TokenType == JsonTokenType.String)
                dataType = reader.GetString();
            else if (key == "shape" && shape is null && reader.TokenType == JsonTokenType.StartArray)
                shape = ParseNumbers(ref reader, name, key, file);
            else if (key == "data_offsets" && offsets is null && reader.TokenType == JsonTokenType.StartArray)
                offsets = ParseNumbers(ref reader, name, key, file);
            else
                throw new InvalidDataException($"{file}: tensor '{name}': '{key}' is unknown, appears twice or has another type than dtype (string), shape and data_offsets (arrays of numbers).");
        }

        if (dataType is null || shape is null || offsets is not [_, _])
            throw new InvalidDataException($"{file}: tensor '{name}' must have dtype, shape and two data_offsets.");
        return CheckEntry(name, dataType, shape, offsets[0], offsets[1], file);
    }

    private static List<long> ParseNumbers(ref Utf8JsonReader reader, string name, string key, string file)
    {
        var numbers = new List<long>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out long number) || number < 0)
                throw new InvalidDataException($"{file}: tensor '{name}': {key} must be whole numbers from 0.");
            numbers.Add(number);
        }

        return numbers;
    }

    private static Entry CheckEntry(string name, string dataType, List<long> shape, long begin, long end, string file)
    {
        int elementSize = SizeOf(dataType);
        if (elementSize == 0)
            throw new InvalidDataException($"{file}: tensor '{name}' has the unknown dtype '{dataType}'.");
        string described = $"{dataType} [{string.Join(", ", shape)}]";
        long bytes = elementSize;
        foreach (long size in shape)
        {
            if (size > int.MaxValue || (bytes *= size) > Array.MaxLength)
                throw new InvalidDataException($"{file}: tensor '{name}' {described} has more bytes than one array holds ({Array.MaxLength}).");
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
