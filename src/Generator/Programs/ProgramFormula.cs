using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Expressions;

namespace GenNet.Generator.Programs;

/// <summary>A program as one expression of what stands for its parameters: branches become choices, and loops whose length is known are written out.</summary>
internal sealed class ProgramFormula
{
    private const int MostIterations = 64;
    private const int MostNodes = 4096;

    private readonly FunctionProgram _program;
    private Dictionary<string, Expr> _numbers = [];
    private Dictionary<string, Condition> _truths = [];
    private Dictionary<string, object> _known = [];
    private int _nodes;

    private ProgramFormula(FunctionProgram program) => _program = program;

    /// <summary>The expression of what a function of numbers returns.</summary>
    /// <param name="program">The function.</param>
    /// <param name="arguments">What stands for its parameters, in order.</param>
    /// <exception cref="NoFormulaException">It is more than a formula.</exception>
    public static Expr Of(FunctionProgram program, params Expr[] arguments)
    {
        var formula = new ProgramFormula(program);
        foreach ((Parameter parameter, Expr argument) in program.Parameters.Zip(arguments, (parameter, argument) => (parameter, argument)))
        {
            formula._numbers[parameter.Name] = argument;
            if (argument is Constant constant)
                formula._known[parameter.Name] = constant.Value;
        }

        formula.Run(program.Body);
        return formula.Number(program.Result!);
    }

    private void Run(Body body)
    {
        foreach (Statement statement in body.Statements)
            Run(statement);
    }

    private void Run(Statement statement)
    {
        if (++_nodes > MostNodes)
            throw new NoFormulaException(Obstacle.Other, $"it has more than {MostNodes} operations when its loops are written out", "shorten it");
        switch (statement)
        {
            case Assign { Target.Type: "bool" } s:
                _truths[s.Target.Name] = s.Value is Truth truth ? Truth(truth.Condition) : Truth(new Holds(s.Value));
                break;
            case Assign { Target.Type: "float" or "double" } s:
                _numbers[s.Target.Name] = Number(s.Value);
                break;
            case Assign s:
                _known[s.Target.Name] = s.Value is Opaque opaque ? Value(opaque) : s.Value is Variable v && _known.TryGetValue(v.Name, out object? value) ? value : (object)(long)((Constant)Number(s.Value)).Value;
                break;
            case Declare s:
                _numbers[s.Target.Name] = 0;
                _truths[s.Target.Name] = FormulaConditions.Of(false);
                break;
            case Branch s:
                Run(s);
                break;
            case Loop s:
                Run(s);
                break;
            case Invoke s:
                throw new NoFormulaException(Obstacle.Call, $"it calls '{s.Method}'", "write what that computes");
            default:
                throw new NoFormulaException(Obstacle.Span, "it reads or writes spans", "compute from the numbers that it is given");
        }
    }

    private void Run(Branch branch)
    {
        Condition condition = Truth(branch.Condition);
        if (FormulaConditions.Known(condition) is { } known)
        {
            Run(known ? branch.Then : branch.Otherwise);
            return;
        }

        (Dictionary<string, Expr> numbers, Dictionary<string, Condition> truths, Dictionary<string, object> whole) = (_numbers, _truths, _known);
        (_numbers, _truths, _known) = (Copy(numbers), Copy(truths), Copy(whole));
        Run(branch.Then);
        (Dictionary<string, Expr> thenNumbers, Dictionary<string, Condition> thenTruths, Dictionary<string, object> thenWhole) = (_numbers, _truths, _known);
        (_numbers, _truths, _known) = (Copy(numbers), Copy(truths), Copy(whole));
        Run(branch.Otherwise);
        foreach (string name in thenNumbers.Keys.Where(_numbers.ContainsKey).ToArray())
            _numbers[name] = FormulaConditions.Choose(condition, thenNumbers[name], _numbers[name]);
        foreach (string name in thenTruths.Keys.Where(_truths.ContainsKey).ToArray())
        {
            if (!Equals(thenTruths[name], _truths[name]))
                _truths[name] = new Either(new Both(condition, thenTruths[name]), new Both(new Not(condition), _truths[name]));
        }

        foreach (KeyValuePair<string, object> pair in _known.ToArray())
        {
            // A whole number that numbers decide is none that a loop could end at.
            if (!thenWhole.TryGetValue(pair.Key, out object? other) || !Equals(other, pair.Value))
                _known.Remove(pair.Key);
        }
    }

