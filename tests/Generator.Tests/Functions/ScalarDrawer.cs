using System;
using System.Collections.Immutable;
using System.Linq;

namespace GenNet.Generator.Tests.Functions;

/// <summary>An expression with a bound of its size, so that functions stay moderate and their differences exact.</summary>
/// <param name="Code">The expression.</param>
/// <param name="Bound">It is not larger than this, if variables are not larger than <see cref="ScalarDrawer.VariableBound"/>.</param>
internal readonly record struct Drawn(Fragment Code, double Bound);

/// <summary>Draws expressions of the function's type.</summary>
internal sealed class ScalarDrawer(Scope scope)
{
    /// <summary>What variables stay within, but for sums over loops.</summary>
    public const double VariableBound = 3;

    private readonly WholeDrawer _wholes = new(scope);

    /// <summary>Functions that are smooth wherever their argument is small, with a bound of the argument and one of the value.</summary>
    private static readonly ImmutableArray<(string Name, double Limit, double Bound)> Smooth =
    [
        ("Sin", 4, 1), ("Cos", 4, 1), ("Tanh", 4, 1), ("Atan", 4, 1.4), ("Asinh", 4, 2.1), ("Exp", 1.2, 3.4), ("Sinh", 1.2, 1.6), ("Cosh", 1.2, 1.9), ("Tan", 0.9, 1.3),
        ("Asin", 0.9, 1.2), ("Acos", 0.9, 2.7), ("Atanh", 0.8, 1.1),
    ];

    /// <summary>Functions that are smooth where their argument is not small.</summary>
    private static readonly ImmutableArray<string> OfPositive = ["Log", "Log2", "Log10", "Sqrt", "Cbrt"];

    /// <summary>A condition.</summary>
    public Fragment Condition(int depth)
    {
        switch (scope.Random.Next(9))
        {
            case 0 when depth > 0:
                return Joined(depth - 1);
            case 1 when depth > 0:
                return new Fragment(FragmentKind.Condition, "!({0})", Condition(depth - 1));
            case 2 or 3 when scope.Any(variable => variable.Kind == VariableKind.Whole) is not null:
                return new Fragment(FragmentKind.Condition, scope.Pick("{0} == {1}", "{0} != {1}", "{0} < {1}", "{0} >= {1}", "{0} % 2 == {1} % 2"), _wholes.Draw(1), _wholes.Draw(0));
            case 4 when scope.Any(variable => variable.Kind == VariableKind.Truth) is { } truth:
                return new Fragment(FragmentKind.Condition, truth.Name);
            case 5 when scope.Any(variable => variable.Kind == VariableKind.Long) is { } number:
                return new Fragment(FragmentKind.Condition, $"{number.Name} {scope.Pick("<", "==", ">=")} {{0}}", _wholes.Draw(0));
            default:
                (Fragment left, Fragment right) = (Draw(depth - 1).Code, Draw(depth - 1).Code);

                // The compiler warns of a number that is compared with itself.
                return new Fragment(FragmentKind.Condition, scope.Pick("{0} < {1}", "{0} > {1}", "{0} <= {1}", "{0} >= {1}"), left, left.ToString() == right.ToString() ? Literal(-2, 2) : right);
        }
    }

    private Fragment Joined(int depth)
    {
        Fragment first = Condition(depth);
        return new Fragment(FragmentKind.Condition, scope.Pick("({0} && {1})", "({0} || {1})"), first, WithoutWritten(depth));
    }

    /// <summary>A condition that reads no span that is written.</summary>
    private Fragment WithoutWritten(int depth)
    {
        bool before = scope.CanReadWritten;
        scope.CanReadWritten = false;
        Fragment condition = Condition(depth);
        scope.CanReadWritten = before;
        return condition;
    }

    /// <summary>An expression that is not larger than the limit.</summary>
    public Fragment Within(double limit, int depth) => Tame(Draw(depth), limit);

