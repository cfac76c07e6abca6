using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using GenNet.Generator.Expressions;
using GenNet.Generator.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GenNet.Generator.Parsing.Functions;

/// <summary>Statements of a function, in order. What follows an early return becomes the other side of its branch.</summary>
/// <param name="scope">The function.</param>
/// <param name="method">The method, which stands for the value that it returns.</param>
internal sealed class StatementParser(FunctionScope scope, IMethodSymbol method)
{
    /// <summary>Where a branch may return or go on, on either side, what follows it is written on both.</summary>
    private const int MostCopies = 16;

    private readonly AssignmentParser _assignments = new(scope);

    private int _copies;

    private ProgramBuilder Builder => scope.Builder;

    /// <summary>Parses statements.</summary>
    /// <returns>Whether all ways through them return.</returns>
    public bool Parse(IReadOnlyList<IOperation> statements)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        for (int i = 0; i < statements.Count; i++)
        {
            switch (statements[i])
            {
                case IBlockOperation block:
                    if (!block.Operations.Any(Returns))
                        Parse(block.Operations);
                    else
                        return Parse([.. block.Operations, .. statements.Skip(i + 1)]);
                    break;
                case IReturnOperation e:
                    if (e.ReturnedValue is { } value)
                        scope.Values[method] = new ScalarParser(scope).Parse(value, Builder.ResultName);
                    return true;
                case IConditionalOperation { Condition.ConstantValue: { HasValue: true, Value: bool holds } } branch:
                    return Parse([.. (holds ? branch.WhenTrue : branch.WhenFalse) is { } side ? [side] : Array.Empty<IOperation>(), .. statements.Skip(i + 1)]);
                case IConditionalOperation branch when Returns(branch):
                    return BranchWithReturn(branch, [.. statements.Skip(i + 1)]);
                case IConditionalOperation branch:
                    Branch(branch);
                    break;
                case IForLoopOperation or IForEachLoopOperation:
                    new LoopParser(scope, this).Parse((ILoopOperation)statements[i]);
                    break;
                default:
                    One(statements[i]);
                    break;
            }
        }

        return false;
    }

    private void One(IOperation statement)
    {
        switch (statement)
        {
            case IEmptyOperation:
                break;
            case IVariableDeclarationGroupOperation group:
                foreach (IVariableDeclaratorOperation declarator in group.Declarations.SelectMany(declaration => declaration.Declarators))
                    _assignments.Declare(declarator);
                break;
            case IExpressionStatementOperation e:
                _assignments.Parse(e.Operation);
                break;
            case ILoopOperation:
                throw Refusal.Of(statement, "How often this loop runs is not known before", "write a for loop from a first to a last index");
            case ILocalFunctionOperation:
                throw Refusal.Of(statement, "A local function is not followed", "make it a method and mark it [Differentiable]");
            case IBranchOperation e:
                throw Refusal.Of(e, $"'{ScalarParser.Shortened(e)}' leaves a loop early, so its length would not be known before", "put what is left out into an if");
            case ISwitchOperation:
                throw Refusal.Of(statement, "A switch is not followed", "write if and else");
            default:
                throw Refusal.Of(statement, $"'{ScalarParser.Shortened(statement)}' is not understood", "write declarations, assignments, if, for and return");
        }
    }

    private void Branch(IConditionalOperation branch)
    {
        Condition condition = ConditionParser.Parse(branch.Condition, scope, isInline: false);
        Body then = new(), otherwise = new();
        Dictionary<ISymbol, Expr> first = scope.Within(then, () => Parse([branch.WhenTrue]));
        Dictionary<ISymbol, Expr> second = scope.Within(otherwise, () => Parse(branch.WhenFalse is { } whenFalse ? [whenFalse] : []));
        Merge(condition, then, first, otherwise, second);
    }

    /// <summary>A branch of which one side returns: the rest of the statements belongs to the other.</summary>
    private bool BranchWithReturn(IConditionalOperation branch, IOperation[] rest)
    {
        bool returnsFirst = AlwaysReturns(branch.WhenTrue), returnsSecond = branch.WhenFalse is { } other && AlwaysReturns(other);
        if (!returnsFirst && !returnsSecond && rest.Length > 0 && ++_copies > MostCopies)
        {
            throw Refusal.Of(
                branch.Descendants().OfType<IReturnOperation>().First(), "What follows would be written out too often, for there are too many returns deep within branches",
                "let one side of a branch always return, or assign to a local and return at the end");
        }

        Condition condition = ConditionParser.Parse(branch.Condition, scope, isInline: false);
        Body then = new(), otherwise = new();
        bool all = true;
        IOperation[] second = branch.WhenFalse is { } whenFalse ? [whenFalse] : [];
        Dictionary<ISymbol, Expr> afterFirst = scope.Within(then, () => all &= Parse(returnsFirst ? [branch.WhenTrue] : [branch.WhenTrue, .. rest]));
        Dictionary<ISymbol, Expr> afterSecond = scope.Within(otherwise, () => all &= Parse(returnsSecond ? second : [.. second, .. rest]));
        Merge(condition, then, afterFirst, otherwise, afterSecond);
        return all;
    }

    /// <summary>Adds a branch; what its sides have assigned differently becomes one number each.</summary>
    private void Merge(Condition condition, Body then, Dictionary<ISymbol, Expr> first, Body otherwise, Dictionary<ISymbol, Expr> second)
    {
        foreach (ISymbol symbol in first.Keys.Union(second.Keys, SymbolEqualityComparer.Default).OfType<ISymbol>().ToImmutableArray())
        {
            bool isResult = SymbolEqualityComparer.Default.Equals(symbol, method);
            scope.Values.TryGetValue(symbol, out Expr? before);
            if (before is null && !isResult)
                continue;
            Expr one = first.TryGetValue(symbol, out Expr? a) ? a : 0, two = second.TryGetValue(symbol, out Expr? b) ? b : 0;
            if (one.Equals(two))
            {
                scope.Values[symbol] = one;
                continue;
            }

            string type = isResult ? ScalarOf(method.ReturnType) : TypeOf(symbol);
            Number merged = Builder.Number(isResult ? Builder.ResultName : FunctionSignature.Identifier(symbol.Name), type, Builder.IsActive(one) || Builder.IsActive(two), NumberRole.Merge);
            then.Add(new Assign(merged, one, declares: false));
            otherwise.Add(new Assign(merged, two, declares: false));
            Builder.Body.Add(new Declare(merged));
            scope.Values[symbol] = merged.Variable;
        }

        if (then.Statements.Count > 0 || otherwise.Statements.Count > 0)
            Builder.Body.Add(new Branch(condition, then, otherwise));
    }

    /// <summary>The type of a variable as C# writes it.</summary>
    public static string TypeOf(ISymbol symbol) => ScalarOf(symbol is ILocalSymbol local ? local.Type : ((IParameterSymbol)symbol).Type);

    private static string ScalarOf(ITypeSymbol type) => type.ToDisplayString(FunctionSignature.FullNames);

    private static bool Returns(IOperation statement) => statement is IReturnOperation || statement.Descendants().Any(part => part is IReturnOperation);

    private static bool AlwaysReturns(IOperation statement) => statement switch
    {
        IReturnOperation => true,
        IBlockOperation block => block.Operations.Any(AlwaysReturns),
        IConditionalOperation { WhenFalse: { } whenFalse } branch => AlwaysReturns(branch.WhenTrue) && AlwaysReturns(whenFalse),
        _ => false,
    };
}
