using System;

namespace GenNet.Generator.Expressions;

/// <summary>
/// Builds expressions in their simplest form, so that a derivative reads as a person would write it. Every rule holds for
/// all finite numbers; constants stand to the left in products and to the right in sums. None is ever made that is not finite.
/// </summary>
internal static class Simplifier
{
    public static Expr Add(Expr left, Expr right) => (left, right) switch
    {
        (Constant a, Constant b) when Fits(a.Value + b.Value) => a.Value + b.Value,
        (Constant { Value: 0 }, _) => right,
        (_, Constant { Value: 0 }) => left,
        (Constant, not Constant) => Add(right, left),
        (_, Constant { Value: < 0 } b) => new Subtract(left, -b.Value),
        (Add { Right: Constant a } l, Constant b) when Fits(a.Value + b.Value) => Add(l.Left, a.Value + b.Value),
        (Subtract { Left: Constant a } l, Constant b) when Fits(a.Value + b.Value) => Subtract(a.Value + b.Value, l.Right),
        (_, Negate r) => Subtract(left, r.Operand),
        (Negate l, _) => Subtract(right, l.Operand),
        _ when left == right => Multiply(2, left),
        _ => new Add(left, right),
    };

    public static Expr Subtract(Expr left, Expr right) => (left, right) switch
    {
        (Constant a, Constant b) when Fits(a.Value - b.Value) => a.Value - b.Value,
        (_, Constant { Value: 0 }) => left,
        (Constant { Value: 0 }, _) => Negate(right),
        (_, Constant { Value: < 0 } b) => Add(left, -b.Value),
        (_, Negate r) => Add(left, r.Operand),
        _ when left == right => 0,

        // (u + c) - u, which the quotient rule leaves behind.
        (Add l, _) when l.Left == right => l.Right,
        (Add l, _) when l.Right == right => l.Left,
        _ => new Subtract(left, right),
    };

    public static Expr Multiply(Expr left, Expr right) => (left, right) switch
    {
        (Constant a, Constant b) when Fits(a.Value * b.Value) => a.Value * b.Value,
        (Constant { Value: 0 }, _) or (_, Constant { Value: 0 }) => 0,
        (Constant { Value: 1 }, _) => right,
        (_, Constant { Value: 1 }) => left,
        (Constant { Value: -1 }, _) => Negate(right),
        (not Constant, Constant) => Multiply(right, left),
        (Constant a, Multiply { Left: Constant b } r) when Fits(a.Value * b.Value) => Multiply(a.Value * b.Value, r.Right),
        (Constant a, Divide { Right: Constant b } r) when Fits(a.Value / b.Value) => Multiply(a.Value / b.Value, r.Left),
        (Constant a, Divide { Left: Constant b } r) when Fits(a.Value * b.Value) => Divide(a.Value * b.Value, r.Right),

        // c (u + d) = c u + c d: brings the derivative of an exponential to its function value.
        (Constant a, Add { Left: Call { Function: Function.Expm1 }, Right: Constant b } r) when Fits(a.Value * b.Value) => Add(Multiply(a, r.Left), a.Value * b.Value),
        (Negate l, Negate r) => Multiply(l.Operand, r.Operand),
        (Negate l, _) => Negate(Multiply(l.Operand, right)),
        (_, Negate r) => Negate(Multiply(left, r.Operand)),
        (Call { Function: Function.Sign } l, _) when l.Argument == right => Call(Function.Abs, right),
        (_, Call { Function: Function.Sign } r) when r.Argument == left => Call(Function.Abs, left),
        (Multiply { Left: Constant a } l, _) => Multiply(a, Multiply(l.Right, right)),
        (not Constant, Multiply { Left: Constant a } r) => Multiply(a, Multiply(left, r.Right)),
        (Divide { Left: Constant { Value: 1 } } l, _) => Divide(right, l.Right),
        (_, Divide { Left: Constant { Value: 1 } } r) => Divide(left, r.Right),

        // A factor times a choice of constants is a choice: no multiplication by 0 or 1 is left.
        (_, Select { Then: Constant, Otherwise: Constant } r) when left is not Constant =>
            Select(r.Left, r.Comparison, r.Right, Multiply(left, r.Then), Multiply(left, r.Otherwise)),
        (Constant c, Select r) when IsFlat(r) && FitsIn(r.Then, c) && FitsIn(r.Otherwise, c) => Select(r.Left, r.Comparison, r.Right, Multiply(left, r.Then), Multiply(left, r.Otherwise)),
        _ => new Multiply(left, right),
    };

    public static Expr Divide(Expr left, Expr right) => (left, right) switch
    {
        (Constant a, Constant b) when Fits(a.Value / b.Value) => a.Value / b.Value,
        (Constant { Value: 0 }, _) => 0,
        (_, Constant { Value: 1 }) => left,

        // Division by a power of two is exact as a multiplication.
        (_, Constant b) when IsPowerOfTwo(b.Value) && Fits(1 / b.Value) => Multiply(1 / b.Value, left),
        (Divide l, _) => Divide(l.Left, Multiply(l.Right, right)),
        (Negate l, _) => Negate(Divide(l.Operand, right)),
        _ => new Divide(left, right),
    };

    public static Expr Negate(Expr operand) => operand switch
    {
        Constant a => -a.Value,
        Negate e => e.Operand,
        Subtract e => Subtract(e.Right, e.Left),
        Multiply { Left: Constant a } e => Multiply(-a.Value, e.Right),
        _ => new Negate(operand),
    };

    public static Expr Call(Function function, Expr argument) => (function, argument) switch
    {
        (Function.Exp, Constant { Value: 0 }) => 1,
        (Function.Abs, Constant a) => Math.Abs(a.Value),
        (Function.Abs, Negate e) => Call(Function.Abs, e.Operand),
        _ => new Call(function, argument),
    };

    public static Expr Select(Expr left, Comparison comparison, Expr right, Expr then, Expr otherwise)
    {
        if (then == otherwise)
            return then;
        if (left is Constant a && right is Constant b)
            return Holds(a.Value, comparison, b.Value) ? then : otherwise;

        return new Select(left, comparison, right, then, otherwise);
    }

    private static bool Holds(double left, Comparison comparison, double right) => comparison switch
    {
        Comparison.LessThan => left < right,
        Comparison.LessThanOrEqual => left <= right,
        Comparison.GreaterThan => left > right,
        Comparison.Equal => left == right,
        Comparison.NotEqual => left != right,
        _ => left >= right,
    };

    /// <summary>
    /// Whether a constant that two others make can stand in the code of any network: it is finite, in float too. Where it is not, as from an alpha
    /// near the largest float, the two stay apart, and the product overflows only where the number it is of is that large.
    /// </summary>
    private static bool Fits(double value) => value is >= -float.MaxValue and <= float.MaxValue;

    /// <summary>Whether there are not so many choices within choices that a factor could not be brought into each.</summary>
    private static bool IsFlat(Expr choice, int depth = 4) =>
        choice is not Select e || (depth > 0 && IsFlat(e.Then, depth - 1) && IsFlat(e.Otherwise, depth - 1));

    private static bool FitsIn(Expr branch, Constant factor) => branch is not Constant constant || Fits(factor.Value * constant.Value);

    private static bool IsPowerOfTwo(double value) =>
        value != 0 && (BitConverter.DoubleToInt64Bits(value) & 0xFFFFFFFFFFFFF) == 0;
}
