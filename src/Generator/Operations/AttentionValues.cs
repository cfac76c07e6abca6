using System;
using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>What an attention reads and keeps.</summary>
/// <param name="Projected">q, k and v, a piece each: [steps, 3 * width].</param>
/// <param name="Logarithms">l, [heads, steps]; null where nothing is trained.</param>
/// <param name="Heads">The heads.</param>
/// <param name="Causal">Whether a step sees itself and those before it only.</param>
/// <param name="Lengths">The steps that each row has; null where all rows are alike.</param>
internal sealed record AttentionValues(Value Projected, Value? Logarithms, int Heads, bool Causal, Value? Lengths = null)
{
    /// <summary>What is read of these on both ways.</summary>
    public ImmutableArray<Value> Reads => Lengths is null ? [Projected] : [Projected, Lengths];

    /// <summary>The steps of a sample.</summary>
    public int Length => Projected.Steps;

    /// <summary>The columns of all heads.</summary>
    public int Width => Projected.Columns / Projected.Pieces;

    /// <summary>The columns of a head.</summary>
    public int HeadWidth => Width / Heads;

    /// <summary>The root of the columns of a head, as formulas write it.</summary>
    public string Root => FormattableString.Invariant($"sqrt({HeadWidth})");

    /// <summary>The multiply-adds of a product over all pairs of a query and a key that it sees, of all heads.</summary>
    public long PairProduct => (Causal ? (long)Length * (Length + 1) / 2 : (long)Length * Length) * Width;

    /// <summary>Whose q, k and v these are, and which keys a query sees, in words.</summary>
    public string Where => $"of each of {Heads} heads, q, k, v of {Projected.Name}{(Causal ? ", each step and those before it" : "")}{(Lengths is null ? "" : ", up to the length of a row, then zeros")}";
}
