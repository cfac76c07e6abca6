using System;
using System.Linq;
using System.Numerics;
using System.Reflection;

namespace GenNet.Generator.Tests.Functions;

/// <summary>What a call of a function or of its gradient gave.</summary>
/// <param name="Value">What it returned; 0 where it returns nothing.</param>
/// <param name="Spans">The spans behind it.</param>
/// <param name="Gradient">The gradients of the parameters that have one: first of the numbers, then of the spans.</param>
internal sealed record FunctionResult(double Value, double[][] Spans, double[] Gradient)
{
    /// <summary>Whether the function itself gave the same, bit for bit.</summary>
    public bool HasValueOf(FunctionResult other) =>
        Same(Value, other.Value) && Spans.Zip(other.Spans).All(pair => pair.First.Zip(pair.Second).All(numbers => Same(numbers.First, numbers.Second)));

    /// <summary>Whether all is the same, bit for bit.</summary>
    public bool IsSame(FunctionResult other) => HasValueOf(other) && Gradient.Zip(other.Gradient).All(pair => Same(pair.First, pair.Second));

    private static bool Same(double left, double right) => BitConverter.DoubleToInt64Bits(left) == BitConverter.DoubleToInt64Bits(right);
}

/// <summary>A compiled function.</summary>
internal interface IEmittedFunction
{
    /// <summary>The function itself; of the gradient nothing.</summary>
    FunctionResult Value(Point point);

    /// <summary>Its gradient.</summary>
    FunctionResult Gradient(Point point);

    /// <summary>How long the buffer of the other overload must be; null where there is none.</summary>
    int? KeptLength(Point point);

    /// <summary>Its gradient with a buffer of this length.</summary>
    FunctionResult Buffered(Point point, int length);
}

/// <summary>A compiled function.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="function">The function.</param>
/// <param name="adapter">What <see cref="FunctionAdapter"/> wrote for it.</param>
internal sealed class EmittedFunction<T>(RandomFunction function, Type adapter) : IEmittedFunction
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Func<T[], long[], T[][], T>? _value = Method<Func<T[], long[], T[][], T>>(adapter, "Value");
    private readonly Func<T[], long[], T[][], int>? _keptLength = Method<Func<T[], long[], T[][], int>>(adapter, "KeptLength");
    private readonly Func<T[], long[], T[][], T[][], T[], T[][], T>? _gradient = Method<Func<T[], long[], T[][], T[][], T[], T[][], T>>(adapter, "Gradient");
    private readonly Func<T[], long[], T[][], T[][], T[], T[][], int, T>? _buffered = Method<Func<T[], long[], T[][], T[][], T[], T[][], int, T>>(adapter, "Buffered");

    public FunctionResult Value(Point point)
    {
        T[][] spans = [.. point.Spans.Select(Numbers)];
        T value = _value!(Numbers(point.Numbers), point.Wholes, spans);
        return new FunctionResult(double.CreateTruncating(value), [.. spans.Select(Doubles)], []);
    }

    public FunctionResult Gradient(Point point) => Gradient(point, _gradient!);

    public int? KeptLength(Point point) => _keptLength?.Invoke(Numbers(point.Numbers), point.Wholes, [.. point.Spans.Select(Numbers)]);

    public FunctionResult Buffered(Point point, int length) =>
        Gradient(point, (n, k, s, dy, dn, ds) => _buffered!(n, k, s, dy, dn, ds, length));

    private FunctionResult Gradient(Point point, Func<T[], long[], T[][], T[][], T[], T[][], T> call)
    {
        RandomParameter[] spanParameters = [.. function.Parameters.Where(parameter => parameter.IsSpan)];
        T[][] spans = [.. point.Spans.Select(Numbers)];
        T[] numberGradients = NotNumbers(function.Parameters.Count(parameter => parameter.IsDifferentiated && !parameter.IsSpan));
        T[][] spanGradients = [.. spans.Where((_, i) => spanParameters[i].IsDifferentiated).Select(span => NotNumbers(span.Length))];
        T value = call(Numbers(point.Numbers), point.Wholes, spans, [.. point.OutputGradients.Select(Numbers)], numberGradients, spanGradients);
        return new FunctionResult(double.CreateTruncating(value), [.. spans.Select(Doubles)], Doubles([.. numberGradients, .. spanGradients.SelectMany(span => span)]));
    }

    /// <summary>What a span of a gradient holds before must not matter.</summary>
    private static T[] NotNumbers(int count) => [.. Enumerable.Repeat(T.NaN, count)];

    private static T[] Numbers(double[] values) => [.. values.Select(T.CreateTruncating)];

    private static double[] Doubles(T[] values) => [.. values.Select(double.CreateTruncating)];

    private static TDelegate? Method<TDelegate>(Type type, string name)
        where TDelegate : Delegate => type.GetMethod(name, BindingFlags.Public | BindingFlags.Static)?.CreateDelegate<TDelegate>();
}
