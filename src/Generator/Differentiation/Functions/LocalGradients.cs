using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Expressions;

namespace GenNet.Generator.Differentiation.Functions;

/// <summary>What a node hands on to each number that it is made of: its gradient times its derivative by that number.</summary>
internal static class LocalGradients
{
    /// <summary>The contributions of a node q = value.</summary>
    /// <param name="value">The node: one operation on variables.</param>
    /// <param name="result">Its own variable, which stands for the value where a derivative has it; null where it no longer holds it.</param>
    /// <param name="dq">Its gradient.</param>
    /// <param name="by">The variables that want a contribution.</param>
    public static IReadOnlyList<(Variable Variable, Expr Contribution)> Of(Expr value, Variable? result, Expr dq, IReadOnlyList<Variable> by)
    {
        if (value is Variable same)
            return by.Contains(same) ? [(same, dq)] : [];
        if (value is Divide { Right: Variable divisor } quotient && quotient.Left != quotient.Right)
            return OfQuotient(quotient, divisor, result, dq, by);
        return [.. by.Select(variable => (variable, Contribution(value, result, dq, variable)))];
    }

    /// <summary>dq / dv in terms of q where that is shorter.</summary>
    public static Expr Derivative(Expr value, Variable? result, Variable variable)
    {
        Expr derivative = Differentiator.Differentiate(value, variable);
        return result is null || value is Select ? derivative : derivative.Replace(value, result);
    }

    private static Expr Contribution(Expr value, Variable? result, Expr dq, Variable variable) => dq * Derivative(value, result, variable);

    /// <summary>q = u / v: du = dq / v, and dv = -du q without a second division.</summary>
    private static List<(Variable, Expr)> OfQuotient(Divide quotient, Variable divisor, Variable? result, Expr dq, IReadOnlyList<Variable> by)
    {
        var contributions = new List<(Variable, Expr)>();
        Expr share = dq / (Expr)divisor;
        if (quotient.Left is Variable dividend && by.Contains(dividend))
            contributions.Add((dividend, share));
        if (by.Contains(divisor))
            contributions.Add((divisor, new Negate(new Multiply(share, result ?? (Expr)quotient))));
        return contributions;
    }
}
