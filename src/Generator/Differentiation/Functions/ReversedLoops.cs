using System;
using System.Globalization;
using GenNet.Generator.Expressions;
using GenNet.Generator.Programs;

namespace GenNet.Generator.Differentiation.Functions;

/// <summary>Loops from their last iteration to their first.</summary>
internal static class ReversedLoops
{
    /// <summary>The loop that has the same values of the index the other way round.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="body">What it repeats.</param>
    public static Loop Of(Loop loop, Body body)
    {
        long size = Math.Abs(loop.Step);
        bool isUp = loop.Step > 0;

        // The limit as the last value that an index may have.
        Opaque end = loop.Comparison is Comparison.LessThan ? Plus(loop.Limit, -1) : loop.Comparison is Comparison.GreaterThan ? Plus(loop.Limit, 1) : loop.Limit;
        Opaque last = size == 1 ? end : Last(loop.First, end, size, isUp);
        return new Loop(loop.Index, last, isUp ? Comparison.GreaterThanOrEqual : Comparison.LessThanOrEqual, loop.First, -loop.Step, body);
    }

    /// <summary>The last value that steps from the first one reach; where there is none, one before the first, so that the loop does not run.</summary>
    private static Opaque Last(Opaque first, Opaque end, long size, bool isUp)
    {
        string from = Operand(first), to = Operand(end);
        string text = isUp
            ? $"{to} >= {from} ? {to} - ({to} - {from}) % {size} : {from} - 1"
            : $"{to} <= {from} ? {to} + ({from} - {to}) % {size} : {from} + 1";
        return new Opaque(text, [.. first.Reads, .. end.Reads]);
    }

    /// <summary>A whole number and a constant.</summary>
    public static Opaque Plus(Opaque value, long constant)
    {
        if (long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
            return new Opaque((number + constant).ToString(CultureInfo.InvariantCulture));
        return new Opaque($"{Operand(value)} {(constant < 0 ? "-" : "+")} {Math.Abs(constant)}", value.Reads);
    }

    /// <summary>As an operand.</summary>
    public static string Operand(Opaque value) => value.Text.IndexOf(' ') < 0 ? value.Text : $"({value.Text})";
}
