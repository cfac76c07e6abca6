using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Numerics;

namespace GenNet;

/// <summary>
/// Between a flat buffer (parameters, or any other of the same layout) and the tensors of a file. Buffers beside the
/// parameters have a prefix that ends in a slash, as in <c>optimizer.mean/0.weight</c>; no layer's name can contain one.
/// </summary>
internal static class NetworkTensors
{
    /// <summary>The prefix of the best parameters of a fit, in its checkpoints.</summary>
    public const string BestPrefix = "best/";

    /// <summary>The tensors of a buffer, dense, in the order of the layers.</summary>
    public static List<SafeTensor> Read<T>(Layout layout, ReadOnlySpan<T> buffer, string prefix = "")
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var tensors = new List<SafeTensor>(layout.Tensors.Length);
        foreach (TensorInfo tensor in layout.Tensors)
            tensors.Add(SafeTensor.Create<T>(prefix + tensor.Name, tensor.Shape.AsSpan(), layout.Read(buffer, tensor.Name)));
        return tensors;
    }

    /// <summary>Writes the parameters of a file into a buffer: all of them, or none where one does not fit.</summary>
    /// <exception cref="InvalidDataException">They do not fit; the message lists each that does not.</exception>
    public static void Write<T>(SafeTensorsFile file, string fileName, Layout layout, Span<T> buffer, string networkName)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Stage<T>(file, fileName, layout, networkName).CopyTo(buffer);

    /// <summary>
    /// The tensors of a file as a new buffer. A failure on the way, such as a lack of memory, leaves the network as it was. The
    /// padding is zero, also where training has diverged and left NaN in that of the network.
    /// </summary>
    /// <exception cref="InvalidDataException">They do not fit; the message lists each that does not.</exception>
    public static T[] Stage<T>(SafeTensorsFile file, string fileName, Layout layout, string networkName, string prefix = "")
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        List<string> problems = Problems<T>(file, layout, prefix);
        if (problems.Count > 0)
            throw new InvalidDataException($"{fileName} does not fit {networkName}: {string.Join("; ", problems)}.");
        var staged = new T[layout.Length];
        foreach (TensorInfo tensor in layout.Tensors)
            layout.Write<T>(staged, tensor.Name, file[prefix + tensor.Name].ToArray<T>());
        return staged;
    }

    private static List<string> Problems<T>(SafeTensorsFile file, Layout layout, string prefix)
    {
        var problems = new List<string>();
        foreach (TensorInfo tensor in layout.Tensors)
        {
            string name = prefix + tensor.Name;
            if (!file.Contains(name))
                problems.Add($"tensor {prefix}{tensor} is missing");
            else if (!file[name].Shape.SequenceEqual(tensor.Shape))
                problems.Add($"tensor {name} must be [{string.Join(", ", tensor.Shape)}], found [{string.Join(", ", file[name].Shape)}]");
            else if (!file[name].HoldsExactly<T>())
                problems.Add($"tensor {name} must be {AcceptedTypes<T>()}, found {file[name].DataType}");
        }

        problems.AddRange(file.Tensors.Where(tensor => !Belongs(tensor.Name, layout, prefix)).Select(tensor => $"tensor {tensor} is unknown"));
        return problems;
    }

    /// <summary>Whether a tensor is one of the layout, or of another buffer than that of the prefix.</summary>
    private static bool Belongs(string name, Layout layout, string prefix)
    {
        int slash = name.LastIndexOf('/');
        string found = name[..(slash + 1)];
        return found == prefix
            ? layout.Contains(name[(slash + 1)..])
            : found.Length == 0 || found == BestPrefix || found.StartsWith(OptimizerTensors.Prefix, StringComparison.Ordinal);
    }

    private static string AcceptedTypes<T>() => SafeTensor.DataTypeOf<T>() == "F64" ? "F64, F32, F16 or BF16" : "F32, F16 or BF16 (F64 would be rounded)";
}
