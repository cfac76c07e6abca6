using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace GenNet.Generator.Tests.Functions;

/// <summary>What can be read at a place of a function.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsAssignable">Whether it may be assigned to.</param>
/// <param name="IsFixed">Of an integer whether no number of the function decides it, as a loop asks of its bounds.</param>
/// <param name="IsConstant">Whether it is a parameter that is marked [Constant].</param>
/// <param name="IndexOf">Of an integer the span whose index it is wherever it is read; null where it is of none.</param>
internal sealed record Variable(string Name, VariableKind Kind, bool IsAssignable = false, bool IsFixed = false, bool IsConstant = false, string? IndexOf = null);

/// <summary>What a <see cref="Variable"/> is.</summary>
internal enum VariableKind
{
    Scalar,
    Whole,
    Long,
    Truth,
    Span,
    Written,
}

/// <summary>What can be read and called at a place of a function that is being drawn.</summary>
/// <param name="random">What all is drawn by.</param>
/// <param name="callable">The functions that may be called.</param>
internal sealed class Scope(Random random, ImmutableArray<RandomFunction> callable)
{
    private readonly List<Variable> _variables = [];
    private int _names;

    public Random Random => random;

    public ImmutableArray<RandomFunction> Callable => callable;

    /// <summary>In how many loops the place is.</summary>
    public int Loops { get; set; }

    /// <summary>Whether spans that are written can be read: not in the second half of a condition.</summary>
    public bool CanReadWritten { get; set; } = true;

    /// <summary>What <see cref="Leave"/> goes back to.</summary>
    public int Count => _variables.Count;

    public string NewName(string prefix) => $"{prefix}{_names++}";

    public Variable Add(Variable variable)
    {
        _variables.Add(variable);
        return variable;
    }

    /// <summary>Forgets what was added since.</summary>
    public void Leave(int count) => _variables.RemoveRange(count, _variables.Count - count);

    /// <summary>The variables of a kind.</summary>
    public IEnumerable<Variable> Of(VariableKind kind) => _variables.Where(variable => variable.Kind == kind);

    /// <summary>One of them; null where there is none.</summary>
    public Variable? Any(Func<Variable, bool> condition)
    {
        Variable[] all = [.. _variables.Where(variable => condition(variable) && (CanReadWritten || variable.Kind != VariableKind.Written))];
        return all.Length == 0 ? null : all[random.Next(all.Length)];
    }

    public T Pick<T>(params ReadOnlySpan<T> items) => items[random.Next(items.Length)];

    public bool Chance(double probability) => random.NextDouble() < probability;
}
