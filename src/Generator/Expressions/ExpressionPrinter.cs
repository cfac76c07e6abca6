using System;
using System.Collections.Generic;
using System.Linq;

namespace GenNet.Generator.Expressions;

/// <summary>Expressions as C#: what is used twice becomes a local, and parentheses stand only where they are needed.</summary>
internal static class ExpressionPrinter
{
    private const int Sum = 1;
    private const int Product = 2;
    private const int Unary = 3;
    private const int Primary = 4;

    /// <summary>The locals that the expressions share, in order, and the C# of each expression.</summary>
    /// <param name="expressions">The expressions to compute together.</param>
    /// <param name="style">Scalar or vector.</param>
    /// <param name="names">Names for subexpressions that have one in the field, such as e for y - d.</param>
    /// <param name="suffix">Ends every local's name.</param>
    public static (IReadOnlyList<(string Name, string Code)> Locals, IReadOnlyList<string> Results) Print(
        IReadOnlyList<Expr> expressions, ExpressionStyle style, IReadOnlyDictionary<Expr, string>? names = null, string suffix = "")
    {
        var shared = new Dictionary<Expr, Variable>();
        var locals = new List<(string, string)>();
        foreach (Expr part in Repeated(expressions))
        {
            // Longer shared parts come later and are written in terms of the shorter ones.
            string name = (names is not null && names.TryGetValue(part, out string? given) ? given : $"t{shared.Count + 1}") + suffix;
            locals.Add((name, Write(part, shared, style, Sum)));
            shared.Add(part, new Variable(name));
        }

        return (locals, expressions.Select(e => Write(e, shared, style, Sum)).ToList());
    }

    /// <summary>The operations that occur more than once, operands first.</summary>
    private static IEnumerable<Expr> Repeated(IReadOnlyList<Expr> expressions)
    {
        var counts = new Dictionary<Expr, int>();
        var order = new List<Expr>();
        foreach (Expr expression in expressions)
            Count(expression);
        return order.Where(part => counts[part] > 1);

        void Count(Expr part)
        {
            if (part is Constant or Variable || part is Negate { Operand: Variable })
                return;
            counts.TryGetValue(part, out int count);
            counts[part] = count + 1;
            if (count > 0)
                return;
            foreach (Expr operand in part.Operands)
                Count(operand);
            order.Add(part);
        }
    }

    private static string Write(Expr expression, Dictionary<Expr, Variable> shared, ExpressionStyle style, int tightness)
    {
        if (shared.TryGetValue(expression, out Variable? local))
            return local.Name;

        string W(Expr part, int t) => Write(part, shared, style, t);
        (string text, int own) = expression switch
        {
            Variable e => (e.Name, Primary),
            Constant e => (style.Constant(e.Value), Primary),
            Add e => ($"{W(e.Left, Sum)} + {W(e.Right, Sum)}", Sum),
            Subtract e => ($"{W(e.Left, Sum)} - {W(e.Right, Product)}", Sum),
            Multiply { Left: Constant c } e => ($"{style.Factor(c.Value)} * {W(e.Right, Product)}", Product),
            Multiply e => ($"{W(e.Left, Product)} * {W(e.Right, Unary)}", Product),
            Divide e => ($"{W(e.Left, Product)} / {W(e.Right, Unary)}", Product),
            Negate e => ($"-{W(e.Operand, Unary)}", Unary),
            Call e => (style.Call(e.Function, W(e.Argument, Sum)), Primary),
            Select e => (style.Select(W(e.Left, Sum), e.Comparison, W(e.Right, Sum), W(e.Then, Sum), W(e.Otherwise, Sum)), Primary),
            _ => throw new InvalidOperationException($"No C# for {expression}."),
        };
        return own < tightness ? $"({text})" : text;
    }
}
