using System.Globalization;
using System.Linq;

namespace GenNet.Generator.Expressions;

/// <summary>Expressions as a formula for comments: <c>a (1 - a)</c>.</summary>
internal static class MathPrinter
{
    /// <summary>Beyond so many terms nobody reads a formula.</summary>
    private const int MostTerms = 100;

    public static string Print(Expr expression) => Readable(expression) ?? $"(an expression of {ExprGraph.InOrder(expression).Count} operations)";

    /// <summary>The formula, or null where it is too long to be read.</summary>
    public static string? Readable(Expr expression) => Terms(expression) > MostTerms ? null : ExprGraph.Fold<(string Text, int Tightness)>(expression, Write).Text;

    /// <summary>How many variables and constants the formula has: what is used in several places is written in each.</summary>
    private static int Terms(Expr expression) => ExprGraph.Fold<int>(
        expression, (node, known) => node.Operands.Length == 0 ? 1 : (int)System.Math.Min(MostTerms + 1, node.Operands.Sum(operand => (long)known(operand))));

    private static (string Text, int Tightness) Write(Expr expression, System.Func<Expr, (string Text, int Tightness)> written)
    {
        string W(Expr part, int tightness) => written(part).Tightness < tightness ? $"({written(part).Text})" : written(part).Text;
        return expression switch
        {
            Variable e => (e.Name, 4),
            Constant e => (Number(e.Value), e.Value < 0 ? 1 : 4),
            Add e => ($"{W(e.Left, 1)} + {W(e.Right, 1)}", 1),
            Subtract e => ($"{W(e.Left, 1)} - {W(e.Right, 2)}", 1),
            Multiply e when e.Left == e.Right => ($"{W(e.Left, 4)}^2", 3),
            Multiply e => ($"{W(e.Left, 2)} {W(e.Right, 3)}", 2),
            Divide e => ($"{W(e.Left, 2)} / {W(e.Right, 3)}", 2),
            Negate e => ($"-{W(e.Operand, 3)}", 3),
            Call { Function: Function.Abs } e => ($"|{W(e.Argument, 0)}|", 4),
            Call e => ($"{Name(e.Function)}({W(e.Argument, 0)})", 4),
            Combine { Function: Function.Remainder } e => ($"{W(e.First, 2)} mod {W(e.Second, 3)}", 2),
            Combine { Function: Function.Pow } e => ($"{W(e.First, 4)}^{W(e.Second, 4)}", 3),
            Combine e => ($"{Name(e.Function)}({string.Join(", ", e.Operands.Select(operand => W(operand, 0)))})", 4),
            Opaque e => (e.Text, 4),
            Select e => ($"{W(e.Then, 1)} where {W(e.Left, 1)} {Sign(e.Comparison)} {W(e.Right, 1)}, else {W(e.Otherwise, 1)}", 0),
            _ => ("?", 4),
        };
    }

    private static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    private static string Name(Function function) => function switch
    {
        Function.CopySign => "copysign",
        Function.FusedMultiplyAdd => "fma",
        Function.ToFloat => "float",
        Function.ToDouble => "double",
        _ => function.ToString().ToLowerInvariant(),
    };

    private static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.LessThan => "<",
        Comparison.LessThanOrEqual => "<=",
        Comparison.GreaterThan => ">",
        Comparison.Equal => "=",
        Comparison.NotEqual => "!=",
        _ => ">=",
    };
}
