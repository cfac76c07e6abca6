using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;

namespace GenNet.Generator.Expressions;

/// <summary>
/// Walks over expressions that come to each node once, however often it is used, and that need no stack: all that is done with an expression takes time
/// and memory in proportion to its distinct nodes.
/// </summary>
internal static class ExprGraph
{
    /// <summary>The distinct nodes of expressions, operands before what is made of them, left before right.</summary>
    public static IReadOnlyList<Expr> InOrder(params Expr[] expressions)
    {
        var order = new List<Expr>();
        var seen = new HashSet<Expr>();
        var open = new Stack<(Expr Node, int Next)>();
        foreach (Expr expression in expressions)
        {
            if (seen.Add(expression))
                open.Push((expression, 0));
            while (open.Count > 0)
            {
                (Expr node, int next) = open.Pop();
                if (next == node.Operands.Length)
                {
                    order.Add(node);
                    continue;
                }

                open.Push((node, next + 1));
                if (seen.Add(node.Operands[next]))
                    open.Push((node.Operands[next], 0));
            }
        }

        return order;
    }

    /// <summary>What follows for an expression from what follows for its operands.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="step">What follows for a node; the function has the answers for its operands.</param>
    public static T Fold<T>(Expr expression, Func<Expr, Func<Expr, T>, T> step)
    {
        var known = new Dictionary<Expr, T>();
        foreach (Expr node in InOrder(expression))
            known.Add(node, step(node, operand => known[operand]));
        return known[expression];
    }

    /// <summary>An expression with some of its nodes replaced.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="replacement">What stands for a node, or null where it stays; within what is replaced nothing is asked.</param>
    /// <param name="rebuild">Makes a node again of other operands.</param>
    public static Expr Rewrite(Expr expression, Func<Expr, Expr?> replacement, Func<Expr, Expr[], Expr> rebuild) => Fold<Expr>(expression, (node, known) =>
    {
        if (replacement(node) is { } other)
            return other;
        Expr[] operands = Array.ConvertAll(node.Operands, operand => known(operand));
        return operands.Zip(node.Operands, ReferenceEquals).All(same => same) ? node : rebuild(node, operands);
    });

    /// <summary>A node of other operands, simplified.</summary>
    public static Expr Simplified(Expr node, Expr[] of) => node switch
    {
        Add => of[0] + of[1],
        Subtract => of[0] - of[1],
        Multiply => of[0] * of[1],
        Divide => of[0] / of[1],
        Negate => -of[0],
        Call e => Expr.Call(e.Function, of[0]),
        Select e => Expr.Select(of[0], e.Comparison, of[1], of[2], of[3]),
        _ => AsWritten(node, of),
    };

    /// <summary>A node of other operands, as it is.</summary>
    public static Expr AsWritten(Expr node, Expr[] of) => node switch
    {
        Add => new Add(of[0], of[1]),
        Subtract => new Subtract(of[0], of[1]),
        Multiply => new Multiply(of[0], of[1]),
        Divide => new Divide(of[0], of[1]),
        Negate => new Negate(of[0]),
        Call e => new Call(e.Function, of[0]),
        Combine e => new Combine(e.Function, of[0], of[1], of.Length > 2 ? of[2] : null),
        Select e => new Select(of[0], e.Comparison, of[1], of[2], of[3]),
        _ => node,
    };

    /// <summary>Whether two nodes of one kind have operands that are the same in structure.</summary>
    public static bool HaveEqualOperands(Expr one, Expr other)
    {
        var open = new Stack<(Expr One, Expr Other)>();
        HashSet<(Expr, Expr)>? seen = null;
        open.Push((one, other));
        while (open.Count > 0)
        {
            (one, other) = open.Pop();
            for (int i = 0; i < one.Operands.Length; i++)
            {
                Expr mine = one.Operands[i], theirs = other.Operands[i];
                if (ReferenceEquals(mine, theirs))
                    continue;
                if (!mine.IsLike(theirs))
                    return false;
                if (mine.Operands.Length > 0 && (seen ??= new HashSet<(Expr, Expr)>(ByReference.Instance)).Add((mine, theirs)))
                    open.Push((mine, theirs));
            }
        }

        return true;
    }

    private sealed class ByReference : IEqualityComparer<(Expr One, Expr Other)>
    {
        public static readonly ByReference Instance = new();

        public bool Equals((Expr One, Expr Other) left, (Expr One, Expr Other) right) =>
            ReferenceEquals(left.One, right.One) && ReferenceEquals(left.Other, right.Other);

        public int GetHashCode((Expr One, Expr Other) pair) =>
            unchecked(RuntimeHelpers.GetHashCode(pair.One) * 31 + RuntimeHelpers.GetHashCode(pair.Other));
    }
}
