using System;

namespace GenNet.Generator.Expressions;

/// <summary>The derivative of a scalar expression: the rules of calculus, each written once.</summary>
internal static class Differentiator
{
    /// <summary>d <paramref name="expression"/> / d <paramref name="variable"/>, simplified.</summary>
    public static Expr Differentiate(Expr expression, Variable variable) => ExprGraph.Fold<Expr>(expression, (node, d) => OfNode(node, variable, d));

    /// <summary>The derivative of a node from those of its operands.</summary>
    private static Expr OfNode(Expr node, Variable variable, Func<Expr, Expr> d) => node switch
    {
        Constant => 0,
        Variable v => v == variable ? 1 : 0,
        Add e => d(e.Left) + d(e.Right),
        Subtract e => d(e.Left) - d(e.Right),
        Multiply e when e.Left == e.Right => 2 * (e.Left * d(e.Left)),
        Multiply e => d(e.Left) * e.Right + e.Left * d(e.Right),
        Divide e when d(e.Right) is Constant { Value: 0 } => d(e.Left) / e.Right,
        Divide e => (d(e.Left) * e.Right - e.Left * d(e.Right)) / (e.Right * e.Right),
        Negate e => -d(e.Operand),
        Call e => OfFunction(e) * d(e.Argument),
        Combine e => OfArguments(e, d),
        Opaque => 0,

        // The condition's jump has measure zero: each branch has its own derivative.
        Select e => Expr.Select(e.Left, e.Comparison, e.Right, d(e.Then), d(e.Otherwise)),
        _ => throw new InvalidOperationException($"No derivative rule for {node}."),
    };

    /// <summary>The chain rule of several arguments.</summary>
    private static Expr OfArguments(Combine f, Func<Expr, Expr> derivative)
    {
        Expr sum = 0;
        for (int i = 0; i < f.Operands.Length; i++)
        {
            if (derivative(f.Operands[i]) is var inner && inner is not Constant { Value: 0 })
                sum += PartialDerivatives.Of(f, i) * inner;
        }

        return sum;
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
            Function.Log2 => 1 / (Math.Log(2) * u),
            Function.Log10 => 1 / (Math.Log(10) * u),
            Function.Sin => Expr.Call(Function.Cos, u),
            Function.Cos => -Expr.Call(Function.Sin, u),
            Function.Tan => 1 + f * f,
            Function.Asin => 1 / Expr.Call(Function.Sqrt, 1 - u * u),
            Function.Acos => -(1 / Expr.Call(Function.Sqrt, 1 - u * u)),
            Function.Atan => 1 / (1 + u * u),
            Function.Sinh => Expr.Call(Function.Cosh, u),
            Function.Cosh => Expr.Call(Function.Sinh, u),
            Function.Tanh => 1 - f * f,
            Function.Asinh => 1 / Expr.Call(Function.Sqrt, u * u + 1),
            Function.Acosh => 1 / Expr.Call(Function.Sqrt, u * u - 1),
            Function.Atanh => 1 / (1 - u * u),
            Function.Sqrt => 0.5 / (Expr)f,
            Function.Cbrt => 1 / (3 * (f * f)),
            Function.Sigmoid => f * (1 - f),
            Function.Softplus => Expr.Call(Function.Sigmoid, u),
            Function.Erf => 2 / Math.Sqrt(Math.PI) * Expr.Call(Function.Exp, -(u * u)),
            Function.Abs => Expr.Call(Function.Sign, u),
            Function.Sign or Function.Floor or Function.Ceiling or Function.Round or Function.Truncate => 0,
            Function.ToFloat or Function.ToDouble => 1,
            _ => throw new InvalidOperationException($"No derivative rule for {f.Function}."),
        };
    }
}
