using System;

namespace GenNet.Generator.Expressions;

/// <summary>The derivative of a scalar expression: the rules of calculus, each written once.</summary>
internal static class Differentiator
{
    /// <summary>d <paramref name="expression"/> / d <paramref name="variable"/>, simplified.</summary>
    public static Expr Differentiate(Expr expression, Variable variable)
    {
        Expr D(Expr part) => Differentiate(part, variable);

        return expression switch
        {
            Constant => 0,
            Variable v => v == variable ? 1 : 0,
            Add e => D(e.Left) + D(e.Right),
            Subtract e => D(e.Left) - D(e.Right),
            Multiply e when e.Left == e.Right => 2 * (e.Left * D(e.Left)),
            Multiply e => D(e.Left) * e.Right + e.Left * D(e.Right),
            Divide e when D(e.Right) is Constant { Value: 0 } => D(e.Left) / e.Right,
            Divide e => (D(e.Left) * e.Right - e.Left * D(e.Right)) / (e.Right * e.Right),
            Negate e => -D(e.Operand),
            Call e => OfFunction(e) * D(e.Argument),

            // The condition's jump has measure zero: each branch has its own derivative.
            Select e => Expr.Select(e.Left, e.Comparison, e.Right, D(e.Then), D(e.Otherwise)),
            _ => throw new InvalidOperationException($"No derivative rule for {expression}."),
        };
    }

    /// <summary>f'(u), with f(u) itself where the derivative is cheaper in terms of it.</summary>
    private static Expr OfFunction(Call f)
    {
        Expr u = f.Argument;
        return f.Function switch
        {
            Function.Exp => f,
            Function.Expm1 => f + 1,
            Function.Log => 1 / u,
            Function.Log1p => 1 / (1 + u),
            Function.Tanh => 1 - f * f,
            Function.Sigmoid => f * (1 - f),
            Function.Softplus => Expr.Call(Function.Sigmoid, u),
            Function.Erf => 2 / Math.Sqrt(Math.PI) * Expr.Call(Function.Exp, -(u * u)),
            Function.Abs => Expr.Call(Function.Sign, u),
            Function.Sign => 0,
            _ => throw new InvalidOperationException($"No derivative rule for {f.Function}."),
        };
    }
}
