using System;
using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;

namespace GenNet;

/// <summary>
/// Named tensors in the safetensors format, which PyTorch, JAX, NumPy and others read: 8 bytes with the length of the header
/// (little-endian), a JSON header, the data. Reading is strict: a file that the format does not allow is refused.
/// </summary>
public sealed class SafeTensorsFile
{
    private readonly FrozenDictionary<string, SafeTensor> _byName;

    /// <summary>A file of the given tensors.</summary>
    /// <param name="tensors">The tensors; they are written in this order, those of larger elements first, so that each is aligned.</param>
    /// <param name="metadata">Pairs of strings for the header; none by default.</param>
    /// <exception cref="ArgumentException">Two tensors have the same name.</exception>
    public SafeTensorsFile(IEnumerable<SafeTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        Tensors = [.. tensors.OrderByDescending(tensor => SafeTensorsHeader.SizeOf(tensor.DataType))];
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (SafeTensor tensor in Tensors)
        {
            if (!names.Add(tensor.Name))
                throw new ArgumentException($"There are two tensors with the name '{tensor.Name}'.", nameof(tensors));
        }

        Metadata = (metadata ?? ImmutableDictionary<string, string>.Empty).ToFrozenDictionary(StringComparer.Ordinal);
        _byName = Tensors.ToFrozenDictionary(tensor => tensor.Name, StringComparer.Ordinal);
    }

    /// <summary>The tensors, in the order of their data.</summary>
    public ImmutableArray<SafeTensor> Tensors { get; }

    /// <summary>The pairs of strings in the header.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>The tensor of a name.</summary>
    /// <exception cref="ArgumentException">There is none of this name; the message lists those that exist.</exception>
    public SafeTensor this[string name]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            return _byName.TryGetValue(name, out SafeTensor? tensor)
                ? tensor
                : throw new ArgumentException($"There is no tensor '{name}'; there are {string.Join(", ", Tensors.Select(t => t.Name))}.", nameof(name));
        }
    }

    /// <summary>Whether there is a tensor of this name.</summary>
    public bool Contains(string name) => _byName.ContainsKey(name);

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">The format does not allow it; the message names the file, the tensor, what was expected and what came.</exception>
    /// <exception cref="IOException">It is a folder, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static SafeTensorsFile Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = InputFile.Open(path);
        return Read(stream, path);
    }

    /// <summary>Reads the rest of a stream.</summary>
    /// <param name="stream">Read to its end and left open.</param>
    /// <param name="name">What messages call it; the path of a file stream by default.</param>
    /// <exception cref="InvalidDataException">The format does not allow it; the message says why.</exception>
    public static SafeTensorsFile Read(Stream stream, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        name ??= ByteReader.NameOf(stream);
        var reader = new ByteReader(stream, name);
        SafeTensorsHeader header = ReadHeader(reader, name);
        long expected = reader.Position + header.DataLength;
        if (reader.Remaining is { } remaining && remaining != header.DataLength)
            throw new InvalidDataException($"{name}: the header announces a file of {expected} bytes, found {reader.Position + remaining}.");

        var tensors = new List<SafeTensor>(header.Entries.Count);
        foreach (SafeTensorsHeader.Entry entry in header.Entries)
        {
            if (!reader.TryRead((int)(entry.End - entry.Begin), out byte[] data))
                throw new InvalidDataException($"{name}: truncated in tensor '{entry.Name}': the header announces a file of {expected} bytes, it ends after {reader.Position}.");
            tensors.Add(new SafeTensor(entry.Name, entry.DataType, entry.Shape, entry.Count, data));
        }

        if (!reader.AtEnd())
            throw new InvalidDataException($"{name}: the header announces a file of {expected} bytes, but more follow.");
        return new SafeTensorsFile(tensors, header.Metadata);
    }

    /// <summary>Writes a file. It is written beside its place and then renamed: on a failure, what was there stays. A link is followed, and a file keeps its mode.</summary>
    /// <exception cref="IOException">It cannot be written: its folder is missing, or the path means a folder, a device or a pipe.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Write(string path) => AtomicFile.Write(path, Write);

    /// <summary>Writes to a stream, which is left open.</summary>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        byte[] header = SafeTensorsHeader.Write(Tensors, Metadata);
        if (header.Length > SafeTensorsHeader.MaxLength)
            throw new InvalidOperationException($"The header has {header.Length} bytes, the format allows {SafeTensorsHeader.MaxLength}.");
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (SafeTensor tensor in Tensors)
            stream.Write(tensor.Data);
    }

    private static SafeTensorsHeader ReadHeader(ByteReader reader, string name)
    {
        Span<byte> lengthBytes = stackalloc byte[8];
        int read = reader.Read(lengthBytes);
        if (read < 8)
            throw new InvalidDataException($"{name}: truncated: a safetensors file begins with 8 bytes for the length of its header, this one has {read}.");
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(lengthBytes);
        if (length > SafeTensorsHeader.MaxLength)
            throw new InvalidDataException($"{name}: not a safetensors file: its header would have {length} bytes, the format allows {SafeTensorsHeader.MaxLength}.");
        if (!reader.TryRead((int)length, out byte[] json))
            throw new InvalidDataException($"{name}: truncated in the header: expected {length} bytes from byte 8 on, the file ends after {reader.Position}.");
        if (json is not [(byte)'{', ..])
            throw new InvalidDataException($"{name}: not a safetensors file: the header must begin with '{{'.");
        return SafeTensorsHeader.Parse(json, name);
    }
}
