using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace GenNet.Generator.Tests.Functions;

/// <summary>The arguments of a function.</summary>
/// <param name="Numbers">Of its parameters that are numbers, in order.</param>
/// <param name="Wholes">Of its integers and truth values; odd is true.</param>
/// <param name="Spans">Of its spans; of one that is written what stands there before.</param>
/// <param name="OutputGradients">Of each written span the gradient of what the caller makes of it.</param>
internal sealed record Point(double[] Numbers, long[] Wholes, double[][] Spans, double[][] OutputGradients)
{
    /// <summary>A random point. A float can hold each of its numbers.</summary>
    public static Point Draw(ImmutableArray<RandomParameter> parameters, Random random)
    {
        double Number() => (float)((random.NextDouble() * 4) - 2);
        double[] Span() => [.. Enumerable.Range(0, random.Next(WholeDrawer.ShortestSpan, 7)).Select(_ => Number())];
        (RandomParameter Parameter, double[] Content)[] spans = [.. parameters.Where(parameter => parameter.IsSpan).Select(parameter => (parameter, Span()))];
        return new Point(
            [.. parameters.Where(parameter => parameter.Kind == ParameterKind.Scalar).Select(_ => Number())],
            [.. parameters.Where(parameter => parameter.IsWhole).Select(_ => (long)random.Next(5))],
            [.. spans.Select(span => span.Content)],
            [.. spans.Where(span => span.Parameter.Kind == ParameterKind.Written).Select(span => span.Content.Select(_ => Number()).ToArray())]);
    }

    /// <summary>The point with its own arrays.</summary>
    public Point Copy() => new([.. Numbers], Wholes, [.. Spans.Select(span => span.ToArray())], OutputGradients);

    public override string ToString() =>
        $"numbers {Text(Numbers)}, integers [{string.Join(", ", Wholes)}], spans {string.Join(" ", Spans.Select(Text))}, gradients of written spans {string.Join(" ", OutputGradients.Select(Text))}";

    private static string Text(IEnumerable<double> numbers) => FormattableString.Invariant($"[{string.Join(", ", numbers.Select(number => number.ToString("R", null)))}]");
}
