using System;
using System.Collections.Generic;

namespace Playground.Browser;

/// <summary>Ten layers of 16 units and a sigmoid, one declaration for each activation function.</summary>
internal static class DeepNetworks
{
    /// <summary>The hidden layers of each.</summary>
    public const int HiddenLayers = 10;

    private static readonly Dictionary<string, Func<int, Model>> ByName = new()
    {
        [nameof(DeepSigmoid)] = Model.Of<DeepSigmoid>,
        [nameof(DeepTanh)] = Model.Of<DeepTanh>,
        [nameof(DeepReLU)] = Model.Of<DeepReLU>,
        [nameof(DeepLeakyReLU)] = Model.Of<DeepLeakyReLU>,
        [nameof(DeepSELU)] = Model.Of<DeepSELU>,
        [nameof(DeepGELU)] = Model.Of<DeepGELU>,
    };

    /// <summary>The names.</summary>
    public static IReadOnlyCollection<string> Names => ByName.Keys;

    /// <summary>A network whose weights are drawn from a seed as its declaration says.</summary>
    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public static Model Create(string name, int seed) => ByName.TryGetValue(name, out Func<int, Model>? create)
        ? create(seed)
        : throw new ArgumentException($"There is no network '{name}'; there are {string.Join(", ", Names)}.", nameof(name));
}
