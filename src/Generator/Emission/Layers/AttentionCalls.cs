using System;
using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Emission.Layers;

/// <summary>The calls of attention.</summary>
internal static class AttentionCalls
{
    public static string Of(Attention op)
    {
        // With lengths there is one form, whether the logarithms are kept or not.
        string[] logarithms = op.Of.Logarithms is { } kept ? [kept.Name] : op.Of.Lengths is null ? [] : ["l: default"];
        return Call("Forward", op.Of, [op.Of.Projected.Name, op.Result.Name, .. logarithms, op.Scores.Name, op.Copies.Name]);
    }

    public static string Of(AttentionStep op) => FormattableString.Invariant($"Attention.Step(place, heads: {op.Of.Heads}, {Names([op.Of.Projected, op.Keys, op.Values, op.Result, op.Scores, op.Copy])})");

    public static string Of(AttentionAdjoint op) => Call("InputGradient", op.Of, [Names([op.Gradient, op.Of.Projected, op.Output, op.Logarithms, .. op.Writes])]);

    private static string Call(string method, AttentionValues of, IEnumerable<string> values) => FormattableString.Invariant(
        $"Attention.{method}(rows, steps: {of.Length}, heads: {of.Heads}, causal: {(of.Causal ? "true" : "false")}, {string.Join(", ", of.Lengths is { } lengths ? values.Append(lengths.Name) : values)})");

    private static string Names(Value[] values) => string.Join(", ", values.Select(value => value.Name));
}
