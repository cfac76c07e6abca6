using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace GenNet.Generator.Tests.Functions;

/// <summary>Draws statements.</summary>
/// <param name="scope">What can be read.</param>
/// <param name="isVoid">Whether the function returns nothing.</param>
internal sealed class StatementDrawer(Scope scope, bool isVoid)
{
    /// <summary>Loops in loops make the time of a call, and what sums grow to.</summary>
    private const int DeepestLoop = 2;

    /// <summary>In a loop a variable may be assigned this many times as often as it is written.</summary>
    private const double SumBound = 0.5;

    private const int ExpressionDepth = 2;

    private readonly ScalarDrawer _scalars = new(scope);
    private readonly WholeDrawer _wholes = new(scope);

    /// <summary>Whether a return can stand here: not in loops.</summary>
    private bool CanReturn => scope.Loops == 0;

    /// <summary>Statements one after the other. What they declare is forgotten behind them.</summary>
    public Fragment Block(int count, int depth)
    {
        int before = scope.Count;
        Fragment block = Fragment.Block([.. Statements(count, depth)]);
        scope.Leave(before);
        return block;
    }

    /// <summary>Statements one after the other.</summary>
    public IEnumerable<Fragment> Statements(int count, int depth)
    {
        for (int i = 0; i < count; i++)
        {
            foreach (Fragment statement in Draw(depth))
                yield return statement;
        }
    }

    /// <summary>A statement for each written span, so that there is none that is not.</summary>
    public IEnumerable<Fragment> Writes() => [.. scope.Of(VariableKind.Written).Select(Assign)];

    /// <summary>The end of the function.</summary>
    public Fragment Return()
    {
        if (isVoid)
            return Statement("return;");
        Fragment value = _scalars.Within(6, ExpressionDepth);
        foreach (Variable local in scope.Of(VariableKind.Scalar).Where(variable => variable.IsAssignable && scope.Chance(0.7)))
            value = new Fragment(FragmentKind.Scalar, scope.Pick("{0} + {1}", "{0} - {1}"), value, new Fragment(FragmentKind.Scalar, local.Name));
        return Statement("return {0};", value);
    }

    private IEnumerable<Fragment> Draw(int depth) => scope.Random.Next(16) switch
    {
        0 or 1 => Declare(),
        2 => DeclareWhole(),
        3 => DeclareTruth(),
        4 when depth > 0 => DeclareAndBranch(depth - 1),
        5 or 6 when depth > 0 => [Branch(depth - 1)],
        7 or 8 or 9 or 10 when depth > 0 && scope.Loops < DeepestLoop => [Loop(depth - 1)],
        11 when depth > 0 && CanReturn => [EarlyReturn(depth - 1)],
        12 when AssignWhole() is { } assignment => [assignment],
        _ => scope.Any(variable => variable.IsAssignable && variable.Kind is VariableKind.Scalar or VariableKind.Written) is { } target ? [Assign(target)] : Declare(),
    };

    private IEnumerable<Fragment> Declare()
    {
        Fragment value = _scalars.Within(ScalarDrawer.VariableBound, ExpressionDepth);
        Variable local = scope.Add(new Variable(scope.NewName("v"), VariableKind.Scalar, IsAssignable: true));
        return [Statement($"$T {local.Name} = {{0}};", value)];
    }

    /// <summary>A local that both sides of a branch assign.</summary>
    private IEnumerable<Fragment> DeclareAndBranch(int depth)
    {
        Fragment condition = _scalars.Condition(1);
        string name = scope.NewName("v");
        Fragment[] sides = [.. Enumerable.Range(0, 2).Select(_ => Fragment.Block(Statement($"{name} = {{0}};", _scalars.Within(ScalarDrawer.VariableBound, depth))))];
        scope.Add(new Variable(name, VariableKind.Scalar, IsAssignable: true));
        return [Statement($"$T {name};"), Statement("if ({0})\n{1}\nelse\n{2}", condition, sides[0], sides[1])];
    }

    private IEnumerable<Fragment> DeclareWhole()
    {
        bool isFixed = scope.Chance(0.5);
        Fragment value = _wholes.Draw(2, isFixed);
        string name = scope.NewName("k");
        scope.Add(new Variable(name, VariableKind.Whole, IsAssignable: !isFixed, isFixed));
        return [Statement($"int {name} = {{0}} % 6;", value)];
    }

    private IEnumerable<Fragment> DeclareTruth()
    {
        Fragment value = _scalars.Condition(1);
        Variable local = scope.Add(new Variable(scope.NewName("b"), VariableKind.Truth));
        return [Statement($"bool {local.Name} = {{0}};", value)];
    }

    private Fragment? AssignWhole() => scope.Any(variable => variable is { Kind: VariableKind.Whole, IsAssignable: true }) is { } whole
        ? Statement(scope.Pick($"{whole.Name} = {{0}} % 5;", $"{whole.Name} = ({whole.Name} + {{0}}) % 6;"), _wholes.Draw(1))
        : null;