    private void Run(Loop loop)
    {
        long first = (long)Value(loop.First), limit = (long)Value(loop.Limit);
        bool Goes(long i) => loop.Comparison switch
        {
            Comparison.LessThan => i < limit,
            Comparison.LessThanOrEqual => i <= limit,
            Comparison.GreaterThan => i > limit,
            _ => i >= limit,
        };
        int count = 0;
        for (long i = first; Goes(i); i += loop.Step)
        {
            if (++count > MostIterations)
                throw new NoFormulaException(Obstacle.Loop, $"it has a loop of more than {MostIterations} iterations", "write a closed formula");
            _known[loop.Index.Name] = i;
            Run(loop.Body);
        }
    }

    /// <summary>An expression of the program over what stands for its numbers.</summary>
    private Expr Number(Expr expression) => ExprGraph.Fold<Expr>(expression, (node, known) => node switch
    {
        Constant => node,
        Variable v => Number(v),
        Opaque o => OfOpaque(o),
        Select s => FormulaConditions.Choose(new Compares(known(s.Left), s.Comparison, known(s.Right)), known(s.Then), known(s.Otherwise)),
        _ => FormulaForms.Of(node, System.Array.ConvertAll(node.Operands, operand => known(operand))),
    });

    private Expr Number(Variable variable)
    {
        if (_numbers.TryGetValue(variable.Name, out Expr? number))
            return number;
        if (_known.TryGetValue(variable.Name, out object? known) && known is not bool)
            return System.Convert.ToDouble(known, System.Globalization.CultureInfo.InvariantCulture);
        throw _program.Elements.ContainsKey(variable.Name)
            ? new NoFormulaException(Obstacle.Span, "it reads spans", "compute from the numbers that it is given")
            : new NoFormulaException(Obstacle.Other, $"'{variable.Name}' is decided by numbers", "use numbers of floating point");
    }

    private Expr OfOpaque(Opaque opaque) => opaque.Text switch
    {
        "float.NaN" or "double.NaN" => double.NaN,
        "float.PositiveInfinity" or "double.PositiveInfinity" => double.PositiveInfinity,
        "float.NegativeInfinity" or "double.NegativeInfinity" => double.NegativeInfinity,
        _ => System.Convert.ToDouble(Value(opaque), System.Globalization.CultureInfo.InvariantCulture),
    };

    private Condition Truth(Condition condition) => condition switch
    {
        Compares c => new Compares(Number(c.Left), c.Comparison, Number(c.Right)),
        Both c => new Both(Truth(c.First), Truth(c.Second)),
        Either c => new Either(Truth(c.First), Truth(c.Second)),
        Not c => new Not(Truth(c.Condition)),
        Holds { Value: Truth t } => Truth(t.Condition),
        Holds { Value: Variable v } when _truths.TryGetValue(v.Name, out Condition? truth) => truth,
        Holds { Value: Opaque o } when Value(o) is bool truth => FormulaConditions.Of(truth),
        _ => throw new NoFormulaException(Obstacle.Other, "a condition is not about numbers", "compare numbers"),
    };

    /// <summary>C# that is not differentiated: here it must be known.</summary>
    private object Value(Opaque opaque) => new WholeNumbers(opaque.Text, _known).Evaluate()
        ?? throw new NoFormulaException(Obstacle.Other, $"'{opaque.Text}' is no constant", "use constants, and the numbers that it is given");

    private static Dictionary<string, T> Copy<T>(Dictionary<string, T> values) => new(values);
}
