using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using GenNet.Generator.Expressions;
using GenNet.Generator.Programs;

namespace GenNet.Generator.Differentiation.Functions;

/// <summary>How many numbers the way there puts aside, at most: a constant, or what loops add to it.</summary>
/// <param name="Constant">The constant part.</param>
/// <param name="Rest">What computes the rest: the way there without its arithmetic; empty where there is none.</param>
internal sealed record KeptLength(long Constant, Body Rest)
{
    /// <summary>Whether it is a constant.</summary>
    public bool IsConstant => Rest.Statements.Count == 0;

    /// <summary>Whether nothing is kept.</summary>
    public bool IsZero => IsConstant && Constant == 0;

    /// <summary>That of a gradient.</summary>
    public static KeptLength Of(FunctionGradient gradient)
    {
        KeptLength all = Of(gradient.Forward, DecisiveNames.Of(gradient));
        foreach (KeyValuePair<Series, Series> pair in gradient.SeriesGradients.Where(pair => gradient.IsCopy(pair.Key)))
            all.Rest.Add(new Lengthen(new Opaque($"{pair.Key.Name}.Length")));

        // One call after the other has room for its parts of gradients.
        string[] parts = [.. Parts(gradient.Backward).Select(spans => string.Join(" + ", spans.Select(span => $"{span.Name}.Length"))).Distinct()];
        if (parts.Length > 0)
            all.Rest.Add(new Lengthen(new Opaque(parts.Aggregate((most, part) => $"global::System.Math.Max({most}, {part})"))));
        return all;
    }

    private static KeptLength Of(Body body, HashSet<string> decisive)
    {
        long constant = 0;
        var rest = new Body();
        foreach (Statement statement in body.Statements)
        {
            switch (statement)
            {
                case Keep:
                    constant++;
                    break;
                case Loop loop:
                    constant += OfLoop(loop, Of(loop.Body, decisive), rest);
                    break;
                case Branch branch:
                    constant += OfBranch(branch, Of(branch.Then, decisive), Of(branch.Otherwise, decisive), decisive, rest);
                    break;
                case Assign or Declare when decisive.Contains(Variables.Assigned(statement)!.Name):
                    rest.Add(statement);
                    break;
            }
        }

        // What would only be computed to no end.
        if (rest.Statements.All(statement => statement is Assign or Declare))
            rest = new Body();
        return new KeptLength(constant, rest);
    }

    /// <summary>Adds what a loop keeps, and returns what of it is constant.</summary>
    private static long OfLoop(Loop loop, KeptLength inner, Body rest)
    {
        if (inner.IsZero)
            return 0;
        if (inner.IsConstant && Trips(loop) is { } trips)
            return inner.Constant * trips;
        if (inner.IsConstant && Math.Abs(loop.Step) == 1)
        {
            rest.Add(new Lengthen(Total(loop, inner.Constant)));
            return 0;
        }

        var body = new Body();
        body.Statements.AddRange(inner.Rest.Statements);
        if (inner.Constant > 0)
            body.Add(new Lengthen(new Opaque(inner.Constant.ToString(CultureInfo.InvariantCulture))));
        rest.Add(new Loop(loop.Index, loop.First, loop.Comparison, loop.Limit, loop.Step, body));
        return 0;
    }

    /// <summary>A branch that no differentiated number decides is asked; of another both sides count.</summary>
    private static long OfBranch(Branch branch, KeptLength then, KeptLength otherwise, HashSet<string> decisive, Body rest)
    {
        if (then.IsConstant && otherwise.IsConstant)
            return Math.Max(then.Constant, otherwise.Constant);
        bool isKnown = Reads.Of(branch.Condition).All(decisive.Contains);
        if (!isKnown)
        {
            rest.Statements.AddRange(then.Rest.Statements);
            rest.Statements.AddRange(otherwise.Rest.Statements);
            return then.Constant + otherwise.Constant;
        }

        rest.Add(new Branch(branch.Condition, then.Rest, otherwise.Rest));
        return Math.Max(then.Constant, otherwise.Constant);
    }

    /// <summary>What a loop keeps whose iterations keep the same.</summary>
    private static Opaque Total(Loop loop, long each)
    {
        (Opaque low, Opaque high) = loop.Step > 0 ? (loop.First, loop.Limit) : (loop.Limit, loop.First);
        Opaque end = loop.Comparison is Comparison.LessThanOrEqual or Comparison.GreaterThanOrEqual ? ReversedLoops.Plus(high, 1) : high;
        string distance = low.Text == "0" ? end.Text : $"{ReversedLoops.Operand(end)} - {ReversedLoops.Operand(low)}";
        string text = loop.Index.Type == "int" ? $"global::System.Math.Max(0, {distance})" : $"(int)global::System.Math.Max(0, {distance})";
        return new Opaque(each == 1 ? text : $"{each} * {text}", [.. low.Reads, .. end.Reads]);
    }

    private static long? Trips(Loop loop)
    {
        if (!Whole(loop.First, out long first) || !Whole(loop.Limit, out long limit))
            return null;
        long size = Math.Abs(loop.Step), distance = loop.Step > 0 ? limit - first : first - limit;
        if (loop.Comparison is Comparison.LessThanOrEqual or Comparison.GreaterThanOrEqual)
            distance++;
        return Math.Max(0, (distance + size - 1) / size);
    }

    private static bool Whole(Opaque value, out long number) => long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static IEnumerable<IEnumerable<Series>> Parts(Body body) => body.Statements.SelectMany(statement =>
        (statement is Pull pull ? new[] { pull.Spans.Select(span => span.Argument) } : []).Concat(Variables.Bodies(statement).SelectMany(Parts)));
}
