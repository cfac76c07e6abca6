using System;
using System.Collections.Immutable;
using System.IO;
using System.Threading;
using GenNet.Generator.Model;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Embedding;

/// <summary>An additional file of the project that may hold weights: its path and tensors, or why it cannot be read.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Tensors">What it holds.</param>
/// <param name="Problem">Why it cannot be read, or null.</param>
internal sealed record WeightsFile(string Path, EquatableArray<FileTensor> Tensors, string? Problem)
{
    public static bool IsOne(AdditionalText file) => file.Path.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase);

    public static WeightsFile Read(AdditionalText file, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            // The compiler hands out additional files as text, which these are not. A change of the file still arrives here,
            // since it makes a new AdditionalText.
#pragma warning disable RS1035
            byte[] bytes = File.ReadAllBytes(file.Path);
#pragma warning restore RS1035
            return new WeightsFile(file.Path, new EquatableArray<FileTensor>(SafeTensorsReader.Read(bytes).ToImmutableArray()), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            return new WeightsFile(file.Path, default, e.Message);
        }
    }

    /// <summary>Whether the path is what a declaration names: a file name, or the last parts of a path.</summary>
    public bool IsCalled(string name)
    {
        string path = Path.Replace('\\', '/');
        string end = name.Replace('\\', '/');
        return path.Equals(end, StringComparison.OrdinalIgnoreCase) || path.EndsWith("/" + end, StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>One tensor of a weights file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="DataType">Its type as safetensors writes it, such as F32.</param>
/// <param name="Shape">Its shape, slowest dimension first.</param>
/// <param name="Data">Its bytes, little endian.</param>
internal sealed record FileTensor(string Name, string DataType, EquatableArray<long> Shape, EquatableArray<byte> Data);
