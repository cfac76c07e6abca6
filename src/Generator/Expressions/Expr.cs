using System;
using System.Linq;

namespace GenNet.Generator.Expressions;

/// <summary>
/// A scalar expression. Activations and losses are such expressions; their derivatives, their scalar and their vector form all come from here.
/// Expressions are immutable and compare by structure.
/// </summary>
/// <remarks>
/// An expression is a graph: what occurs in several places is one node, and whoever walks it comes to each node once (<see cref="ExprGraph"/>). Hash codes
/// are made with the node, and equality asks for the same object first.
/// </remarks>
internal abstract record Expr
{
    private readonly object? _own;

    /// <summary>A node.</summary>
    /// <param name="own">What it has beside its operands.</param>
    /// <param name="operands">Its operands.</param>
    private protected Expr(object? own, params Expr[] operands)
    {
        _own = own;
        Operands = operands;
        Hash = operands.Aggregate(Mixed(GetType().GetHashCode(), own?.GetHashCode() ?? 0), (hash, operand) => Mixed(hash, operand.Hash));
    }

    /// <summary>The direct operands, left to right.</summary>
    public Expr[] Operands { get; }

    /// <summary>The hash code of the whole.</summary>
    protected int Hash { get; }

    public static Expr operator +(Expr left, Expr right) => Simplifier.Add(left, right);

    public static Expr operator -(Expr left, Expr right) => Simplifier.Subtract(left, right);

    public static Expr operator *(Expr left, Expr right) => Simplifier.Multiply(left, right);

    public static Expr operator /(Expr left, Expr right) => Simplifier.Divide(left, right);

    public static Expr operator -(Expr operand) => Simplifier.Negate(operand);

    public static implicit operator Expr(double value) => new Constant(value);

    public static Expr Call(Function function, Expr argument) => Simplifier.Call(function, argument);

    public static Expr Call(Function function, Expr first, Expr second, Expr? third = null) => new Combine(function, first, second, third);

    /// <summary><paramref name="then"/> where the comparison holds, else <paramref name="otherwise"/>; NaN compares false.</summary>
    public static Expr Select(Expr left, Comparison comparison, Expr right, Expr then, Expr otherwise) =>
        Simplifier.Select(left, comparison, right, then, otherwise);

    /// <summary>This expression with every occurrence of <paramref name="part"/> replaced, and simplified.</summary>
    public Expr Replace(Expr part, Expr replacement) =>
        ExprGraph.Rewrite(this, node => node == part ? replacement : null, ExprGraph.Simplified);

    /// <summary>This expression with every occurrence of a variable replaced, and nothing else changed: not a rounding is another one.</summary>
    public Expr Substitute(Variable variable, Expr replacement) =>
        ExprGraph.Rewrite(this, node => node == (Expr)variable ? replacement : null, ExprGraph.AsWritten);

    /// <summary>Whether <paramref name="part"/> occurs in this expression.</summary>
    public bool Contains(Expr part) => ExprGraph.InOrder(this).Contains(part);

    public sealed override string ToString() => MathPrinter.Print(this);

    /// <summary>Whether two nodes are the same in structure.</summary>
    private protected static bool Same(Expr one, Expr? other) =>
        ReferenceEquals(one, other) || (other is not null && one.IsLike(other) && ExprGraph.HaveEqualOperands(one, other));

    /// <summary>Multiples and sums alone would not do: u u is made of one hash code twice, and a chain of such would end with one hash code for all.</summary>
    private static int Mixed(int hash, int next)
    {
        uint mixed = unchecked(((uint)hash * 31 + (uint)next) * 0x85EBCA6B);
        return unchecked((int)((mixed ^ (mixed >> 13)) * 0xC2B2AE35 ^ (mixed >> 16)));
    }

    /// <summary>Whether the nodes are of one kind and may have equal operands.</summary>
    internal bool IsLike(Expr other) =>
        Hash == other.Hash && GetType() == other.GetType() && Equals(_own, other._own) && Operands.Length == other.Operands.Length;
}
