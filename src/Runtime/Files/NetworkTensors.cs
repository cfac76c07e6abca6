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
    public const string BestPrefix = TensorFit.BestPrefix;

    /// <summary>The tensors of a buffer, dense, in the order of the layers.</summary>
    public static List<SafeTensor> Read<T>(Layout layout, ReadOnlySpan<T> buffer, string prefix = "")
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var tensors = new List<SafeTensor>(layout.Tensors.Length);
        foreach (TensorInfo tensor in layout.TensorsOf(buffer.Length))
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
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Stage<T>(file, fileName, layout, layout.Length, networkName, prefix);

    /// <summary>The same of a buffer that may end with what is trained, as those of optimizers do.</summary>
    /// <exception cref="InvalidDataException">They do not fit; the message lists each that does not.</exception>
    public static T[] Stage<T>(SafeTensorsFile file, string fileName, Layout layout, int length, string networkName, string prefix)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TensorInfo[] needed = [.. layout.TensorsOf(length)];
        CheckFit<T>([.. file.Tensors.Select(tensor => tensor.Description)], fileName, needed, networkName, prefix);
        var staged = new T[length];
        foreach (TensorInfo tensor in needed)
            layout.Write<T>(staged, tensor.Name, file[prefix + tensor.Name].ToArray<T>());
        return staged;
    }

    /// <summary>Checks that the tensors of a file are those of a network.</summary>
    /// <exception cref="InvalidDataException">They are not; the message lists each that does not fit.</exception>
    public static void CheckFit<T>(
        IReadOnlyCollection<TensorDescription> found, string fileName, IReadOnlyCollection<TensorInfo> needed, string networkName, string prefix = "")
    {
        List<string> problems = TensorFit.Problems(
            [.. needed.Select(tensor => new TensorDescription(tensor.Name, "", tensor.Shape))], found, SafeTensor.PrecisionOf<T>(), prefix);
        if (problems.Count > 0)
            throw new InvalidDataException($"{fileName} does not fit {networkName}: {string.Join("; ", problems)}.");
    }
}
