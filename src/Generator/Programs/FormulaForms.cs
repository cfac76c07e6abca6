using System;
using GenNet.Generator.Expressions;

namespace GenNet.Generator.Programs;

/// <summary>
/// The nodes of a user's formula. Sums and products stay as they were written, for another order is another rounding; a node changes only where the result is the same number, or
/// where the field has a function for a form that overflows or cancels.
/// </summary>
internal static class FormulaForms
{
    private const string NoRemainder = "write x - y * Truncate(x / y)";

    /// <summary>A node of these operands.</summary>
    public static Expr Of(Expr node, Expr[] of) => node switch
    {
        Call e => OfCall(e.Function, of[0]),
        Combine { Function: Function.Remainder } => throw new NoFormulaException(Obstacle.Other, "the remainder of a division has no vector form", NoRemainder),
        Combine e => OfCombine(e.Function, of[0], of[1], of.Length > 2 ? of[2] : null),
        Add => Sum(of[0], of[1]),
        Subtract => Difference(of[0], of[1]),
        Multiply => Product(of[0], of[1]),
        Divide => Quotient(of[0], of[1]),
        Negate => Negated(of[0]),
        _ => ExprGraph.AsWritten(node, of),
    };

    private static Expr Negated(Expr operand) => operand switch
    {
        Constant a => -a.Value,
        Negate a => a.Operand,
        Multiply { Left: Constant a } e => new Multiply(-a.Value, e.Right),
        _ => new Negate(operand),
    };

    private static Expr Sum(Expr left, Expr right) => (left, right) switch
    {
        (Constant a, Constant b) => a.Value + b.Value,
        (_, Negate b) => new Subtract(left, b.Operand),
        _ => new Add(left, right),
    };

    private static Expr Difference(Expr left, Expr right) => (left, right) switch
    {
        (Constant a, Constant b) => a.Value - b.Value,
        (_, Constant { Value: 0 }) => left,
        (_, Negate b) => new Add(left, b.Operand),
        (Call { Function: Function.Exp } e, Constant { Value: 1 }) => new Call(Function.Expm1, e.Argument),
        _ => new Subtract(left, right),
    };

    private static Expr Product(Expr left, Expr right) => (left, right) switch
    {
        (Constant a, Constant b) => a.Value * b.Value,
        (Constant { Value: 1 }, _) => right,
        (_, Constant { Value: 1 }) => left,

        // A constant before a product is printed without parentheses, which is another order.
        (Constant, Multiply or Divide) => new Multiply(right, left),
        (Multiply or Divide, Constant) => new Multiply(left, right),
        (_, Constant) => new Multiply(right, left),
        _ => new Multiply(left, right),
    };

    /// <summary>The logistic function in the forms that it is written in: its derivative as a quotient would be infinity by infinity.</summary>
    private static Expr Quotient(Expr left, Expr right) => (left, right) switch
    {
        (Constant a, Constant b) => a.Value / b.Value,
        (_, Constant { Value: 1 }) => left,
        _ when OfOnePlus(right, Function.Exp) is { } u => left == new Call(Function.Exp, u)
            ? new Call(Function.Sigmoid, u)
            : Product(left, new Call(Function.Sigmoid, Negated(u))),
        _ => new Divide(left, right),
    };

    private static Expr OfCall(Function function, Expr u) => (function, u) switch
    {
        (Function.ToFloat or Function.ToDouble, _) => u,
        (_, Constant c) when Value(function, c.Value) is { } value => value,
        (Function.Log, _) when OfOnePlus(u, Function.Exp) is { } exponent => new Call(Function.Softplus, exponent),
        (Function.Log, Add { Left: Constant { Value: 1 } } sum) => new Call(Function.Log1p, sum.Right),
        (Function.Log, Add { Right: Constant { Value: 1 } } sum) => new Call(Function.Log1p, sum.Left),
        _ => new Call(function, u),
    };

    /// <summary>u of 1 + f(u), on either side; null where it is none.</summary>
    private static Expr? OfOnePlus(Expr sum, Function function) => sum switch
    {
        Add { Left: Constant { Value: 1 }, Right: Call right } when right.Function == function => right.Argument,
        Add { Left: Call left, Right: Constant { Value: 1 } } when left.Function == function => left.Argument,
        _ => null,
    };

    private static Expr OfCombine(Function function, Expr first, Expr second, Expr? third) => (function, first, second) switch
    {
        (Function.Max, Constant a, Constant b) => Math.Max(a.Value, b.Value),
        (Function.Min, Constant a, Constant b) => Math.Min(a.Value, b.Value),
        (Function.Pow, Constant a, Constant b) => Math.Pow(a.Value, b.Value),
        (Function.Pow, _, Constant b) => Power(first, b.Value),
        _ => new Combine(function, first, second, third),
    };

    private static Expr Power(Expr u, double exponent) => exponent switch
    {
        0 => 1,
        1 => u,
        2 => new Multiply(u, u),
        3 => new Multiply(new Multiply(u, u), u),
        4 => new Multiply(new Multiply(u, u), new Multiply(u, u)),
        -1 => new Divide(1, u),
        _ => new Combine(Function.Pow, u, exponent),
    };

    /// <summary>What does not change from number to number is computed here.</summary>
    private static double? Value(Function function, double u) => function switch
    {
        Function.Exp => Math.Exp(u),
        Function.Log => Math.Log(u),
        Function.Log2 => Math.Log(u, 2),
        Function.Log10 => Math.Log10(u),
        Function.Sin => Math.Sin(u),
        Function.Cos => Math.Cos(u),
        Function.Tan => Math.Tan(u),
        Function.Asin => Math.Asin(u),
        Function.Acos => Math.Acos(u),
        Function.Atan => Math.Atan(u),
        Function.Sinh => Math.Sinh(u),
        Function.Cosh => Math.Cosh(u),
        Function.Tanh => Math.Tanh(u),
        Function.Sqrt => Math.Sqrt(u),
        Function.Abs => Math.Abs(u),
        Function.Floor => Math.Floor(u),
        Function.Ceiling => Math.Ceiling(u),
        Function.Round => Math.Round(u),
        Function.Truncate => Math.Truncate(u),
        _ => null,
    };
}
