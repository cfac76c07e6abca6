using System;
using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Emission.Layers;

/// <summary>The calls of attention.</summary>
internal static class AttentionCalls
{
    public static string Of(Attention op) => Call("Forward", op.Of, [op.Of.Projected, op.Result, .. op.AlsoWrites]);

    public static string Of(AttentionAdjoint op) => Call("InputGradient", op.Of, [.. op.Reads, .. op.Writes]);

    private static string Call(string method, AttentionValues of, Value[] values) => FormattableString.Invariant(
        $"Attention.{method}(rows, steps: {of.Length}, heads: {of.Heads}, causal: {(of.Causal ? "true" : "false")}, {string.Join(", ", values.Select(value => value.Name))})");
}
