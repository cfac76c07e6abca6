using System;
using System.Runtime.Intrinsics;

namespace GenNet;

/// <summary>
/// Philox4x32-10: turns a counter and a key into 128 random bits without any state, so that number i of a sequence can be had
/// without those before it.
/// </summary>
/// <remarks>J. Salmon, M. Moraes, R. Dror, D. Shaw: Parallel Random Numbers: As Easy as 1, 2, 3. SC 2011.</remarks>
public static class Philox
{
    private const int Rounds = 10;
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;

    // The golden ratio and √3 - 1, as fractions of 2^32: what the key grows by after each round.
    private const uint Weyl0 = 0x9E3779B9;
    private const uint Weyl1 = 0xBB67AE85;

    /// <summary>The four random words that belong to a counter under a key.</summary>
    /// <param name="counter">Four words; in the order in which the paper writes them.</param>
    /// <param name="key">The lower half is the first word of the key, the upper half the second.</param>
    /// <returns>Four words, a different set for each counter.</returns>
    [CLSCompliant(false)]
    public static Vector128<uint> Block(Vector128<uint> counter, ulong key)
    {
        uint c0 = counter[0], c1 = counter[1], c2 = counter[2], c3 = counter[3];
        uint k0 = (uint)key, k1 = (uint)(key >> 32);
        for (int round = 0; round < Rounds; round++)
        {
            ulong product0 = (ulong)Multiplier0 * c0;
            ulong product1 = (ulong)Multiplier1 * c2;
            c0 = (uint)(product1 >> 32) ^ c1 ^ k0;
            c1 = (uint)product1;
            c2 = (uint)(product0 >> 32) ^ c3 ^ k1;
            c3 = (uint)product0;
            k0 = unchecked(k0 + Weyl0);
            k1 = unchecked(k1 + Weyl1);
        }

        return Vector128.Create(c0, c1, c2, c3);
    }
}