    /// <summary>An expression.</summary>
    public Drawn Draw(int depth)
    {
        if (depth <= 0 || scope.Chance(0.1))
            return Leaf();
        switch (scope.Random.Next(12))
        {
            case 0 or 1 or 2:
                (Drawn left, Drawn right) = (Draw(depth - 1), Draw(depth - 1));
                return new Drawn(Scalar(scope.Pick("({0} + {1})", "({0} - {1})"), left.Code, right.Code), left.Bound + right.Bound);
            case 3 or 4:
                return new Drawn(Scalar("({0} * {1})", Within(3, depth - 1), Within(3, depth - 1)), 9);
            case 5:
                return scope.Chance(0.8)
                    ? new Drawn(Scalar("({0} / {1})", Within(4, depth - 1), Positive(depth - 1)), 6)
                    : new Drawn(Scalar("({0} % {1})", Within(4, depth - 1), Positive(depth - 1)), 4);
            case 6:
                Drawn operand = Draw(depth - 1);
                return new Drawn(Scalar("(-{0})", operand.Code), operand.Bound);
            case 7:
                return new Drawn(Scalar("({0} ? {1} : {2})", Condition(1), Within(4, depth - 1), Within(4, depth - 1)), 4);
            case 8 when !scope.Callable.IsEmpty:
                return Call(depth - 1) ?? MathCall(depth - 1);
            default:
                return MathCall(depth - 1);
        }
    }

    /// <summary>An expression that is above 0.6.</summary>
    public Fragment Positive(int depth) => scope.Random.Next(7) switch
    {
        0 => Scalar("({0} + {1} * {1})", Literal(0.8, 2), Leaf().Code),
        1 => Scalar("({0} + $Math.Sin({1}))", Literal(1.7, 2.5), Draw(depth - 1).Code),
        2 => Scalar("({0} + $Math.Abs({1}))", Literal(0.8, 2), Within(4, depth - 1)),
        3 => Scalar("({0} + $Math.Exp({1}))", Literal(0.7, 2), Within(1.2, depth - 1)),
        4 => Scalar("({0} + $Math.Pow({1}, 2))", Literal(0.7, 2), Within(2, depth - 1)),
        5 => Scalar("$Math.Max({0}, {1})", Literal(0.7, 2), Within(4, depth - 1)),
        _ => Literal(0.7, 3),
    };

    private Drawn MathCall(int depth)
    {
        switch (scope.Random.Next(12))
        {
            case 0 or 1 or 2 or 3:
                (string name, double limit, double bound) = Smooth[scope.Random.Next(Smooth.Length)];
                return new Drawn(Scalar($"$Math.{name}({{0}})", Within(limit, depth)), bound);
            case 4 or 5:
                return new Drawn(Scalar($"$Math.{scope.Pick(OfPositive.AsSpan())}({{0}})", Positive(depth)), 4);
            case 6:
                return scope.Random.Next(3) switch
                {
                    0 => new Drawn(Scalar("$Math.Pow({0}, {1})", Positive(0), Within(1.5, depth)), 20),
                    1 => new Drawn(Scalar($"$Math.Pow({{0}}, {scope.Pick("2", "3", "1", "0", "2.0$L")})", Within(1.5, depth)), 3.4),
                    _ => new Drawn(Scalar("$Math.Pow({0}, {1})", Positive(depth), Scalar(scope.Pick("-1", "0.5$L", "-1.5$L", "-2"))), 4),
                };
            case 7:
                return new Drawn(Scalar(scope.Pick("$Math.Min({0}, {1})", "$Math.Max({0}, {1})"), Within(4, depth), Within(4, depth)), 4);
            case 8:
                return scope.Chance(0.5)
                    ? new Drawn(Scalar("Math.Clamp({0}, {1}, {2})", Within(4, depth), Scalar("(-{0})", Positive(0)), Positive(0)), 4)
                    : new Drawn(Scalar("$Math.Abs({0})", Within(4, depth)), 4);
            case 9:
                return new Drawn(Scalar("$Math.FusedMultiplyAdd({0}, {1}, {2})", Within(2, depth), Within(2, depth), Within(3, depth)), 7);
            case 10:
                return scope.Chance(0.5)
                    ? new Drawn(Scalar("$Math.Atan2({0}, {1})", Within(4, depth), Positive(depth)), 1.6)
                    : new Drawn(Scalar("$Math.Atan2({0}, {1})", Positive(depth), Within(4, depth)), 3.2);
            default:
                return scope.Random.Next(6) switch
                {
                    0 => new Drawn(Scalar("$Math.CopySign({0}, {1})", Within(4, depth), Within(4, depth)), 4),
                    1 => new Drawn(Scalar($"$Math.{scope.Pick("Floor", "Ceiling", "Round", "Truncate")}({{0}})", Within(3, depth)), 3),
                    _ => new Drawn(Scalar("$Math.Acosh({0} + {1})", Literal(0.9, 2), Positive(depth)), 4),
                };
        }
    }

