using System.Globalization;

namespace GenNet.Generator.Expressions;

/// <summary>How constants, calls and choices are written in C#; operators are the same in every style.</summary>
/// <param name="ScalarType">float or double.</param>
internal abstract record ExpressionStyle(string ScalarType)
{
    /// <summary>A constant that stands alone or is added.</summary>
    public abstract string Constant(double value);

    /// <summary>A constant that multiplies.</summary>
    public string Factor(double value) => Literal(value);

    public abstract string Select(string left, Comparison comparison, string right, string then, string otherwise);

    public string Call(Function function, string argument) => function switch
    {
        Function.Abs => $"{MathPrefix}.Abs({argument})",
        _ => $"VectorMath.{function}({argument})",
    };

    /// <summary>The class that has Abs.</summary>
    protected abstract string MathPrefix { get; }

    public string Literal(double value) => ScalarType == "float"
        ? ((float)value).ToString("R", CultureInfo.InvariantCulture) + "f"
        : Point(value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>A double literal is told from an int by its point.</summary>
    private static string Point(string digits) => digits.IndexOfAny(['.', 'E', 'e']) < 0 ? digits + ".0" : digits;
}

/// <summary>One number at a time.</summary>
internal sealed record ScalarStyle(string ScalarType) : ExpressionStyle(ScalarType)
{
    protected override string MathPrefix => ScalarType;

    public override string Constant(double value) => Literal(value);

    public override string Select(string left, Comparison comparison, string right, string then, string otherwise)
    {
        string sign = comparison switch
        {
            Comparison.LessThan => "<",
            Comparison.LessThanOrEqual => "<=",
            Comparison.GreaterThan => ">",
            Comparison.Equal => "==",
            _ => ">=",
        };
        return $"({left} {sign} {right} ? {then} : {otherwise})";
    }
}

/// <summary>A vector at a time.</summary>
/// <param name="ScalarType">float or double.</param>
/// <param name="VectorClass">Vector or Vector512.</param>
internal sealed record VectorStyle(string ScalarType, string VectorClass) : ExpressionStyle(ScalarType)
{
    protected override string MathPrefix => VectorClass;

    public override string Constant(double value) => value switch
    {
        0 => $"{VectorClass}<{ScalarType}>.Zero",
        1 => $"{VectorClass}<{ScalarType}>.One",
        _ => $"{VectorClass}.Create({Literal(value)})",
    };

    public override string Select(string left, Comparison comparison, string right, string then, string otherwise) =>
        $"{VectorClass}.ConditionalSelect({VectorClass}.{comparison switch
        {
            Comparison.LessThan => "LessThan",
            Comparison.LessThanOrEqual => "LessThanOrEqual",
            Comparison.GreaterThan => "GreaterThan",
            Comparison.Equal => "Equals",
            _ => "GreaterThanOrEqual",
        }}({left}, {right}), {then}, {otherwise})";
}
