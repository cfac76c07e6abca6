namespace GenNet.Generator.Expressions;

/// <summary>
/// A scalar expression. Activations and losses are written as such expressions once; their derivatives, their scalar and
/// their vector form all come from here. Expressions are immutable and compare by structure.
/// </summary>
internal abstract record Expr
{
    public static Expr operator +(Expr left, Expr right) => Simplifier.Add(left, right);

    public static Expr operator -(Expr left, Expr right) => Simplifier.Subtract(left, right);

    public static Expr operator *(Expr left, Expr right) => Simplifier.Multiply(left, right);

    public static Expr operator /(Expr left, Expr right) => Simplifier.Divide(left, right);

    public static Expr operator -(Expr operand) => Simplifier.Negate(operand);

    public static implicit operator Expr(double value) => new Constant(value);

    public static Expr Call(Function function, Expr argument) => Simplifier.Call(function, argument);

    /// <summary><paramref name="then"/> where the comparison holds, else <paramref name="otherwise"/>; NaN compares false.</summary>
    public static Expr Select(Expr left, Comparison comparison, Expr right, Expr then, Expr otherwise) =>
        Simplifier.Select(left, comparison, right, then, otherwise);

    /// <summary>This expression with every occurrence of <paramref name="part"/> replaced, and simplified.</summary>
    public Expr Replace(Expr part, Expr replacement)
    {
        if (Equals(part))
            return replacement;
        return this switch
        {
            Add e => e.Left.Replace(part, replacement) + e.Right.Replace(part, replacement),
            Subtract e => e.Left.Replace(part, replacement) - e.Right.Replace(part, replacement),
            Multiply e => e.Left.Replace(part, replacement) * e.Right.Replace(part, replacement),
            Divide e => e.Left.Replace(part, replacement) / e.Right.Replace(part, replacement),
            Negate e => -e.Operand.Replace(part, replacement),
            Call e => Call(e.Function, e.Argument.Replace(part, replacement)),
            Select e => Select(
                e.Left.Replace(part, replacement), e.Comparison, e.Right.Replace(part, replacement),
                e.Then.Replace(part, replacement), e.Otherwise.Replace(part, replacement)),
            _ => this,
        };
    }

    /// <summary>Whether <paramref name="part"/> occurs in this expression.</summary>
    public bool Contains(Expr part)
    {
        if (Equals(part))
            return true;
        foreach (Expr operand in Operands)
        {
            if (operand.Contains(part))
                return true;
        }

        return false;
    }

    /// <summary>The direct operands, left to right.</summary>
    public Expr[] Operands => this switch
    {
        Add e => [e.Left, e.Right],
        Subtract e => [e.Left, e.Right],
        Multiply e => [e.Left, e.Right],
        Divide e => [e.Left, e.Right],
        Negate e => [e.Operand],
        Call e => [e.Argument],
        Select e => [e.Left, e.Right, e.Then, e.Otherwise],
        _ => [],
    };
}

internal sealed record Constant(double Value) : Expr
{
    public bool Equals(Constant? other) => other is not null && Value.Equals(other.Value);

    public override int GetHashCode() => Value.GetHashCode();
}

internal sealed record Variable(string Name) : Expr;

internal sealed record Add(Expr Left, Expr Right) : Expr;

internal sealed record Subtract(Expr Left, Expr Right) : Expr;

internal sealed record Multiply(Expr Left, Expr Right) : Expr;

internal sealed record Divide(Expr Left, Expr Right) : Expr;

internal sealed record Negate(Expr Operand) : Expr;

internal sealed record Call(Function Function, Expr Argument) : Expr;

internal sealed record Select(Expr Left, Comparison Comparison, Expr Right, Expr Then, Expr Otherwise) : Expr;

internal enum Comparison
{
    LessThan,
    LessThanOrEqual,
    GreaterThan,
    GreaterThanOrEqual,
    Equal,
}

/// <summary>The functions of one variable that an expression may call; <see cref="Differentiator"/> has the derivative of each.</summary>
internal enum Function
{
    Exp,

    /// <summary>exp(u) - 1, exact near zero.</summary>
    Expm1,
    Log,

    /// <summary>log(1 + u), exact near zero.</summary>
    Log1p,
    Tanh,

    /// <summary>1 / (1 + exp(-u)).</summary>
    Sigmoid,

    /// <summary>log(1 + exp(u)), without overflow.</summary>
    Softplus,
    Erf,
    Abs,

    /// <summary>-1, 0 or 1.</summary>
    Sign,
}
