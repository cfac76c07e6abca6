using System;

namespace GenNet;

/// <summary>Random numbers that depend on a seed and the number of a stream (SplitMix64).</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "A stream of random numbers is the term of the field.")]
public sealed class RandomStream
{
    private ulong _state;

    /// <summary>The stream of this number, of this seed.</summary>
    public RandomStream(ulong seed, ulong stream) => _state = Mix(seed) ^ Mix(~stream);

    /// <summary>Brings the items into random order (Fisher-Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            _state += 0x9E3779B97F4A7C15;
            int j = (int)Math.BigMul(Mix(_state), (ulong)i + 1, out _);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
