namespace GenNet.Generator.Expressions;

internal sealed record Constant(double Value) : Expr((object)Value)
{
    public bool Equals(Constant? other) => Same(this, other);

    public override int GetHashCode() => Hash;
}

internal sealed record Variable(string Name) : Expr(Name)
{
    public bool Equals(Variable? other) => Same(this, other);

    public override int GetHashCode() => Hash;
}

internal sealed record Add(Expr Left, Expr Right) : Expr(null, Left, Right)
{
    public bool Equals(Add? other) => Same(this, other);

    public override int GetHashCode() => Hash;
}

internal sealed record Subtract(Expr Left, Expr Right) : Expr(null, Left, Right)
{
    public bool Equals(Subtract? other) => Same(this, other);

    public override int GetHashCode() => Hash;
}

internal sealed record Multiply(Expr Left, Expr Right) : Expr(null, Left, Right)
{
    public bool Equals(Multiply? other) => Same(this, other);

    public override int GetHashCode() => Hash;
}

internal sealed record Divide(Expr Left, Expr Right) : Expr(null, Left, Right)
{
    public bool Equals(Divide? other) => Same(this, other);

    public override int GetHashCode() => Hash;
}

internal sealed record Negate(Expr Operand) : Expr(null, Operand)
{
    public bool Equals(Negate? other) => Same(this, other);

    public override int GetHashCode() => Hash;
}

internal sealed record Call(Function Function, Expr Argument) : Expr(Function, Argument)
{
    public bool Equals(Call? other) => Same(this, other);

    public override int GetHashCode() => Hash;
}

/// <summary>A function of two or three arguments.</summary>
internal sealed record Combine(Function Function, Expr First, Expr Second, Expr? Third = null)
    : Expr(Function, Third is null ? [First, Second] : [First, Second, Third])
{
    public bool Equals(Combine? other) => Same(this, other);

    public override int GetHashCode() => Hash;
}

/// <summary>What is not differentiated and not understood either: C# as it is to be written, such as an integer expression.</summary>
/// <param name="Text">The C#, with parentheses around it where it needs any.</param>
/// <param name="Reads">The names of the variables in it.</param>
internal sealed record Opaque(string Text, params string[] Reads) : Expr(Text)
{
    public bool Equals(Opaque? other) => Same(this, other);

    public override int GetHashCode() => Hash;
}

/// <summary>A truth value.</summary>
internal sealed record Truth(Condition Condition) : Expr(Condition)
{
    public bool Equals(Truth? other) => Same(this, other);

    public override int GetHashCode() => Hash;
}

internal sealed record Select(Expr Left, Comparison Comparison, Expr Right, Expr Then, Expr Otherwise) : Expr(Comparison, Left, Right, Then, Otherwise)
{
    public bool Equals(Select? other) => Same(this, other);

    public override int GetHashCode() => Hash;
}

internal enum Comparison
{
    LessThan,
    LessThanOrEqual,
    GreaterThan,
    GreaterThanOrEqual,
    Equal,
    NotEqual,
}
