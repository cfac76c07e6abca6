using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using GenNet.Generator.Expressions;
using GenNet.Generator.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GenNet.Generator.Parsing.Functions;

/// <summary>Loops that count: they can be run backwards. What an iteration leaves to the next is one number for all iterations.</summary>
/// <param name="scope">The function.</param>
/// <param name="statements">Parses the body.</param>
internal sealed class LoopParser(FunctionScope scope, StatementParser statements)
{
    private const string Counting = "write for (int i = first; i < limit; i++), or with <=, >, >=, i--, i += 2 and the like";

    private ProgramBuilder Builder => scope.Builder;

    public void Parse(ILoopOperation loop)
    {
        foreach (IOperation part in loop.Body.Descendants())
        {
            if (part is IReturnOperation)
                throw Refusal.Of(part, "A return within a loop is not followed", "assign to a local, and return behind the loop");
        }

        if (loop is IForEachLoopOperation each)
            ForEach(each);
        else
            For((IForLoopOperation)loop);
    }

    private void For(IForLoopOperation loop)
    {
        IVariableDeclaratorOperation[] declarators = [.. loop.Before.SelectMany(part => part.DescendantsAndSelf()).OfType<IVariableDeclaratorOperation>()];
        if (loop.Before.Length != 1 || declarators.Length != 1 || declarators[0] is not { Initializer: { } first } declarator)
            throw Refusal.Of(loop, "This loop declares no index, or several", Counting);
        ILocalSymbol index = declarator.Symbol;
        if (index.Type.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_Int64))
            throw Refusal.Of(declarator, $"The index '{index.Name}' is no int or long", Counting);
        (Comparison comparison, IOperation limit) = Limit(loop, index);
        long step = Step(loop, index);
        if (step > 0 != comparison is Comparison.LessThan or Comparison.LessThanOrEqual)
            throw Refusal.Of(loop.AtLoopBottom[0], $"The step of '{index.Name}' does not lead to the limit", Counting);
        Check(first.Value, loop, index);
        Check(limit, loop, index);
        Opaque from = PassiveParser.Parse(first.Value, scope), to = PassiveParser.Parse(limit, scope);
        Number number = Builder.Index(FunctionSignature.Identifier(index.Name), StatementParser.TypeOf(index));
        Repeat(loop, body => new Loop(number, from, comparison, to, step, body), () => scope.Values[index] = number.Variable);
        Builder.Free(number);
    }

    /// <summary>foreach over a span: a loop over its index.</summary>
    private void ForEach(IForEachLoopOperation loop)
    {
        IOperation collection = loop.Collection is IConversionOperation conversion ? conversion.Operand : loop.Collection;
        if (collection is not IParameterReferenceOperation span || !scope.Series.TryGetValue(span.Parameter, out Series? series) || series.IsWritten
            || loop.LoopControlVariable is not IVariableDeclaratorOperation { Symbol: { IsRef: false } variable })
            throw Refusal.Of(loop.Collection, "This is no span among the parameters that is only read", Counting);
        Number number = Builder.Index("i", "int");
        var limit = new Opaque($"{series.Name}.Length");
        Repeat(
            loop, body => new Loop(number, new Opaque("0"), Comparison.LessThan, limit, 1, body),
            () => scope.Values[variable] = Builder.Element(series, new Opaque(number.Name, number.Name)));
        Builder.Free(number);
    }

    private void Repeat(ILoopOperation loop, Func<Body, Loop> make, Action before)
    {
        ISymbol[] carried = [.. Assigned(loop.Body).Where(scope.Values.ContainsKey)];
        var numbers = new Dictionary<ISymbol, Number>(SymbolEqualityComparer.Default);
        foreach (ISymbol symbol in carried)
        {
            string type = StatementParser.TypeOf(symbol);
            bool isActive = type is "float" or "double" && scope.Activity.DependsOnActive(symbol);
            Number carry = Builder.Number(FunctionSignature.Identifier(symbol.Name), type, isActive, NumberRole.Carry);
            Builder.Body.Add(new Assign(carry, scope.Values[symbol], declares: true));
            numbers.Add(symbol, carry);
            scope.Values[symbol] = carry.Variable;
        }

        var body = new Body();
        scope.Within(body, () =>
        {
            before();
            statements.Parse([loop.Body]);
            Leave(numbers);
        });
        Builder.Body.Add(make(body));
    }

    /// <summary>At the end of an iteration each number becomes what the next one reads. One that takes over another's value takes it before that changes.</summary>
    private void Leave(Dictionary<ISymbol, Number> numbers)
    {
        HashSet<string> names = [.. numbers.Values.Select(number => number.Name)];
        var after = new List<(Number Number, Expr Value)>();
        foreach (KeyValuePair<ISymbol, Number> pair in numbers)
        {
            Expr value = scope.Values[pair.Key];
            if (value.Equals(pair.Value.Variable))
                continue;
            if (Reads.Of(value).Any(names.Contains))
                value = Builder.Declare(value, pair.Value.Type).Variable;
            after.Add((pair.Value, value));
        }

        foreach ((Number number, Expr value) in after)
            Builder.Body.Add(new Assign(number, value, declares: false));
    }

    private static (Comparison Comparison, IOperation Limit) Limit(IForLoopOperation loop, ILocalSymbol index)
    {
        if (loop.Condition is not IBinaryOperation condition || Of(condition.OperatorKind) is not { } comparison)
            throw Refusal.Of((IOperation?)loop.Condition ?? loop, "This loop does not compare its index with a limit", Counting);
        if (Is(condition.LeftOperand, index))
            return (comparison, condition.RightOperand);
        if (Is(condition.RightOperand, index))
            return (Turned(comparison), condition.LeftOperand);
        throw Refusal.Of(condition, $"This does not compare '{index.Name}' with a limit", Counting);
    }

    private static long Step(IForLoopOperation loop, ILocalSymbol index)
    {
        if (loop.AtLoopBottom.Length == 1 && loop.AtLoopBottom[0] is IExpressionStatementOperation { Operation: var step })
        {
            switch (step)
            {
                case IIncrementOrDecrementOperation e when Is(e.Target, index):
                    return e.Kind == OperationKind.Increment ? 1 : -1;
                case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } e
                    when Is(e.Target, index) && e.Value.ConstantValue is { HasValue: true, Value: int or long } by && Convert.ToInt64(by.Value, CultureInfo.InvariantCulture) is not 0 and var size:
                    return e.OperatorKind == BinaryOperatorKind.Add ? size : -size;
            }
        }

        throw Refusal.Of(loop.AtLoopBottom.FirstOrDefault() ?? loop, $"The step of '{index.Name}' is no constant", Counting);
    }

    /// <summary>A bound is the same in all iterations, and no differentiated number decides it.</summary>
    private void Check(IOperation bound, IForLoopOperation loop, ILocalSymbol index)
    {
        if (scope.Activity.Mentions(bound))
            throw Refusal.Of(bound, "A differentiated number decides how often this loop runs", "let a whole number among the parameters decide it");
        HashSet<ISymbol> assigned = new(Assigned(loop.Body), SymbolEqualityComparer.Default);
        if (assigned.Contains(index))
            throw Refusal.Of(loop.Body, $"The loop changes its own index '{index.Name}'", Counting);
        foreach (IOperation part in bound.DescendantsAndSelf())
        {
            if (Activity.Root(part) is { } symbol && assigned.Contains(symbol) && part is ILocalReferenceOperation or IParameterReferenceOperation && !scope.Series.ContainsKey(symbol))
                throw Refusal.Of(part, $"The loop changes '{symbol.Name}', which decides how often it runs", "copy it into a local before the loop");
        }
    }

    private static IEnumerable<ISymbol> Assigned(IOperation body) => body.DescendantsAndSelf()
        .Where(part => part is IAssignmentOperation or IIncrementOrDecrementOperation).SelectMany(Activity.Assignments)
        .Select(assignment => assignment.Target).Distinct(SymbolEqualityComparer.Default).OfType<ISymbol>();

    private static bool Is(IOperation operation, ILocalSymbol index) => operation switch
    {
        ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, index),
        IConversionOperation { IsImplicit: true } conversion => Is(conversion.Operand, index),
        _ => false,
    };

    private static Comparison? Of(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => Comparison.LessThan,
        BinaryOperatorKind.LessThanOrEqual => Comparison.LessThanOrEqual,
        BinaryOperatorKind.GreaterThan => Comparison.GreaterThan,
        BinaryOperatorKind.GreaterThanOrEqual => Comparison.GreaterThanOrEqual,
        _ => null,
    };

    private static Comparison Turned(Comparison comparison) => comparison switch
    {
        Comparison.LessThan => Comparison.GreaterThan,
        Comparison.LessThanOrEqual => Comparison.GreaterThanOrEqual,
        Comparison.GreaterThan => Comparison.LessThan,
        _ => Comparison.LessThanOrEqual,
    };
}
