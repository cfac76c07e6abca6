using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace GenNet;

/// <summary>Whether the tensors of a file are those of a network: each in its shape, of a type that the network holds exactly, and no other.</summary>
internal static class TensorFit
{
    /// <summary>The prefix of the best parameters of a fit, in its checkpoints.</summary>
    public const string BestPrefix = "best/";

    /// <summary>What the names of an optimizer's tensors begin with.</summary>
    public const string OptimizerPrefix = "optimizer.";

    private const string Counter = ".num_batches_tracked";

    /// <summary>What does not fit, for a message; nothing where all does.</summary>
    /// <param name="needed">The tensors of the network.</param>
    /// <param name="found">The tensors of the file.</param>
    /// <param name="precision">That of the network.</param>
    /// <param name="prefix">What stands before the names in the file.</param>
    public static List<string> Problems(
        IReadOnlyCollection<TensorDescription> needed, IReadOnlyCollection<TensorDescription> found, Precision precision, string prefix = "")
    {
        var problems = new List<string>();
        Dictionary<string, TensorDescription> byName = found.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        foreach (TensorDescription tensor in needed)
        {
            string name = prefix + tensor.Name;
            if (!byName.TryGetValue(name, out TensorDescription? other))
                problems.Add($"tensor {name} {tensor.Dimensions} is missing");
            else if (!other.Shape.SequenceEqual(tensor.Shape))
                problems.Add($"tensor {name} must be {tensor.Dimensions}, found {other.Dimensions}");
            else if (!TensorDataType.IsHeldExactly(other.DataType, precision))
                problems.Add($"tensor {name} must be {TensorDataType.Accepted(precision)}, found {other.DataType}");
        }

        var names = new HashSet<string>(needed.Select(tensor => tensor.Name), StringComparer.Ordinal);
        problems.AddRange(found.Where(tensor => !Belongs(tensor.Name, names, prefix) && !IsCounter(tensor.Name, names))
            .Select(tensor => $"tensor {tensor.Name} {tensor.DataType} {tensor.Dimensions} is unknown"));
        return problems;
    }

    /// <summary>Whether a tensor is the number of batches that PyTorch counts beside the running statistics of a layer, which are the network's.</summary>
    private static bool IsCounter(string name, HashSet<string> names) =>
        name.EndsWith(Counter, StringComparison.Ordinal) && names.Contains($"{name.Substring(0, name.Length - Counter.Length)}.running_mean");

    /// <summary>Whether a tensor is one of the network, or of another buffer than that of the prefix.</summary>
    private static bool Belongs(string name, HashSet<string> names, string prefix)
    {
        int slash = name.LastIndexOf('/') + 1;
        string found = name.Substring(0, slash);
        return found == prefix
            ? names.Contains(name.Substring(slash))
            : found.Length == 0 || found == BestPrefix || found.StartsWith(OptimizerPrefix, StringComparison.Ordinal);
    }
}
