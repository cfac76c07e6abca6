using System;
using System.Collections.Generic;
using System.Linq;

namespace GenNet.Generator.Expressions;

/// <summary>Expressions as C#: what is used twice becomes a local, so does what is too long for a line, and parentheses stand only where they are needed.</summary>
internal static class ExpressionPrinter
{
    private const int Sum = 1;
    private const int Product = 2;
    private const int Unary = 3;
    private const int Primary = 4;

    /// <summary>The characters beyond which a part is a local of its own.</summary>
    private const int LongestPart = 400;

    /// <summary>The locals that the expressions share, in order, and the C# of each expression.</summary>
    /// <param name="expressions">The expressions to compute together.</param>
    /// <param name="style">Scalar or vector.</param>
    /// <param name="names">Names for subexpressions that have one in the field, such as e for y - d.</param>
    /// <param name="suffix">Ends every local's name.</param>
    public static (IReadOnlyList<(string Name, string Code)> Locals, IReadOnlyList<string> Results) Print(
        IReadOnlyList<Expr> expressions, ExpressionStyle style, IReadOnlyDictionary<Expr, string>? names = null, string suffix = "")
    {
        Expr[] results = [.. expressions];
        IReadOnlyList<Expr> order = ExprGraph.InOrder(results);
        HashSet<Expr> shared = [.. Shared(results, order)];
        var written = new Dictionary<Expr, (string Text, int Tightness)>();
        var locals = new List<(string, string)>();
        foreach (Expr part in order)
        {
            (string Text, int Tightness) code = Write(part, style, written);
            if (shared.Contains(part) || (code.Text.Length > LongestPart && !results.Contains(part)))
            {
                // Longer parts come later and are written in terms of the shorter ones.
                string name = (names is not null && names.TryGetValue(part, out string? given) ? given : $"t{locals.Count + 1}") + suffix;
                locals.Add((name, code.Text));
                code = (name, Primary);
            }

            written.Add(part, code);
        }

        return (locals, expressions.Select(expression => written[expression].Text).ToList());
    }

    /// <summary>The C# of one expression, without locals; what is used often is written often.</summary>
    public static string PrintWhole(Expr expression, ExpressionStyle style)
    {
        var written = new Dictionary<Expr, (string Text, int Tightness)>();
        foreach (Expr part in ExprGraph.InOrder(expression))
            written.Add(part, Write(part, style, written));
        return written[expression].Text;
    }

    /// <summary>The operations that occur more than once in expressions, operands first.</summary>
    public static IReadOnlyList<Expr> SharedParts(IReadOnlyList<Expr> expressions)
    {
        Expr[] results = [.. expressions];
        return [.. Shared(results, ExprGraph.InOrder(results))];
    }

    private static IEnumerable<Expr> Shared(IReadOnlyList<Expr> results, IReadOnlyList<Expr> order)
    {
        Dictionary<Expr, int> uses = order.ToDictionary(part => part, _ => 0);
        foreach (Expr use in order.SelectMany(part => part.Operands).Concat(results))
            uses[use]++;
        return order.Where(part => uses[part] > 1 && part is not (Constant or Variable or Negate { Operand: Variable }));
    }

    private static (string Text, int Tightness) Write(Expr expression, ExpressionStyle style, Dictionary<Expr, (string Text, int Tightness)> written)
    {
        string W(Expr part, int tightness) => written[part].Tightness < tightness ? $"({written[part].Text})" : written[part].Text;
        return expression switch
        {
            Variable e => (e.Name, Primary),
            Constant e => (style.Constant(e.Value), e.Value < 0 && style is not VectorStyle ? Unary : Primary),
            Add e => ($"{W(e.Left, Sum)} + {W(e.Right, Product)}", Sum),
            Subtract e => ($"{W(e.Left, Sum)} - {W(e.Right, Product)}", Sum),
            Multiply { Left: Constant c } e when style is not MathStyle => ($"{style.Factor(c.Value)} * {W(e.Right, Product)}", Product),
            Multiply e => ($"{W(e.Left, Product)} * {W(e.Right, Unary)}", Product),
            Divide e => ($"{W(e.Left, Product)} / {W(e.Right, Unary)}", Product),
            Negate e => ($"-{W(e.Operand, Primary)}", Unary),
            Call e => (style.Call(e.Function, W(e.Argument, Sum)), Primary),
            Combine { Function: Function.Remainder } e => ($"{W(e.First, Product)} % {W(e.Second, Unary)}", Product),
            Combine e => (style.Call(e.Function, [.. e.Operands.Select(operand => W(operand, Sum))]), Primary),
            Opaque e => (e.Text, Primary),
            Truth e when style is MathStyle math => (math.Condition(e.Condition), Sum),
            Select e => (style.Select(W(e.Left, Sum), e.Comparison, W(e.Right, Sum), W(e.Then, Sum), W(e.Otherwise, Sum)), Primary),
            _ => throw new InvalidOperationException($"No C# for {expression}."),
        };
    }
}
