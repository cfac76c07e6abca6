using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Expressions;
using GenNet.Generator.Programs;

namespace GenNet.Generator.Differentiation.Functions;

/// <summary>
/// Forward mode over a gradient: beside each number stands its derivative in a direction v of the parameters. That of the gradient is the product of the Hessian
/// with v (Pearlmutter, "Fast exact multiplication by the Hessian", 1994).
/// </summary>
/// <param name="gradient">The gradient.</param>
internal sealed class TangentSweep(FunctionGradient gradient)
{
    private readonly FunctionProgram _program = gradient.Program;
    private readonly Dictionary<string, Number> _numbers = gradient.Numbers.ToDictionary(pair => pair.Key, pair => pair.Value);
    private readonly Dictionary<string, Number> _tangents = [];
    private readonly Dictionary<Series, Series> _series = [];
    private readonly HashSet<string> _slopes = [.. Slopes(gradient.Forward)];

    /// <summary>The gradient with its derivative in a direction.</summary>
    public static HessianProduct Of(FunctionGradient gradient)
    {
        var sweep = new TangentSweep(gradient);
        HessianParameter[] parameters = [.. gradient.Program.Parameters.Where(parameter => parameter.GradientName is not null).Select(sweep.Begin)];
        Body forward = sweep.Through(gradient.Forward), backward = sweep.Through(gradient.Backward);
        return new HessianProduct(gradient with { Forward = forward, Backward = backward, Numbers = sweep._numbers }, parameters);
    }

    /// <summary>The direction of a parameter, and the product at it.</summary>
    private HessianParameter Begin(Parameter parameter)
    {
        string bare = parameter.Name.TrimStart('@');
        string direction = _program.Names.Unique("v" + bare), product = _program.Names.Unique("h" + bare);
        if (parameter.Series is { } series)
        {
            Series dx = gradient.SeriesGradients[series];
            _series.Add(series, new Series(direction, series.Type, isActive: true, isWritten: false));
            _series.Add(dx, new Series(product, series.Type, isActive: true, isWritten: true));
        }
        else
        {
            Add(parameter.Number!, direction, NumberRole.Parameter);
            Add(_numbers[parameter.GradientName!], product, NumberRole.Parameter);
        }

        return new HessianParameter(parameter, direction, product);
    }

    private Number Add(Number number, string name, NumberRole role)
    {
        var tangent = new Number(name, number.Type, isActive: true, role);
        _numbers.Add(name, tangent);
        _tangents.Add(number.Name, tangent);
        return tangent;
    }

    /// <summary>The tangent of a number, or null where it has none.</summary>
    private Number? Tangent(Number number) => _tangents.TryGetValue(number.Name, out Number? tangent) ? tangent
        : number.Type is not ("float" or "double") || !(number.IsActive || _slopes.Contains(number.Name)) ? null
        : Add(number, _program.Names.Unique("v" + number.Name), number.Role);

    private Body Through(Body body)
    {
        var result = new Body();
        foreach (Statement statement in body.Statements)
            Through(statement, result);
        return result;
    }

    private void Through(Statement statement, Body result)
    {
        switch (statement)
        {
            case Assign s when Tangent(s.Target) is { } tangent:
                Through(s, tangent, result);
                break;
            case Declare s when Tangent(s.Target) is { } tangent:
                result.Add(s);
                result.Add(new Declare(tangent));
                break;
            case Store s when _series.TryGetValue(s.Series, out Series? series):
                result.Add(s);
                result.Add(new Store(series, s.Index, Of(s.Value, null), s.Adds));
                break;
            case Keep s when Tangent(s.Value) is { } tangent:
                result.Add(s);
                result.Add(new Keep(tangent));
                break;
            case Restore s when Tangent(s.Target) is { } tangent:
                result.Add(new Restore(tangent, s.Declares));
                result.Add(s);
                break;
            case Branch s:
                result.Add(new Branch(s.Condition, Through(s.Then), Through(s.Otherwise)));
                break;
            case Loop s:
                result.Add(new Loop(s.Index, s.First, s.Comparison, s.Limit, s.Step, Through(s.Body)));
                break;
            case Invoke s when Tangent(s.Target) is { } tangent:
                Through(s, tangent, result);
                break;
            default:
                result.Add(statement);
                break;
        }
    }

    /// <summary>A number that is changed loses what its tangent needs: then the tangent comes first.</summary>
    private void Through(Assign s, Number tangent, Body result)
    {
        bool isChanged = Reads.Of(s.Value).Contains(s.Target.Name);
        var derivative = new Assign(tangent, Of(s.Value, isChanged ? null : s.Target.Variable, tangent.Variable), s.Declares);
        if (isChanged)
            result.Add(derivative);
        result.Add(s);
        if (!isChanged)
            result.Add(derivative);
    }

    private void Through(Invoke s, Number tangent, Body result)
    {
        result.Add(new InvokeSecond(
            s, [.. s.Arguments.Select(argument => argument.Value is null ? 0 : Of(argument.Value, null))],
            [.. s.Arguments.Select(argument => argument.Slope is null ? null : Tangent(argument.Slope))]));
        Expr sum = s.Arguments.Where(argument => argument.Slope is not null)
            .Aggregate((Expr)0, (whole, argument) => whole + (Expr)argument.Slope!.Variable * Of(argument.Value!, null));
        result.Add(new Assign(tangent, sum, s.Declares));
    }

    /// <summary>The derivative of an expression in the direction: the sum over its variables of the derivative by each times its tangent.</summary>
    /// <param name="value">The expression.</param>
    /// <param name="result">The variable that stands for it, if there is one.</param>
    /// <param name="own">The tangent that the sum begins with, if it is in it.</param>
    private Expr Of(Expr value, Variable? result, Variable? own = null)
    {
        Expr sum = 0;
        foreach (Variable variable in Leaves(value).Distinct().OrderByDescending(leaf => TangentOf(leaf) == own))
        {
            if (TangentOf(variable) is { } tangent)
                sum += LocalGradients.Derivative(value, value is Variable ? null : result, variable) * (Expr)tangent;
        }

        return Reads.Of(value).Any() && HasNarrowing(value) ? new Call(Function.ToFloat, sum) : sum;
    }

    private Variable? TangentOf(Variable variable)
    {
        if (_program.Elements.TryGetValue(variable.Name, out Element? element))
            return _series.TryGetValue(element.Series, out Series? series) ? new Variable(series.At(element.Index)) : null;
        return _numbers.TryGetValue(variable.Name, out Number? number) ? Tangent(number)?.Variable : null;
    }

    private static IEnumerable<Variable> Leaves(Expr value) => value is Variable variable ? [variable] : value.Operands.SelectMany(Leaves);

    private static bool HasNarrowing(Expr value) => value is Call { Function: Function.ToFloat } || value.Operands.Any(HasNarrowing);

    private static IEnumerable<string> Slopes(Body body) => body.Statements.SelectMany(statement =>
        (statement is Invoke call ? call.Arguments.Select(argument => argument.Slope?.Name).OfType<string>() : []).Concat(Variables.Bodies(statement).SelectMany(Slopes)));
}

/// <summary>A gradient with its derivative in a direction.</summary>
/// <param name="Gradient">The two ways, with both.</param>
/// <param name="Parameters">The names of direction and product for each parameter with a gradient.</param>
internal sealed record HessianProduct(FunctionGradient Gradient, IReadOnlyList<HessianParameter> Parameters);

/// <summary>The direction and the product of a parameter.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Direction">The name of the direction.</param>
/// <param name="Product">The name of the product.</param>
internal sealed record HessianParameter(Parameter Parameter, string Direction, string Product);
