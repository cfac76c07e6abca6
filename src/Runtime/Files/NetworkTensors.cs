using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Numerics;

namespace GenNet;

/// <summary>Between a flat buffer (parameters, or any other of the same layout) and the tensors of a file.</summary>
internal static class NetworkTensors
{
    /// <summary>The tensors of a buffer, dense, in the order of the layers.</summary>
    public static List<SafeTensor> Read<T>(Layout layout, ReadOnlySpan<T> buffer)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var tensors = new List<SafeTensor>(layout.Tensors.Length);
        foreach (TensorInfo tensor in layout.Tensors)
            tensors.Add(SafeTensor.Create<T>(tensor.Name, tensor.Shape.AsSpan(), layout.Read(buffer, tensor.Name)));
        return tensors;
    }

    /// <summary>Writes the tensors of a file into a buffer: all of them, or none where one does not fit.</summary>
    /// <exception cref="InvalidDataException">They do not fit; the message lists each that does not.</exception>
    public static void Write<T>(SafeTensorsFile file, string fileName, Layout layout, Span<T> buffer, string networkName)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        List<string> problems = Problems<T>(file, layout);
        if (problems.Count > 0)
            throw new InvalidDataException($"{fileName} does not fit {networkName}: {string.Join("; ", problems)}.");

        // Into a new buffer first: a failure on the way, such as a lack of memory, must leave the network as it was. Its padding
        // is zero, also where training has diverged and left NaN in that of the network.
        var staged = new T[buffer.Length];
        foreach (TensorInfo tensor in layout.Tensors)
            layout.Write<T>(staged, tensor.Name, file[tensor.Name].ToArray<T>());
        staged.CopyTo(buffer);
    }

    private static List<string> Problems<T>(SafeTensorsFile file, Layout layout)
    {
        var problems = new List<string>();
        foreach (TensorInfo tensor in layout.Tensors)
        {
            if (!file.Contains(tensor.Name))
                problems.Add($"tensor {tensor} is missing");
            else if (!file[tensor.Name].Shape.SequenceEqual(tensor.Shape))
                problems.Add($"tensor {tensor.Name} must be [{string.Join(", ", tensor.Shape)}], found [{string.Join(", ", file[tensor.Name].Shape)}]");
            else if (!file[tensor.Name].HoldsExactly<T>())
                problems.Add($"tensor {tensor.Name} must be {AcceptedTypes<T>()}, found {file[tensor.Name].DataType}");
        }

        problems.AddRange(file.Tensors.Where(tensor => !layout.Contains(tensor.Name)).Select(tensor => $"tensor {tensor} is unknown"));
        return problems;
    }

    private static string AcceptedTypes<T>() => SafeTensor.DataTypeOf<T>() == "F64" ? "F64, F32, F16 or BF16" : "F32, F16 or BF16 (F64 would be rounded)";
}
