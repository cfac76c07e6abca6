using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace GenNet.Generator.Parsing.Functions;

/// <summary>Which variables of a function depend on what is differentiated: as numbers, or because such a number has decided what was assigned.</summary>
internal sealed class Activity
{
    private readonly HashSet<ISymbol> _dependent = new(SymbolEqualityComparer.Default);

    /// <summary>The activity in a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="active">The parameters that have a gradient.</param>
    public Activity(IOperation body, IEnumerable<ISymbol> active)
    {
        _dependent.UnionWith(active);
        (ISymbol Target, IOperation Value)[] assignments = [.. body.Descendants().SelectMany(Assignments)];
        for (bool changes = true; changes;)
        {
            changes = false;
            foreach ((ISymbol target, IOperation value) in assignments)
                changes |= (Mentions(value) || Conditions(value, target).Any(Mentions)) && _dependent.Add(target);
        }
    }

    /// <summary>Whether a variable depends on what is differentiated.</summary>
    public bool DependsOnActive(ISymbol symbol) => _dependent.Contains(symbol);

    /// <summary>Whether an expression does. The length of a span is none of its numbers.</summary>
    public bool Mentions(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => _dependent.Contains(local.Local),
        IParameterReferenceOperation parameter => _dependent.Contains(parameter.Parameter),
        IPropertyReferenceOperation { Property.Name: "Length" } => false,
        _ => operation.ChildOperations.Any(Mentions),
    };

    /// <summary>Whether an expression depends on what is differentiated by way of numbers that are: whole numbers and truth values only choose.</summary>
    public bool Differentiates(IOperation operation) => operation switch
    {
        { Type.SpecialType: SpecialType.System_Boolean or SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt32 or SpecialType.System_Int16
            or SpecialType.System_UInt16 or SpecialType.System_Byte or SpecialType.System_SByte } => false,
        ILocalReferenceOperation or IParameterReferenceOperation => Mentions(operation),
        _ => operation.ChildOperations.Any(Differentiates),
    };

    /// <summary>The variables that a statement assigns, with what.</summary>
    public static IEnumerable<(ISymbol Target, IOperation Value)> Assignments(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Initializer: { } initializer } declarator:
                yield return (declarator.Symbol, initializer.Value);
                break;
            case IAssignmentOperation assignment when Root(assignment.Target) is { } target:
                yield return (target, assignment);
                break;
            case IIncrementOrDecrementOperation increment when Root(increment.Target) is { } target:
                yield return (target, increment);
                break;
            case IForEachLoopOperation loop when loop.Locals.Length == 1:
                yield return (loop.Locals[0], loop.Collection);
                break;
        }
    }

    /// <summary>The variable, or the span, that is assigned to.</summary>
    public static ISymbol? Root(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IPropertyReferenceOperation { Instance: { } instance } => Root(instance),
        IImplicitIndexerReferenceOperation implicitly => Root(implicitly.Instance),
        IArrayElementReferenceOperation element => Root(element.ArrayReference),
        _ => null,
    };

    /// <summary>The conditions that decide whether an assignment happens; not those that decide whether there is the variable.</summary>
    private static IEnumerable<IOperation> Conditions(IOperation operation, ISymbol target)
    {
        TextSpan? declaration = target.DeclaringSyntaxReferences.FirstOrDefault()?.Span;
        for (IOperation? outer = operation.Parent; outer is not null && !(declaration is { } span && outer.Syntax.Span.Contains(span)); outer = outer.Parent)
        {
            if (outer is IConditionalOperation conditional)
                yield return conditional.Condition;
        }
    }
}