    private Drawn Leaf()
    {
        switch (scope.Random.Next(10))
        {
            case 0:
                return new Drawn(Literal(-2, 2), 2);
            case 1 when scope.Any(variable => variable.Kind is VariableKind.Whole or VariableKind.Long) is { } whole:
                return new Drawn(Scalar(scope.Pick("({0} % 4 * {1})", "({1} * ({0} % 4))", "($T)({0} % 4)"), new Fragment(FragmentKind.Whole, whole.Name), Literal(0.3, 1)), 3);
            case 2 when scope.Chance(0.2):
                return new Drawn(Scalar("$Math.PI"), 4);
            case 3 or 4 or 5 or 6 when scope.Any(variable => variable.Kind is VariableKind.Span or VariableKind.Written) is { } span:
                return new Drawn(Scalar($"{span.Name}[{{0}}]", _wholes.Index(span.Name)), VariableBound);
            default:
                return scope.Any(variable => variable.Kind == VariableKind.Scalar) is { } scalar
                    ? new Drawn(Scalar(scalar.Name), VariableBound)
                    : new Drawn(Literal(-2, 2), 2);
        }
    }

    /// <summary>A call of another function; null where that wants what is not at hand, or would take long.</summary>
    private Drawn? Call(int depth)
    {
        RandomFunction called = scope.Callable[scope.Random.Next(scope.Callable.Length)];
        if (called.IsVoid || (scope.Loops > 1 && called.HasLoop))
            return null;
        var arguments = ImmutableArray.CreateBuilder<Fragment>();
        foreach (RandomParameter parameter in called.Parameters)
        {
            // What a [Constant] parameter is handed must not depend on what is differentiated.
            Variable? variable = scope.Any(variable => variable.Kind == (parameter.IsSpan ? VariableKind.Span : VariableKind.Scalar) && (variable.IsConstant || !parameter.IsConstant));
            if (parameter.IsSpan && variable is null)
                return null;
            arguments.Add(parameter switch
            {
                { IsSpan: true } => Scalar(variable!.Name),
                { Kind: ParameterKind.Scalar, IsConstant: true } => variable is null ? Literal(-2, 2) : Scalar(variable.Name),
                { Kind: ParameterKind.Scalar } => Within(VariableBound, depth),
                { Kind: ParameterKind.Bool } => WithoutWritten(0),
                _ => new Fragment(FragmentKind.Whole, "({0} % 5)", _wholes.Draw(1)),
            });
        }

        string places = string.Join(", ", called.Parameters.Select((_, i) => $"{{{i}}}"));
        return new Drawn(Scalar($"{called.Name}({places})", arguments.ToImmutable()), 8);
    }

    /// <summary>The expression, or what makes it smaller around it.</summary>
    private Fragment Tame(Drawn drawn, double limit)
    {
        if (drawn.Bound <= limit)
            return drawn.Code;
        Fragment factor = Fragment.Literal(Math.Max(0.001, Math.Floor(limit / drawn.Bound * 1000) / 1000));
        return scope.Random.Next(3) switch
        {
            0 when limit >= 1 => Scalar("$Math.Sin({0})", drawn.Code),
            1 when limit >= 1 => Scalar("$Math.Tanh({0})", drawn.Code),
            _ => Scalar("({0} * {1})", factor, drawn.Code),
        };
    }

    /// <summary>Three digits: sums of few are not equal by chance.</summary>
    private Fragment Literal(double low, double high)
    {
        double value = Math.Round(low + (scope.Random.NextDouble() * (high - low)), 3);
        return value < 0 ? Scalar("(-{0})", Fragment.Literal(-value)) : Fragment.Literal(value);
    }

    private static Fragment Scalar(string text, params ImmutableArray<Fragment> parts) => new(FragmentKind.Scalar, text, parts);
}
