namespace GenNet.Generator.Model;

/// <summary>How many numbers something has. Sums and products of sizes that nobody has checked yet stay at the largest value instead of overflowing.</summary>
internal readonly record struct Quantity(long Value)
{
    public static implicit operator Quantity(long value) => new(value);

    /// <summary>Both must be at least 0.</summary>
    public static Quantity operator +(Quantity left, Quantity right) => left.Value > long.MaxValue - right.Value ? long.MaxValue : left.Value + right.Value;

    /// <inheritdoc cref="op_Addition"/>
    public static Quantity operator *(Quantity left, Quantity right) =>
        right.Value > 0 && left.Value > long.MaxValue / right.Value ? long.MaxValue : left.Value * right.Value;
}
