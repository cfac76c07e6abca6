using System;
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

    public virtual string Call(Function function, params string[] arguments) => function switch
    {
        Function.Abs or Function.Floor or Function.Ceiling or Function.Round or Function.Truncate or Function.Max or Function.Min or Function.CopySign
            or Function.FusedMultiplyAdd => OfSystem(function.ToString(), arguments),
        Function.Sqrt => OfSystem(SquareRoot, arguments),

        // Math.Clamp throws where the bounds are the wrong way round; lanes cannot.
        Function.Clamp => OfSystem("Min", OfSystem("Max", arguments[0], arguments[1]), arguments[2]),
        Function.ToFloat or Function.ToDouble => arguments[0],
        _ => $"VectorMath.{function}({string.Join(", ", arguments)})",
    };

    /// <summary>The class that has Abs, and what else a processor rounds correctly.</summary>
    protected abstract string MathPrefix { get; }

    protected virtual string SquareRoot => "Sqrt";

    private string OfSystem(string name, params string[] arguments) => $"{MathPrefix}.{name}({string.Join(", ", arguments)})";

    public string Literal(double value) => double.IsNaN(value) ? $"{ScalarType}.NaN"
        : (ScalarType == "float" ? float.IsInfinity((float)value) : double.IsInfinity(value)) ? $"{ScalarType}.{(value > 0 ? "Positive" : "Negative")}Infinity"
        : ScalarType == "float"
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

    public override string Select(string left, Comparison comparison, string right, string then, string otherwise) =>
        $"({left} {MathStyle.Sign(comparison)} {right} ? {then} : {otherwise})";
}

/// <summary>A vector at a time.</summary>
/// <param name="ScalarType">float or double.</param>
/// <param name="VectorClass">Vector or Vector512.</param>
internal sealed record VectorStyle(string ScalarType, string VectorClass) : ExpressionStyle(ScalarType)
{
    protected override string MathPrefix => VectorClass;

    protected override string SquareRoot => VectorClass == "Vector" ? "SquareRoot" : "Sqrt";

    public override string Constant(double value) => value switch
    {
        0 => $"{VectorClass}<{ScalarType}>.Zero",
        1 => $"{VectorClass}<{ScalarType}>.One",
        _ => $"{VectorClass}.Create({Literal(value)})",
    };

    public override string Select(string left, Comparison comparison, string right, string then, string otherwise) => comparison == Comparison.NotEqual
        ? Select(left, Comparison.Equal, right, otherwise, then)
        : $"{VectorClass}.ConditionalSelect({VectorClass}.{comparison switch
        {
            Comparison.LessThan => "LessThan",
            Comparison.LessThanOrEqual => "LessThanOrEqual",
            Comparison.GreaterThan => "GreaterThan",
            Comparison.Equal => "Equals",
            _ => "GreaterThanOrEqual",
        }}({left}, {right}), {then}, {otherwise})";
}
