using System;
using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Expressions;
using GenNet.Generator.Programs;

namespace GenNet.Generator.Differentiation.Functions;

/// <summary>The gradients of the numbers of a program: how they are called, and which have something in them at this point of the way back.</summary>
/// <param name="program">The program.</param>
/// <param name="numbers">The numbers of the gradient, by their names, which grows.</param>
internal sealed class Adjoints(FunctionProgram program, Dictionary<string, Number> numbers)
{
    private readonly Dictionary<string, Number> _byNumber = [];
    private readonly HashSet<string> _started = [];
    private readonly Dictionary<string, Body> _homes = Homes(program);
    private readonly HashSet<string> _useful = UsefulNumbers.Of(program);

    /// <summary>Numbers of loops whose gradient has been handed on: it is 0 until the next contribution, which takes its place.</summary>
    private readonly Dictionary<string, Body> _cleared = [];

    /// <summary>The node whose gradient is 1 and nothing else yet: it needs no local.</summary>
    private string? _seed;

    /// <summary>The span with the gradient of a span.</summary>
    public Dictionary<Series, Series> OfSeries { get; } = [];

    /// <summary>Whether a variable has a gradient: it is an active number, or an element of an active span.</summary>
    public bool Wants(Variable variable) => program.Numbers.TryGetValue(variable.Name, out Number? number)
        ? number.IsActive && _useful.Contains(variable.Name)
        : program.Elements.TryGetValue(variable.Name, out Element? element) && element.Series.IsActive;

    /// <summary>Whether something has flowed to a number.</summary>
    public bool HasStarted(Number number) => _started.Contains(number.Name);

    /// <summary>The gradient of a number as an expression.</summary>
    public Expr Of(Number number) => _seed == number.Name ? 1 : Adjoint(number).Variable;

    /// <summary>The gradients of all numbers that something has flowed to, by the names of these.</summary>
    public Dictionary<string, Expr> All => _started.ToDictionary(name => name, name => Of(program.Numbers[name]));

    /// <summary>The number that is the gradient of a number.</summary>
    public Number Adjoint(Number number)
    {
        if (_byNumber.TryGetValue(number.Name, out Number? adjoint))
            return adjoint;
        string? outer = program.Parameters.FirstOrDefault(parameter => parameter.Number == number)?.GradientName;
        adjoint = new Number(outer ?? program.Names.Unique("d" + number.Name.TrimStart('@')), number.Type, isActive: true, outer is null ? NumberRole.Node : NumberRole.Parameter);
        _byNumber.Add(number.Name, adjoint);
        numbers[adjoint.Name] = adjoint;
        return adjoint;
    }

    /// <summary>The flow starts at the result with 1.</summary>
    public void Seed(Variable result, Body back)
    {
        if (program.Numbers.TryGetValue(result.Name, out Number? number) && number.Role == NumberRole.Node && _homes[number.Name] == program.Body)
        {
            _seed = number.Name;
            _started.Add(number.Name);
        }
        else
        {
            Add(result, 1, "double", program.Body, back);
        }
    }

    /// <summary>Adds a contribution to the gradient of a variable.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="contribution">What is added.</param>
    /// <param name="type">The type of the contribution.</param>
    /// <param name="here">The body that is being differentiated.</param>
    /// <param name="back">What the statement is added to.</param>
    public void Add(Variable variable, Expr contribution, string type, Body here, Body back)
    {
        if (program.Elements.TryGetValue(variable.Name, out Element? element))
        {
            back.Add(new Store(OfSeries[element.Series], element.Index, In(element.Series.Type, contribution, type), adds: true));
            return;
        }

        Number number = program.Numbers[variable.Name], adjoint = Adjoint(number);
        contribution = In(number.Type, contribution, type);
        if (_seed == number.Name)
        {
            _seed = null;
            back.Add(new Assign(adjoint, 1 + contribution, declares: true));
        }
        else if (_started.Add(number.Name))
        {
            back.Add(new Assign(adjoint, contribution, declares: adjoint.Role != NumberRole.Parameter));
        }
        else if (_cleared.Remove(number.Name))
        {
            back.Add(new Assign(adjoint, contribution, declares: false));
        }
        else
        {
            back.Add(new Assign(adjoint, contribution is Negate negative ? new Subtract(adjoint.Variable, negative.Operand) : new Add(adjoint.Variable, contribution), declares: false));
        }
    }

    /// <summary>The gradient of a number of a loop has been handed on, and starts anew.</summary>
    /// <param name="number">The number.</param>
    /// <param name="here">The body that is being differentiated.</param>
    public void Clear(Number number, Body here) => _cleared.Add(number.Name, here);

    /// <summary>At the end of a body: what has been handed on and has got nothing since is 0.</summary>
    public void End(Body here, Body back)
    {
        foreach (string name in _cleared.Where(pair => pair.Value == here).Select(pair => pair.Key).ToArray())
        {
            _cleared.Remove(name);
            back.Add(new Assign(Adjoint(program.Numbers[name]), 0, declares: false));
        }
    }

    /// <summary>Declares, as 0, the gradients of what lives in a body and gets contributions from within one of its statements only.</summary>
    /// <returns>The declarations, and what takes each back if it turns out not to be used.</returns>
    public List<(Assign Declaration, Action TakeBack)> Begin(Statement statement, Body here)
    {
        var declarations = new List<(Assign, Action)>();
        foreach (string name in Within(statement).Distinct())
        {
            if (!program.Numbers.TryGetValue(name, out Number? number) || number.Role == NumberRole.Index || !Wants(number.Variable))
                continue;
            Number adjoint = Adjoint(number);
            if (_cleared.TryGetValue(name, out Body? cleared))
            {
                if (cleared != here)
                    continue;
                _cleared.Remove(name);
                declarations.Add((new Assign(adjoint, 0, declares: false), () => _cleared.Add(name, here)));
            }
            else if (HomeOf(number) == here && _seed == name)
            {
                _seed = null;
                declarations.Add((new Assign(adjoint, 1, declares: true), () => _seed = name));
            }
            else if (HomeOf(number) == here && _started.Add(name))
            {
                declarations.Add((new Assign(adjoint, 0, declares: adjoint.Role != NumberRole.Parameter), () => _started.Remove(name)));
            }
        }

        return declarations;
    }

    private static IEnumerable<string> Within(Statement statement) => Variables.Bodies(statement).SelectMany(body => body.Statements)
        .SelectMany(inner => Variables.Read(inner).Concat(Variables.Assigned(inner) is { } target ? [target.Name] : []).Concat(Within(inner)));

    private Body HomeOf(Number number) => number.Role == NumberRole.Parameter ? program.Body : _homes[number.Name];

    private static Expr In(string wanted, Expr contribution, string type) =>
        wanted == "float" && type == "double" && contribution is not Constant ? new Call(Function.ToFloat, contribution) : contribution;

    private static Dictionary<string, Body> Homes(FunctionProgram program)
    {
        var homes = new Dictionary<string, Body>();
        Find(program.Body);
        return homes;

        void Find(Body body)
        {
            foreach (Statement statement in body.Statements)
            {
                if (Variables.Declared(statement) is { } declared)
                    homes[declared.Name] = body;
                foreach (Body inner in Variables.Bodies(statement))
                    Find(inner);
            }
        }
    }
}
