using System.Collections.Generic;
using GenNet.Generator.Expressions;

namespace GenNet.Generator.Programs;

/// <summary>A program as it grows. An expression that has been computed in the same body, or in one around it, is not computed again.</summary>
internal sealed class ProgramBuilder
{
    private readonly Dictionary<string, Number> _numbers = [];
    private readonly Dictionary<string, Element> _elements = [];
    private readonly Stack<Dictionary<Expr, Variable>> _known = new();
    private readonly HashSet<string> _indexes = [];

    public ProgramBuilder() => _known.Push([]);

    public NameTable Names { get; } = new();

    public IReadOnlyDictionary<string, Number> Numbers => _numbers;

    public IReadOnlyDictionary<string, Element> Elements => _elements;

    /// <summary>The name that what is returned should have.</summary>
    public string ResultName { get; set; } = "result";

    /// <summary>The body that statements are added to.</summary>
    public Body Body { get; private set; } = new();

    /// <summary>Makes a body the current one until the returned body is left.</summary>
    public Body Enter(Body body)
    {
        Body before = Body;
        Body = body;
        _known.Push([]);
        return before;
    }

    /// <summary>Goes back to the body before.</summary>
    public void Leave(Body before)
    {
        Body = before;
        _known.Pop();
    }

    /// <summary>A new number; nothing is declared yet.</summary>
    public Number Number(string wanted, string type, bool isActive, NumberRole role = NumberRole.Node)
    {
        var number = new Number(Names.Unique(wanted), type, isActive, role);
        _numbers.Add(number.Name, number);
        return number;
    }

    /// <summary>A parameter, whose name has been taken.</summary>
    public Number Parameter(string name, string type, bool isActive)
    {
        var number = new Number(name, type, isActive, NumberRole.Parameter);
        _numbers.Add(name, number);
        return number;
    }

    /// <summary>The index of a loop: loops one behind the other may have the same name for it.</summary>
    public Number Index(string wanted, string type)
    {
        if (_indexes.Contains(wanted) && _numbers[wanted] is { } before && before.Type == type)
        {
            _indexes.Remove(wanted);
            return before;
        }

        return Number(wanted, type, isActive: false, NumberRole.Index);
    }

    /// <summary>Ends the life of an index.</summary>
    public void Free(Number index) => _indexes.Add(index.Name);

    /// <summary>The variable of a number of a span that is only read.</summary>
    public Variable Element(Series series, Opaque index)
    {
        var variable = new Variable(series.At(index));
        _elements[variable.Name] = new Element(series, index);
        return variable;
    }

    /// <summary>Whether an expression depends on what is differentiated.</summary>
    public bool IsActive(Expr expression) => expression switch
    {
        Variable v => _numbers.TryGetValue(v.Name, out Number? number) ? number.IsActive : _elements.TryGetValue(v.Name, out Element? element) && element.Series.IsActive,
        Opaque => false,
        _ => System.Array.Exists(expression.Operands, IsActive),
    };

    /// <summary>A node: the variable of the number that an expression is assigned to.</summary>
    /// <param name="value">The expression; a variable or a constant is one already.</param>
    /// <param name="type">The type of its value.</param>
    /// <param name="wanted">The name that the user has for it.</param>
    public Expr Node(Expr value, string type, string? wanted = null)
    {
        if (value is Variable or Constant)
            return value;
        foreach (Dictionary<Expr, Variable> scope in _known)
        {
            if (scope.TryGetValue(value, out Variable? known) && _numbers[known.Name].Type == type)
                return known;
        }

        Number number = Declare(value, type, wanted);
        _known.Peek()[value] = number.Variable;
        return number.Variable;
    }

    /// <summary>A number that is declared as a value.</summary>
    public Number Declare(Expr value, string type, string? wanted = null)
    {
        Number number = Number(wanted ?? Names.NextNode(), type, IsActive(value));
        Body.Add(new Assign(number, value, declares: true));
        return number;
    }
}
