namespace GenNet.Generator.Expressions;

/// <summary>Numbers as a user writes them: the functions are those of Math and MathF, to the last bit.</summary>
/// <param name="ScalarType">float or double.</param>
/// <param name="Prefix">What stands before types of System: nothing, or global::System.</param>
internal sealed record MathStyle(string ScalarType, string Prefix) : ExpressionStyle(ScalarType)
{
    protected override string MathPrefix => Prefix + (ScalarType == "float" ? "MathF" : "Math");

    public override string Constant(double value) => Literal(value);

    public override string Call(Function function, params string[] arguments) => function switch
    {
        Function.Sign => $"({arguments[0]} > 0 ? 1 : {arguments[0]} < 0 ? -1 : {Literal(0)})",
        Function.ToFloat => $"(float){Operand(arguments[0])}",
        Function.ToDouble => $"(double){Operand(arguments[0])}",
        Function.Clamp or Function.Abs => $"{Prefix}Math.{function}({string.Join(", ", arguments)})",
        _ => $"{MathPrefix}.{function}({string.Join(", ", arguments)})",
    };

    public override string Select(string left, Comparison comparison, string right, string then, string otherwise) =>
        $"({left} {Sign(comparison)} {right} ? {then} : {otherwise})";

    /// <summary>A condition.</summary>
    public string Condition(Condition condition) => condition switch
    {
        Compares c => $"{Number(c.Left)} {Sign(c.Comparison)} {Number(c.Right)}",
        Both c => $"{Operand(c.First)} && {Operand(c.Second)}",
        Either c => $"{Operand(c.First)} || {Operand(c.Second)}",
        Not { Condition: Holds { Value: Variable v } } => $"!{v.Name}",
        Not c => $"!({Condition(c.Condition)})",
        Holds c => Number(c.Value),
        _ => throw new System.InvalidOperationException($"No C# for {condition}."),
    };

    public static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.LessThan => "<",
        Comparison.LessThanOrEqual => "<=",
        Comparison.GreaterThan => ">",
        Comparison.Equal => "==",
        Comparison.NotEqual => "!=",
        _ => ">=",
    };

    private static string Operand(string text) => text.IndexOf(' ') < 0 ? text : $"({text})";

    private string Operand(Condition condition) => condition is Both or Either or Holds { Value: Opaque } ? $"({Condition(condition)})" : Condition(condition);

    private string Number(Expr value) => ExpressionPrinter.PrintWhole(value, this);
}
