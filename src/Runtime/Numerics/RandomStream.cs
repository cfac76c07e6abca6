using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.Intrinsics;

namespace GenNet;

/// <summary>
/// Random numbers that are the same on every machine and in every version: a sequence of 32-bit words, given by a seed and
/// the number of a stream. Streams of one seed are independent of each other. Not for use by several threads at once.
/// </summary>
/// <remarks>
/// Word p of the sequence is word p mod 4 of <see cref="Philox.Block"/> with the key <c>seed</c> and the counter
/// (q, q / 2^32, stream, stream / 2^32), each modulo 2^32, where q = p / 4 rounded down. <see cref="Position"/> is p, and it is
/// the whole state.
/// </remarks>
[SuppressMessage("Naming", "CA1711", Justification = "A stream is what the field calls a sequence of random numbers.")]
public sealed class RandomStream
{
    private readonly ulong _seed;
    private readonly ulong _stream;
    private Vector128<uint> _words;

    // No block has this number: blocks are a quarter of the positions.
    private ulong _block = ulong.MaxValue;

    /// <summary>The sequence of a seed and a stream, from its start.</summary>
    [CLSCompliant(false)]
    public RandomStream(ulong seed, ulong stream = 0)
    {
        _seed = seed;
        _stream = stream;
    }

    /// <summary>How many 32-bit words have been taken. Setting it goes on from there, at no cost.</summary>
    [CLSCompliant(false)]
    public ulong Position { get; set; }

    /// <summary>The next word, uniform over all 2^32. Takes one word.</summary>
    [CLSCompliant(false)]
    public uint NextUInt32()
    {
        ulong block = Position / 4;
        if (block != _block)
        {
            _words = Philox.Block(
                Vector128.Create((uint)block, (uint)(block >> 32), (uint)_stream, (uint)(_stream >> 32)), _seed);
            _block = block;
        }

        uint word = _words[(int)(Position % 4)];
        Position = unchecked(Position + 1);
        return word;
    }

    /// <summary>Uniform over all 2^64. Takes two words, the lower half first.</summary>
    [CLSCompliant(false)]
    public ulong NextUInt64()
    {
        ulong low = NextUInt32();
        return (ulong)NextUInt32() << 32 | low;
    }

    /// <summary>Uniform in [0, 1): a multiple of 2^-53, the upper 53 bits of <see cref="NextUInt64"/>. Takes two words.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [0, 1): a multiple of 2^-24, the upper 24 bits of <see cref="NextUInt32"/>. Takes one word.</summary>
    public float NextSingle() => (NextUInt32() >> 8) * (1f / (1 << 24));

    /// <summary>Uniform over 0 .. <paramref name="maxExclusive"/> - 1, without bias. Takes one word, rarely more.</summary>
    /// <remarks>D. Lemire: Fast random integer generation in an interval. ACM TOMACS 29, 2019.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The bound is not positive.</exception>
    public int NextInt(int maxExclusive)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxExclusive);
        uint bound = (uint)maxExclusive;
        ulong product = (ulong)NextUInt32() * bound;
        if ((uint)product < bound)
        {
            // 2^32 mod bound of the words would make some numbers more likely than others: they are drawn again.
            uint threshold = unchecked(0u - bound) % bound;
            while ((uint)product < threshold)
                product = (ulong)NextUInt32() * bound;
        }

        return (int)(product >> 32);
    }

    /// <summary>
    /// Normal with mean 0 and variance 1: √(-2 log(1 - u)) cos(2π v), with u and then v from <see cref="NextDouble"/>.
    /// Takes four words.
    /// </summary>
    /// <remarks>
    /// Box and Muller, 1958. The sine that belongs to it is not used: <see cref="Position"/> would no longer be the whole state.
    /// Logarithm and cosine are the library's own, in plain arithmetic: the same bits on every machine.
    /// </remarks>
    public double NextGaussian()
    {
        double radius = Math.Sqrt(-2 * PortableFunctions.Log(1 - NextDouble()));
        return radius * PortableFunctions.CosineOfTurns(NextDouble());
    }

    /// <summary>Puts the items into a random order, each order equally likely (Fisher and Yates; Knuth, TAOCP 2, 3.4.2 P).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int last = items.Length - 1; last > 0; last--)
        {
            int chosen = NextInt(last + 1);
            (items[last], items[chosen]) = (items[chosen], items[last]);
        }
    }
}
