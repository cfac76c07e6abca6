using GenNet.Generator.Expressions;

namespace GenNet.Generator.Programs;

/// <summary>Choices of a formula: both sides are computed, and the condition takes one. As nothing has an effect, that is what a branch does.</summary>
internal static class FormulaConditions
{
    public static Condition Of(bool value) => new Compares(0, value ? Comparison.Equal : Comparison.NotEqual, 0);

    /// <summary>Whether a condition is known; null where it depends on the numbers.</summary>
    public static bool? Known(Condition condition) => condition switch
    {
        Compares { Left: Constant a, Right: Constant b } c => Holds(a.Value, c.Comparison, b.Value),
        Not c => !Known(c.Condition),
        Both c => (Known(c.First), Known(c.Second)) switch
        {
            (false, _) or (_, false) => false,
            (true, true) => true,
            _ => null,
        },
        Either c => (Known(c.First), Known(c.Second)) switch
        {
            (true, _) or (_, true) => true,
            (false, false) => false,
            _ => null,
        },
        _ => null,
    };

    /// <summary>One number where a condition holds, else another.</summary>
    public static Expr Choose(Condition condition, Expr then, Expr otherwise)
    {
        if (ReferenceEquals(then, otherwise) || then == otherwise)
            return then;
        if (Known(condition) is { } known)
            return known ? then : otherwise;
        return condition switch
        {
            Compares c => new Select(c.Left, c.Comparison, c.Right, then, otherwise),
            Not c => Choose(c.Condition, otherwise, then),
            Both c => Choose(c.First, Choose(c.Second, then, otherwise), otherwise),
            Either c => Choose(c.First, then, Choose(c.Second, then, otherwise)),
            _ => throw new NoFormulaException(Obstacle.Other, "a condition is not about numbers", "compare numbers"),
        };
    }

    private static bool Holds(double left, Comparison comparison, double right) => comparison switch
    {
        Comparison.LessThan => left < right,
        Comparison.LessThanOrEqual => left <= right,
        Comparison.GreaterThan => left > right,
        Comparison.Equal => left == right,
        Comparison.NotEqual => left != right,
        _ => left >= right,
    };
}
