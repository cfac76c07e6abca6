using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace GenNet;

/// <summary>What a network says of its declaration in one line: its own text, and how two of them differ.</summary>
internal static class NetworkDeclaration
{
    private const string Separator = "; ";

    /// <summary>The declaration of a network that has not been generated, as far as it is known.</summary>
    public static string Of<T>(ImmutableArray<LayerInfo> layers) => string.Join(Separator,
        layers.Select(layer => $"{layer.Kind}({layer.Inputs}, {layer.Outputs}, {layer.ActivationName})").Prepend("own loss").Prepend(typeof(T) == typeof(float) ? "Float" : "Double"));

    /// <summary>What differs between the network of a file and this one, each as a sentence of its own.</summary>
    public static IEnumerable<string> Differences(string then, string now)
    {
        string[] old = then.Split(Separator), present = now.Split(Separator);
        if (old.Length < 2 || present.Length < 2 || old.Length != present.Length)
            return [$"the checkpoint's network is '{then}', this one is '{now}'"];
        return Enumerable.Range(0, old.Length)
            .Where(i => old[i] != present[i])
            .Select(i => $"the checkpoint's {Part(i)} is {old[i]}, the network's is {present[i]}");
    }

    private static string Part(int index) => index switch
    {
        0 => "precision",
        1 => "loss",
        _ => $"layer {index - 1}",
    };
}
