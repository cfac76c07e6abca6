using System;
using System.Linq;

namespace GenNet.Generator.Tests.Functions;

/// <summary>What was compared, so that a test cannot pass by comparing nothing.</summary>
internal sealed class ComparisonCounts
{
    /// <summary>The functions.</summary>
    public int Functions { get; set; }

    /// <summary>The derivatives that were compared.</summary>
    public int Derivatives { get; set; }

    /// <summary>Those of them that differences could not decide on.</summary>
    public int Undecided { get; set; }

    /// <summary>Those of them that are not 0.</summary>
    public int Nonzero { get; set; }

    /// <summary>The functions with an overload that takes a buffer.</summary>
    public int Buffered { get; set; }

    /// <summary>The buffers that were too short.</summary>
    public int TooShort { get; set; }
}

/// <summary>A function and its gradient at a point, against differences and against each other.</summary>
/// <param name="function">The function.</param>
/// <param name="emitted">It and its gradient.</param>
/// <param name="exact">It in double, for the differences.</param>
/// <param name="tolerance">Of <see cref="Differences.ScaledError"/>.</param>
/// <param name="counts">What is counted.</param>
internal sealed class FunctionComparison(RandomFunction function, IEmittedFunction emitted, IEmittedFunction exact, double tolerance, ComparisonCounts counts)
{
    /// <summary>What is wrong at a point; null where nothing is.</summary>
    public Failure? At(Point point)
    {
        try
        {
            FunctionResult value = emitted.Value(point), gradient = emitted.Gradient(point);
            return OfValue(point, value, gradient) ?? OfGradient(point, gradient) ?? OfBuffer(point, gradient);
        }
        catch (Exception exception)
        {
            return new Failure(FailureKind.Throws, $"{function.Name} at {point} throws: {exception}");
        }
    }

    private Failure? OfValue(Point point, FunctionResult value, FunctionResult gradient) => gradient.HasValueOf(value)
        ? null
        : new Failure(FailureKind.Value, FormattableString.Invariant(
            $"{function.Name} at {point} is {value.Value:R}, its gradient says {gradient.Value:R}; spans {Text(value)} and {Text(gradient)}"));

    private Failure? OfGradient(Point point, FunctionResult gradient)
    {
        int at = 0, number = -1, span = -1;
        foreach (RandomParameter parameter in function.Parameters.Where(parameter => parameter.Kind == ParameterKind.Scalar))
        {
            int place = ++number;
            if (parameter.IsDifferentiated && Judge(point, moved => moved.Numbers, place, gradient.Gradient[at++], parameter.Name) is { } failure)
                return failure;
        }

        foreach (RandomParameter parameter in function.Parameters.Where(parameter => parameter.IsSpan))
        {
            int place = ++span;
            for (int i = 0; parameter.IsDifferentiated && i < point.Spans[place].Length; i++)
            {
                if (Judge(point, moved => moved.Spans[place], i, gradient.Gradient[at++], $"{parameter.Name}[{i}]") is { } failure)
                    return failure;
            }
        }

        return null;
    }

    private Failure? Judge(Point point, Func<Point, double[]> numbers, int place, double derivative, string name)
    {
        Point moved = point.Copy();
        double[] moving = numbers(moved);
        double from = moving[place];
        Differences judged = Differences.Judge(
            by =>
            {
                moving[place] = from + by;
                return Weighted(moved);
            },
            derivative,
            tolerance);
        counts.Derivatives++;
        if (judged.Verdict == Verdict.Undecided)
            counts.Undecided++;
        if (Math.Abs(derivative) > 1e-3)
            counts.Nonzero++;
        return judged.Verdict != Verdict.Differ
            ? null
            : new Failure(FailureKind.Gradient, FormattableString.Invariant(
                $"{function.Name} at {point}: the derivative by {name} is {derivative:R}, that of differences {judged.Expected:R}"));
    }

    /// <summary>The number that is differentiated: what the function returns, or the sum of dy_i y_i.</summary>
    private double Weighted(Point point)
    {
        FunctionResult result = exact.Value(point);
        int written = 0, span = 0;
        double sum = result.Value;
        foreach (RandomParameter parameter in function.Parameters.Where(parameter => parameter.IsSpan))
        {
            double[] content = result.Spans[span++];
            if (parameter.Kind == ParameterKind.Written)
                sum += content.Zip(point.OutputGradients[written++], (y, dy) => y * dy).Sum();
        }

        return sum;
    }

    private Failure? OfBuffer(Point point, FunctionResult gradient)
    {
        if (emitted.KeptLength(point) is not { } length)
            return null;
        counts.Buffered++;
        foreach (int longer in new[] { 0, 7 })
        {
            if (!emitted.Buffered(point, length + longer).IsSame(gradient))
                return new Failure(FailureKind.Buffer, $"{function.Name} at {point}: another gradient with a buffer of {length} + {longer}");
        }

        if (length == 0)
            return null;
        counts.TooShort++;
        try
        {
            emitted.Buffered(point, length - 1);
            return new Failure(FailureKind.Buffer, $"{function.Name} at {point}: a buffer of {length - 1} is taken where {length} are needed");
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Text(FunctionResult result) =>
        string.Join(" ", result.Spans.Select(span => $"[{string.Join(", ", span.Select(number => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture)))}]"));
}
