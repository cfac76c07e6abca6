using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace GenNet;

/// <summary>A SHA-256 of all that a file says, in its metadata: of the other metadata and of the tensors, each in the order of the names.</summary>
internal static class Checksum
{
    private const string Key = "fit.checksum";

    /// <summary>Adds the checksum to metadata that are otherwise complete.</summary>
    public static void Add(IReadOnlyCollection<SafeTensor> tensors, Dictionary<string, string> metadata) => metadata[Key] = Of(tensors, metadata);

    /// <summary>Whether a file has one.</summary>
    public static bool IsIn(SafeTensorsFile file) => file.Metadata.ContainsKey(Key);

    /// <summary>Compares the checksum of a file with what it says.</summary>
    /// <exception cref="InvalidDataException">They do not agree, or there is none.</exception>
    public static void Check(SafeTensorsFile file, string fileName)
    {
        string expected = FileMetadata.Read(file, fileName, Key), found = Of(file.Tensors, file.Metadata);
        if (found != expected)
            throw new InvalidDataException($"{fileName} is damaged: the checksum in its metadata is {expected}, that of its content {found}. Resume from an older checkpoint.");
    }

    private static string Of(IEnumerable<SafeTensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string key, string value) in metadata.Where(pair => pair.Key != Key).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Append(hash, key);
            Append(hash, value);
        }

        foreach (SafeTensor tensor in tensors.OrderBy(tensor => tensor.Name, StringComparer.Ordinal))
        {
            Append(hash, tensor.ToString());
            hash.AppendData(tensor.Data);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    /// <summary>With its length before it, so that no two sequences of texts are the same bytes.</summary>
    private static void Append(IncrementalHash hash, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
