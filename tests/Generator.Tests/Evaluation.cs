using System;
using GenNet.Generator.Expressions;

namespace GenNet.Generator.Tests;

/// <summary>The value of a scalar expression, by walking it.</summary>
internal static class Evaluation
{
    /// <summary>The value where the variables have these values.</summary>
    public static double Of(Expr expression, params (string Name, double Value)[] variables)
    {
        double E(Expr e) => Of(e, variables);
        return expression switch
        {
            Constant e => e.Value,
            Variable e => Array.Find(variables, v => v.Name == e.Name) is { Name: not null } found ? found.Value : throw new InvalidOperationException($"{e.Name} has no value."),
            Add e => E(e.Left) + E(e.Right),
            Subtract e => E(e.Left) - E(e.Right),
            Multiply e => E(e.Left) * E(e.Right),
            Divide e => E(e.Left) / E(e.Right),
            Negate e => -E(e.Operand),
            Select e => Holds(E(e.Left), e.Comparison, E(e.Right)) ? E(e.Then) : E(e.Otherwise),
            Call e => Value(e.Function, E(e.Argument)),
            _ => throw new InvalidOperationException(expression.ToString()),
        };
    }

    private static bool Holds(double left, Comparison comparison, double right) => comparison switch
    {
        Comparison.LessThan => left < right,
        Comparison.LessThanOrEqual => left <= right,
        Comparison.GreaterThan => left > right,
        Comparison.GreaterThanOrEqual => left >= right,
        _ => left == right,
    };

    private static double Value(Function function, double u) => function switch
    {
        Function.Exp => Math.Exp(u),
        Function.Expm1 => Math.Exp(u) - 1,
        Function.Log => Math.Log(u),
        Function.Log1p => Math.Log(1 + u),
        Function.Tanh => Math.Tanh(u),
        Function.Sigmoid => 1 / (1 + Math.Exp(-u)),
        Function.Softplus => Math.Log(1 + Math.Exp(u)),
        Function.Erf => Erf(u),
        Function.Abs => Math.Abs(u),
        _ => double.IsNaN(u) ? u : Math.Sign(u),
    };

    /// <summary>The Maclaurin series near zero, elsewhere the continued fraction of erfc (Abramowitz and Stegun, 7.1.5 and 7.1.14).</summary>
    private static double Erf(double u)
    {
        if (Math.Abs(u) > 2)
        {
            double x = Math.Abs(u), fraction = x;
            for (int n = 100; n > 0; n--)
                fraction = x + n / 2.0 / fraction;
            return Math.Sign(u) * (1 - Math.Exp(-x * x) / Math.Sqrt(Math.PI) / fraction);
        }

        double sum = 0, term = u;
        for (int n = 0; n < 100; n++)
        {
            sum += term / (2 * n + 1);
            term *= -u * u / (n + 1);
        }

        return 2 / Math.Sqrt(Math.PI) * sum;
    }
}