    private Fragment Assign(Variable variable)
    {
        string target = variable.Name;
        ImmutableArray<Fragment> index = [];
        if (variable.Kind == VariableKind.Written)
        {
            target += "[{1}]";
            index = [_wholes.Index(variable.Name)];
        }

        (string text, double limit) = scope.Random.Next(7) switch
        {
            0 or 1 => ($"{target} = {{0}};", ScalarDrawer.VariableBound),
            2 => ($"{target} += {{0}};", scope.Loops > 0 ? SumBound : ScalarDrawer.VariableBound),
            3 => ($"{target} -= {{0}};", scope.Loops > 0 ? SumBound : ScalarDrawer.VariableBound),
            4 => ($"{target} *= {{0}};", 1),
            5 => ($"{target} /= {{0}};", 0),
            _ => ($"{target} = {target} * 0.6$L + {{0}};", 1),
        };
        Fragment value = limit == 0 ? new Fragment(FragmentKind.Scalar, "(0.5$L + {0})", _scalars.Positive(1)) : _scalars.Within(limit, ExpressionDepth);
        return Statement(text, [value, .. index]);
    }

    private Fragment Branch(int depth)
    {
        Fragment condition = _scalars.Condition(1);
        Fragment then = Block(scope.Random.Next(1, 4), depth);
        return scope.Random.Next(3) switch
        {
            0 => Statement("if ({0})\n{1}", condition, then),
            1 => Statement("if ({0})\n{1}\nelse if ({2})\n{3}", condition, then, _scalars.Condition(0), Block(scope.Random.Next(1, 3), depth)),
            _ => Statement("if ({0})\n{1}\nelse\n{2}", condition, then, Block(scope.Random.Next(1, 3), depth)),
        };
    }

    private Fragment EarlyReturn(int depth)
    {
        Fragment condition = _scalars.Condition(1);
        int before = scope.Count;
        Fragment block = Fragment.Block([.. Statements(scope.Random.Next(0, 3), depth), Return()]);
        scope.Leave(before);
        return Statement("if ({0})\n{1}", condition, block);
    }

    private Fragment Loop(int depth)
    {
        string i = scope.NewName("i");
        (Fragment head, string? indexOf) = Head(i);
        int before = scope.Count;
        scope.Add(new Variable(i, VariableKind.Whole, IsFixed: true, IndexOf: indexOf));
        scope.Loops++;
        Fragment body = Block(scope.Random.Next(1, 4), depth);
        scope.Loops--;
        scope.Leave(before);
        return Statement("{0}\n{1}", head, body);
    }

    /// <summary>The head of a loop, and the span whose index its variable is.</summary>
    private (Fragment Head, string? IndexOf) Head(string i)
    {
        Variable? whole = scope.Any(variable => variable is { Kind: VariableKind.Whole, IsFixed: true });
        if (scope.Any(variable => variable.Kind is VariableKind.Span or VariableKind.Written) is { } span && scope.Chance(0.6))
        {
            string x = span.Name;
            Variable? outer = scope.Any(variable => variable.IndexOf == x);
            string head = scope.Random.Next(6) switch
            {
                0 or 1 => $"for (int {i} = 0; {i} < {x}.Length; {i}++)",
                2 => $"for (int {i} = {x}.Length - 1; {i} >= 0; {i}--)",
                3 => $"for (int {i} = 1; {i} <= {x}.Length - 1; {i} += 2)",
                4 when outer is not null => $"for (int {i} = {outer.Name} + 1; {i} < {x}.Length; {i}++)",
                _ => $"for (int {i} = {x}.Length - 1; {i} > 0; {i} -= 2)",
            };
            return (new Fragment(FragmentKind.Statement, head), x);
        }

        return (scope.Random.Next(5) switch
        {
            0 or 1 when whole is not null => new Fragment(FragmentKind.Statement, $"for (int {i} = 0; {i} {scope.Pick("<", "<=")} {whole.Name}; {i}++)"),
            2 when whole is not null => new Fragment(FragmentKind.Statement, $"for (int {i} = {whole.Name}; {i} {scope.Pick(">", ">=")} 0; {i}--)"),
            3 => new Fragment(FragmentKind.Statement, $"for (int {i} = {{0}} % 3; {i} < {scope.Pick("3", "5")}; {i} += {scope.Pick("1", "2")})", _wholes.Draw(1, isFixed: true)),
            _ => new Fragment(FragmentKind.Statement, $"for (int {i} = 0; {i} < {scope.Pick("2", "3", "5")}; {i}++)"),
        }, null);
    }

    private static Fragment Statement(string text, params ImmutableArray<Fragment> parts) => new(FragmentKind.Statement, text, parts);
}
