using System;

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

    /// <summary>How many keys the last of so many queries sees, from the first on.</summary>
    public int Keys(int queries) => causal ? queries : steps;
}
