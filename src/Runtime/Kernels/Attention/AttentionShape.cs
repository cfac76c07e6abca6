using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>The sizes of an attention.</summary>
/// <param name="steps">The steps of a sample.</param>
/// <param name="heads">The heads, side by side in the columns.</param>
/// <param name="width">The columns of all heads.</param>
/// <param name="causal">Whether a step sees itself and those before it only.</param>
internal readonly struct AttentionShape(int steps, int heads, int width, bool causal)
{
    public int Steps => steps;

    public int Heads => heads;

    public int Width => width;

    /// <summary>The columns of a head.</summary>
    public int HeadWidth => width / heads;

    /// <summary>The factor of the scores, 1 / sqrt(width / heads).</summary>
    public double Scale => 1 / Math.Sqrt(width / heads);

    /// <summary>The steps that a sample has: those of the shape where there are no lengths.</summary>
    public int Length<T>(Rows<T> lengths, int row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Unsafe.IsNullRef(ref lengths.Origin) ? steps : SequenceLength.Of(lengths, row);

    /// <summary>The same of a sample that has fewer steps.</summary>
    public AttentionShape Of(int length) => new(length, heads, width, causal);

    /// <summary>How many keys the last of so many queries sees, from the first on.</summary>
    public int Keys(int queries) => causal ? queries : steps;
}
