using System;
using System.Numerics;

namespace GenNet;

/// <summary>How the parts of a step divide what is done number by number, adjustment and update: in whole vectors, the last part with the rest.</summary>
internal static class ParameterShares
{
    /// <summary>The share of a part.</summary>
    /// <param name="length">The numbers to divide.</param>
    /// <param name="part">The number of the part, from 0.</param>
    /// <param name="parts">The number of parts.</param>
    public static Range Of<T>(int length, int part, int parts)
        where T : unmanaged
    {
        int lanes = Vector<T>.Count, whole = length / lanes * lanes;
        int end = part == parts - 1 ? length : CompilerServices.Share.Start(whole, lanes, part + 1, parts);
        return CompilerServices.Share.Start(whole, lanes, part, parts)..end;
    }
}
