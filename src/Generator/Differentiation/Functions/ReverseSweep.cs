using System;
using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Expressions;
using GenNet.Generator.Programs;

namespace GenNet.Generator.Differentiation.Functions;

/// <summary>Reverse mode over a program: its statements from the last to the first, each handing its gradient on to what it read.</summary>
/// <param name="program">The program.</param>
/// <param name="numbers">The numbers of the gradient, which grows.</param>
internal sealed class ReverseSweep(FunctionProgram program, Dictionary<string, Number> numbers)
{
    private readonly Adjoints _adjoints = new(program, numbers);

    /// <summary>The way back through each body.</summary>
    public Dictionary<Body, Body> Backwards { get; } = [];

    public IReadOnlyDictionary<Series, Series> SeriesGradients => _adjoints.OfSeries;

    /// <summary>The gradients of numbers, by the names of these.</summary>
    public IReadOnlyDictionary<string, Expr> Gradients => _adjoints.All;

    public Body Run()
    {
        foreach (Parameter parameter in program.Parameters.Where(parameter => parameter is { Series.IsActive: true }))
            _adjoints.OfSeries.Add(parameter.Series!, GradientOf(parameter.Series!, parameter.GradientName!));
        var back = new Body();
        Backwards.Add(program.Body, back);
        if (program.Result is Variable result && _adjoints.Wants(result))
            _adjoints.Seed(result, back);
        Through(program.Body, back);
        foreach (Parameter parameter in program.Parameters)
        {
            if (parameter is { Number.IsActive: true } && !_adjoints.HasStarted(parameter.Number))
                back.Add(new Assign(_adjoints.Adjoint(parameter.Number), 0, declares: false));
        }

        return back;
    }

    /// <summary>What is written has a gradient that the caller gives. Where a number of it is written twice, or read, that gradient changes on the way: it is copied.</summary>
    private Series GradientOf(Series series, string name) =>
        new(series.IsWritten && WrittenSpans.NeedsCopy(series, program) ? program.Names.Unique(name + "Left") : name, series.Type, isActive: true, isWritten: true);

    private void Through(Body forward, Body back)
    {
        for (int i = forward.Statements.Count - 1; i >= 0; i--)
        {
            switch (forward.Statements[i])
            {
                case Assign s:
                    Through(s, forward, back);
                    break;
                case Invoke s:
                    Through(s, forward, back);
                    break;
                case Load s when _adjoints.HasStarted(s.Target):
                    back.Add(new Note($"{s.Target.Name} = {s.Series.At(s.Index)}: hands {MathPrinter.Print(_adjoints.Of(s.Target))} on"));
                    back.Add(new Store(_adjoints.OfSeries[s.Series], s.Index, _adjoints.Of(s.Target), adds: true));
                    break;
                case Store s:
                    Through(s, forward, back);
                    break;
                case Branch or Loop:
                    ThroughBodies(forward.Statements[i], forward, back);
                    break;
            }
        }
    }

    private void Through(Assign s, Body here, Body back)
    {
        if (!s.Target.IsActive || !_adjoints.HasStarted(s.Target))
            return;
        Number target = s.Target;
        Expr dq = _adjoints.Of(target);
        Variable[] by = [.. Wanted(s.Value).Where(variable => variable != target.Variable)];
        bool isOwn = target.Role == NumberRole.Carry && !s.Declares;
        if (by.Length > 0)
            Hand(target.Name, s.Value, isOwn && Reads.Of(s.Value).Contains(target.Name) ? null : target.Variable, dq, by, target.Type, here, back);
        if (isOwn && !Reads.Of(s.Value).Contains(target.Name))
            _adjoints.Clear(target, here);
    }

    private void Through(Store s, Body here, Body back)
    {
        if (!_adjoints.OfSeries.TryGetValue(s.Series, out Series? gradient))
            return;
        string place = s.Series.At(s.Index);
        var dy = new Opaque(gradient.At(s.Index), s.Index.Reads);
        Variable[] by = [.. Wanted(s.Value)];
        if (by.Length > 0)
            Hand(s.Adds ? place + " +" : place, s.Value, null, dy, by, s.Series.Type, here, back);
        if (!s.Adds && gradient.Name != program.Parameters.First(parameter => parameter.Series == s.Series).GradientName)
        {
            back.Add(new Note($"what {place} was before has no part in the result"));
            back.Add(new Store(gradient, s.Index, 0, adds: false));
        }
    }

