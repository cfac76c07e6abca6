using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Security;
using System.Threading;
using GenNet.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GenNet.Generator.Embedding;

/// <summary>An additional file of the project that may hold weights: its path and tensors, or why it cannot be read.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Tensors">What it holds, in the order of the data.</param>
/// <param name="Problem">Why it cannot be read, or null.</param>
/// <param name="Resource">The name of the assembly's resource that it is, or null where it is none.</param>
internal sealed record WeightsFile(string Path, EquatableArray<FileTensor> Tensors, string? Problem, string? Resource = null)
{
    /// <summary>The metadata of the file's item that names its resource; GenNet.targets sets it and makes it visible here.</summary>
    public const string ResourceKey = "build_metadata.AdditionalFiles.GenNetResource";

    public static bool IsOne(AdditionalText file) => file.Path.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the header. A file that cannot be read is of no interest until a network names it.</summary>
    public static WeightsFile Read(AdditionalText file, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            // The compiler hands out additional files as text, which these are not. A change of the file still arrives here,
            // since it makes a new AdditionalText.
#pragma warning disable RS1035
            using FileStream stream = File.OpenRead(file.Path);
#pragma warning restore RS1035
            SafeTensorsHeader header = SafeTensorsHeader.Read(new ByteReader(stream, file.Path), file.Path);
            return new WeightsFile(
                file.Path,
                new EquatableArray<FileTensor>(header.Entries
                    .Select(entry => new FileTensor(entry.Name, entry.DataType, new EquatableArray<int>(entry.Shape))).ToImmutableArray()),
                null);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException or SecurityException or NotSupportedException or ArgumentException)
        {
            return new WeightsFile(file.Path, default, e.Message);
        }
    }

    /// <summary>The same file, with what the project says of it.</summary>
    public WeightsFile With(AnalyzerConfigOptions options) =>
        this with { Resource = options.TryGetValue(ResourceKey, out string? name) && name.Length > 0 ? name : null };

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
internal sealed record FileTensor(string Name, string DataType, EquatableArray<int> Shape);
