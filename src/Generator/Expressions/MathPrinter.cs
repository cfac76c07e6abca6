using System.Globalization;

namespace GenNet.Generator.Expressions;

/// <summary>Expressions as a formula for comments: <c>a (1 - a)</c>.</summary>
internal static class MathPrinter
{
    public static string Print(Expr expression) => Write(expression, 0);

    private static string Write(Expr expression, int tightness)
    {
        (string text, int own) = expression switch
        {
            Variable e => (e.Name, 4),
            Constant e => (Number(e.Value), e.Value < 0 ? 1 : 4),
            Add e => ($"{Write(e.Left, 1)} + {Write(e.Right, 1)}", 1),
            Subtract e => ($"{Write(e.Left, 1)} - {Write(e.Right, 2)}", 1),
            Multiply e when e.Left == e.Right => ($"{Write(e.Left, 4)}^2", 3),
            Multiply e => ($"{Write(e.Left, 2)} {Write(e.Right, 3)}", 2),
            Divide e => ($"{Write(e.Left, 2)} / {Write(e.Right, 3)}", 2),
            Negate e => ($"-{Write(e.Operand, 3)}", 3),
            Call { Function: Function.Abs } e => ($"|{Write(e.Argument, 0)}|", 4),
            Call e => ($"{Name(e.Function)}({Write(e.Argument, 0)})", 4),
            Select e => ($"{Write(e.Then, 1)} where {Write(e.Left, 1)} {Sign(e.Comparison)} {Write(e.Right, 1)}, else {Write(e.Otherwise, 1)}", 0),
            _ => ("?", 4),
        };
        return own < tightness ? $"({text})" : text;
    }

    private static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    private static string Name(Function function) => function switch
    {
        Function.Exp => "exp",
        Function.Expm1 => "expm1",
        Function.Log => "log",
        Function.Log1p => "log1p",
        Function.Tanh => "tanh",
        Function.Sigmoid => "sigmoid",
        Function.Softplus => "softplus",
        Function.Erf => "erf",
        Function.Sign => "sign",
        _ => "|.|",
    };

    private static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.LessThan => "<",
        Comparison.LessThanOrEqual => "<=",
        Comparison.GreaterThan => ">",
        Comparison.Equal => "=",
        _ => ">=",
    };
}
