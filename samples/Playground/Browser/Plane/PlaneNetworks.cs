using System;
using System.Collections.Generic;

namespace Playground.Browser;

/// <summary>The declarations that can be chosen, by name.</summary>
internal static class PlaneNetworks
{
    private static readonly Dictionary<string, Func<int, Model>> ByName = new()
    {
        [nameof(Line)] = Model.Of<Line>,
        [nameof(Sigmoid2)] = Model.Of<Sigmoid2>,
        [nameof(Sigmoid4)] = Model.Of<Sigmoid4>,
        [nameof(Sigmoid8)] = Model.Of<Sigmoid8>,
        [nameof(Sigmoid4x4)] = Model.Of<Sigmoid4x4>,
        [nameof(Sigmoid8x8)] = Model.Of<Sigmoid8x8>,
        [nameof(Sigmoid16x16)] = Model.Of<Sigmoid16x16>,
        [nameof(Tanh2)] = Model.Of<Tanh2>,
        [nameof(Tanh4)] = Model.Of<Tanh4>,
        [nameof(Tanh8)] = Model.Of<Tanh8>,
        [nameof(Tanh4x4)] = Model.Of<Tanh4x4>,
        [nameof(Tanh8x8)] = Model.Of<Tanh8x8>,
        [nameof(Tanh16x16)] = Model.Of<Tanh16x16>,
        [nameof(ReLU2)] = Model.Of<ReLU2>,
        [nameof(ReLU4)] = Model.Of<ReLU4>,
        [nameof(ReLU8)] = Model.Of<ReLU8>,
        [nameof(ReLU4x4)] = Model.Of<ReLU4x4>,
        [nameof(ReLU8x8)] = Model.Of<ReLU8x8>,
        [nameof(ReLU16x16)] = Model.Of<ReLU16x16>,
        [nameof(SiLU2)] = Model.Of<SiLU2>,
        [nameof(SiLU4)] = Model.Of<SiLU4>,
        [nameof(SiLU8)] = Model.Of<SiLU8>,
        [nameof(SiLU4x4)] = Model.Of<SiLU4x4>,
        [nameof(SiLU8x8)] = Model.Of<SiLU8x8>,
        [nameof(SiLU16x16)] = Model.Of<SiLU16x16>,
    };

    /// <summary>The names.</summary>
    public static IReadOnlyCollection<string> Names => ByName.Keys;

    /// <summary>A network whose weights are drawn from a seed.</summary>
    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public static Model Create(string name, int seed)
    {
        Check(name);
        return ByName[name](seed);
    }

    /// <exception cref="ArgumentException">There is no network of this name.</exception>
    public static void Check(string name)
    {
        if (!ByName.ContainsKey(name))
            throw new ArgumentException($"There is no network '{name}'; there are {string.Join(", ", Names)}.", nameof(name));
    }
}