    private void Through(Invoke s, Body here, Body back)
    {
        if (!s.Target.IsActive || !_adjoints.HasStarted(s.Target))
            return;
        Expr dq = _adjoints.Of(s.Target);
        back.Add(new Note($"{s.Target.Name} = {s.Method.Substring(s.Method.LastIndexOf('.') + 1)}(...): its own gradient, times {MathPrinter.Print(dq)}"));
        if (s.HasSpans)
        {
            back.Add(new Pull(s, dq, [.. s.Arguments.Where(argument => argument is { Type: not null, Series: not null })
                .Select(argument => (program.Names.Unique("part"), argument.Series!, argument.Series!.IsActive ? _adjoints.OfSeries[argument.Series] : null))]));
        }

        foreach (InvokeArgument argument in s.Arguments.Where(argument => argument.Slope is not null))
            _adjoints.Add((Variable)argument.Value!, dq * (Expr)argument.Slope!.Variable, s.Target.Type, here, back);
    }

    /// <summary>Writes what a node hands on, with a local for what several of them need.</summary>
    private void Hand(string name, Expr value, Variable? result, Expr dq, Variable[] by, string type, Body here, Body back)
    {
        back.Add(new Note(NodeNotes.Of(name, value, result, dq, by)));
        IReadOnlyList<(Variable Variable, Expr Contribution)> contributions = LocalGradients.Of(value, result, dq, by);
        Expr[] values = [.. contributions.Select(contribution => contribution.Contribution)];
        var locals = new List<(Expr Part, Variable Local)>();
        Expr Shared(Expr whole) => locals.Aggregate(whole, (rest, local) => rest.Replace(local.Part, local.Local));
        foreach (Expr part in ExpressionPrinter.SharedParts(values))
        {
            var local = new Number(program.Names.Unique("g"), type, isActive: true);
            numbers.Add(local.Name, local);
            back.Add(new Assign(local, Shared(part), declares: true));
            locals.Add((Shared(part), local.Variable));
        }

        values = [.. values.Select(Shared)];

        for (int i = 0; i < values.Length; i++)
            _adjoints.Add(contributions[i].Variable, values[i], type, here, back);
    }

    private void ThroughBodies(Statement statement, Body here, Body back)
    {
        List<(Assign Declaration, Action TakeBack)> declarations = _adjoints.Begin(statement, here);
        Statement reversed = statement is Branch branch
            ? new Branch(branch.Condition, Reversed(branch.Then), Reversed(branch.Otherwise))
            : ReversedLoops.Of((Loop)statement, Reversed(((Loop)statement).Body));
        HashSet<string> used = [.. Variables.AllRead(reversed, program.Elements), .. Targets(reversed)];
        foreach ((Assign declaration, Action takeBack) in declarations)
        {
            if (used.Contains(declaration.Target.Name))
                back.Add(declaration);
            else
                takeBack();
        }

        if (Variables.Bodies(reversed).Any(body => body.Statements.Count > 0))
            back.Add(reversed);
    }

    private Body Reversed(Body forward)
    {
        var back = new Body();
        Backwards.Add(forward, back);
        Through(forward, back);
        _adjoints.End(forward, back);
        return back;
    }

    private IEnumerable<Variable> Wanted(Expr value) =>
        (value is Variable own ? [own] : value is Select s ? [s.Then, s.Otherwise] : value.Operands).OfType<Variable>().Distinct().Where(_adjoints.Wants);

    private static IEnumerable<string> Targets(Statement statement) => Variables.Bodies(statement).SelectMany(body => body.Statements)
        .SelectMany(inner => (Variables.Assigned(inner) is { } target ? new[] { target.Name } : []).Concat(Targets(inner)));
}
