using System.Collections.Generic;

namespace GenNet.Generator.Expressions;

/// <summary>
/// Rewrites a derivative f'(z) in terms of the output a = f(z): a (1 - a) for the sigmoid. Where all of z disappears, the
/// network need not keep z.
/// </summary>
internal static class OutputForm
{
    /// <summary>The output of a function that is longer than this tells nothing of its derivative that a search would find.</summary>
    private const int LongestValue = 100;

    /// <summary>The derivative over <paramref name="a"/> alone, or as it came where that cannot be had.</summary>
    public static Expr Of(Expr value, Expr derivative, Variable z, Variable a)
    {
        if (ExprGraph.InOrder(value).Count > LongestValue)
            return derivative;
        Expr rewritten = Rewrite(value, derivative, z, a, []);
        return rewritten.Contains(z) ? derivative : rewritten;
    }

    private static Expr Rewrite(Expr value, Expr derivative, Variable z, Variable a, Dictionary<(Expr, Expr), Expr> known)
    {
        if (known.TryGetValue((value, derivative), out Expr? rewritten))
            return rewritten;

        // In a branch of f the output is that branch's expression.
        if (value is Select f && derivative is Select d && Same(f, d))
        {
            Expr then = Rewrite(f.Then, d.Then, z, a, known);
            Expr otherwise = Rewrite(f.Otherwise, d.Otherwise, z, a, known);
            rewritten = KeepsSide(f, z)
                ? Expr.Select(a, d.Comparison, d.Right, then, otherwise)
                : Expr.Select(d.Left, d.Comparison, d.Right, then, otherwise);
        }
        else
        {
            rewritten = value is Constant ? derivative : derivative.Replace(value, a);
        }

        known.Add((value, derivative), rewritten);
        return rewritten;
    }

    private static bool Same(Select f, Select d) => f.Left == d.Left && f.Comparison == d.Comparison && f.Right == d.Right;

    /// <summary>
    /// Whether "z is at most 0" can be asked of a instead: both branches must send their side of zero to the same side.
    /// It holds for 0, z, and positive multiples of z and exp(z) - 1.
    /// </summary>
    private static bool KeepsSide(Select f, Variable z) =>
        f is { Comparison: Comparison.LessThanOrEqual, Right: Constant { Value: 0 } } && f.Left == z
        && KeepsSign(f.Then, z, zeroIsFine: true) && KeepsSign(f.Otherwise, z, zeroIsFine: false);

    private static bool KeepsSign(Expr branch, Variable z, bool zeroIsFine) => branch switch
    {
        Constant c => zeroIsFine && c.Value <= 0,
        Variable v => v == z,
        Call { Function: Function.Expm1 } c => c.Argument == z,
        Multiply { Left: Constant { Value: > 0 } } m => KeepsSign(m.Right, z, zeroIsFine),
        _ => false,
    };
}
