using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Expressions;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>Result = an expression of its arguments, number by number.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">The result.</param>
/// <param name="arguments">Which value each variable of the expression stands for.</param>
/// <param name="expression">The expression of one number.</param>
/// <param name="function">The name of the function that it is, such as sigmoid; without one, the formula is the expression.</param>
/// <param name="text">Formula and comment, where they are not that.</param>
internal sealed class Map(
    int layer, Value result, ImmutableArray<Argument> arguments, Expr expression, string? function = null, (string Formula, string Comment)? text = null)
    : Operation(layer)
{
    public ImmutableArray<Argument> Arguments => arguments;

    public Expr Expression => expression;

    public override ImmutableArray<Value> Reads => arguments.Select(argument => argument.Value).ToImmutableArray();

    public override Value Result => result;

    public override string Formula => text?.Formula
        ?? $"{result.Name} = {(function is null ? MathPrinter.Print(OfNames(expression)) : $"{function}({arguments[0].Value.Name})")}";

    public override string Comment => text?.Comment ?? Formula;

    public override PaddingOf Padding => PaddingOf.Reads;

    public override bool MayOverwrite(Value read) => true;

    /// <summary>The sum of values.</summary>
    public static Map Sum(int layer, Value result, IReadOnlyList<Value> values)
    {
        ImmutableArray<Argument> arguments = values.Distinct().Select((value, i) => new Argument(new Variable($"s{i + 1}"), value)).ToImmutableArray();
        return new Map(layer, result, arguments, values
            .Select(value => (Expr)arguments.First(argument => argument.Value == value).Variable).Aggregate((sum, next) => sum + next));
    }

    /// <summary>r = f(s, ...): ds = dr times the derivative of f by s, for each argument that wants a gradient.</summary>
    public override void Differentiate(IAdjoints adjoints)
    {
        foreach (Argument argument in arguments)
        {
            if (!adjoints.Wants(argument.Value))
                continue;
            Value dr = adjoints.GradientOf(this);
            Expr derivative = Differentiator.Differentiate(expression, argument.Variable);
            if (derivative is Constant { Value: 1 })
                adjoints.Flow(argument.Value, dr);
            else
                adjoints.Add(argument.Value, Adjoint(argument, derivative, dr, adjoints.Flow(argument.Value, this)));
        }
    }

    /// <summary>The derivative is written with the result where that makes the argument unnecessary, as in a (1 - a).</summary>
    private Map Adjoint(Argument argument, Expr derivative, Value dr, Value ds)
    {
        Expr slope = OutputForm.Of(expression, derivative, argument.Variable, ActivationFunction.A);

        // The gradient is named first, so that the product reads dr f'.
        var gradient = new Variable("d" + ActivationFunction.A.Name);
        var read = new List<Argument> { new(gradient, dr) };
        read.AddRange(arguments.Where(other => slope.Contains(other.Variable)));
        if (slope.Contains(ActivationFunction.A))
            read.Add(new Argument(ActivationFunction.A, result));
        string formula = arguments.Length == 1
            ? $"{ds.Name} = {dr.Name} * s'({argument.Value.Name})"
            : $"{ds.Name} = {dr.Name} * {MathPrinter.Print(OfNames(slope))}";
        string comment = arguments.Length == 1 && MathPrinter.Readable(OfNames(slope)) is { } readable ? $"{formula}, and s' = {readable}" : formula;
        return new Map(Layer, ds, read.ToImmutableArray(), gradient * slope, text: (formula, comment));
    }

    /// <summary>An expression of the arguments' variables with the names of the values.</summary>
    private Expr OfNames(Expr e) => arguments.Append(new Argument(ActivationFunction.A, result))
        .Aggregate(e, (whole, argument) => whole.Substitute(argument.Variable, new Variable(argument.Value.Name)));
}

/// <summary>The value that a variable of an expression stands for.</summary>
internal sealed record Argument(Variable Variable, Value Value);
