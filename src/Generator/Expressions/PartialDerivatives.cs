using System;

namespace GenNet.Generator.Expressions;

/// <summary>The derivatives of functions of several arguments by each of them. At kinks and singular points they are PyTorch's.</summary>
internal static class PartialDerivatives
{
    /// <summary>The derivative by the argument of this index.</summary>
    public static Expr Of(Combine f, int argument)
    {
        Expr u = f.First, v = f.Second;
        return (f.Function, argument) switch
        {
            (Function.Max, 0) => OfLarger(u, v),
            (Function.Max, 1) => OfLarger(v, u),
            (Function.Min, 0) => OfLarger(v, u),
            (Function.Min, 1) => OfLarger(u, v),
            (Function.Pow, 0) => OfBase(u, v),
            (Function.Pow, 1) => OfExponent(f, u, v),
            (Function.Atan2, 0) => v / (u * u + v * v),
            (Function.Atan2, 1) => -u / (u * u + v * v),
            (Function.Remainder, 0) => 1,
            (Function.Remainder, 1) => -Expr.Call(Function.Truncate, u / v),
            (Function.CopySign, 0) => Expr.Call(Function.Sign, u) * Expr.Call(Function.CopySign, 1, v),
            (Function.CopySign, 1) => 0,
            (Function.Clamp, 0) => Expr.Select(u, Comparison.GreaterThanOrEqual, v, Expr.Select(u, Comparison.LessThanOrEqual, f.Third!, 1, 0), 0),
            (Function.Clamp, 1) => Expr.Select(u, Comparison.LessThan, v, 1, 0),
            (Function.Clamp, 2) => Expr.Select(u, Comparison.GreaterThan, f.Third!, 1, 0),
            (Function.FusedMultiplyAdd, 0) => v,
            (Function.FusedMultiplyAdd, 1) => u,
            (Function.FusedMultiplyAdd, 2) => 1,
            _ => throw new InvalidOperationException($"No derivative rule for argument {argument} of {f.Function}."),
        };
    }

    /// <summary>The derivative of the larger of two by the first of these; with the arguments exchanged, that of the smaller. Equals share.</summary>
    private static Expr OfLarger(Expr first, Expr other) => first == other ? 0.5
        : Expr.Select(first, Comparison.LessThan, other, 0, Expr.Select(first, Comparison.Equal, other, 0.5, 1));

    /// <summary>v u^(v - 1), and 0 where v is 0, even at u = 0.</summary>
    private static Expr OfBase(Expr u, Expr v) => v switch
    {
        Constant { Value: 0 } => 0,
        Constant { Value: 1 } => 1,
        Constant { Value: 2 } => 2 * u,
        Constant c => c * Expr.Call(Function.Pow, u, c.Value - 1),
        _ => Expr.Select(v, Comparison.Equal, 0, 0, v * Expr.Call(Function.Pow, u, v - 1)),
    };

    /// <summary>u^v log u, and 0 where u is 0 and v is not below 0.</summary>
    private static Expr OfExponent(Combine f, Expr u, Expr v)
    {
        if (u is Constant { Value: > 0 } c)
            return Math.Log(c.Value) * f;
        Expr slope = f * Expr.Call(Function.Log, u);
        return Expr.Select(u, Comparison.Equal, 0, Expr.Select(v, Comparison.GreaterThanOrEqual, 0, 0, slope), slope);
    }
}
