using GenNet.Generator.Expressions;
using GenNet.Generator.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GenNet.Generator.Parsing.Functions;

/// <summary>Declarations and assignments. A variable that is assigned again is a new number from there on.</summary>
/// <param name="scope">The function.</param>
internal sealed class AssignmentParser(FunctionScope scope)
{
    private readonly ScalarParser _scalars = new(scope);

    private ProgramBuilder Builder => scope.Builder;

    /// <summary>A local with what it starts as.</summary>
    public void Declare(IVariableDeclaratorOperation declarator)
    {
        ILocalSymbol local = declarator.Symbol;
        if (local.IsRef)
            throw Refusal.Of(declarator, "A ref local is not followed", "use the variable itself");
        if (local.IsConst)
            return;
        IVariableInitializerOperation? initializer = declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer;
        if (FunctionSignature.ScalarType(local.Type) is null && !IsPassive(local.Type))
            throw Refusal.Of(declarator, $"A local of type {local.Type.ToDisplayString()} is not followed", "use float, double, whole numbers and bool");
        scope.Values[local] = initializer is null ? Zero(local.Type) : Value(initializer.Value, local.Type, Name(local));
    }

    /// <summary>A statement that assigns.</summary>
    public void Parse(IOperation operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { IsRef: false } e:
                Assign(e.Target, Value(e.Value, e.Target.Type!, NameOf(e.Target)));
                break;
            case ICompoundAssignmentOperation { OperatorMethod: null } e:
                Compound(e);
                break;
            case IIncrementOrDecrementOperation { OperatorMethod: null } e:
                Step(e);
                break;
            default:
                throw Refusal.Of(operation, $"'{ScalarParser.Shortened(operation)}' does something that is not followed", "write assignments; what else is to be done, do outside");
        }
    }

    /// <summary>Makes a variable, or a number of a span, a value.</summary>
    public void Assign(IOperation target, Expr value)
    {
        if (SpanParser.Find(target, scope) is { } element)
            Store(element, value, adds: false, target);
        else if (target is ILocalReferenceOperation or IParameterReferenceOperation)
            scope.Values[Variable(target)] = value;
        else
            throw Refusal.Of(target, $"'{ScalarParser.Shortened(target)}' is not the function's own", "assign to locals, and to numbers of the spans among its parameters");
    }

    private void Compound(ICompoundAssignmentOperation e)
    {
        if (FunctionSignature.ScalarType(e.Target.Type!) is not { } type)
        {
            WholeNumber(e.Target, PassiveWriter.Operators[e.OperatorKind], PassiveParser.Parse(e.Value, scope));
            return;
        }

        string wide = FunctionSignature.ScalarType(e.Value.Type!) == "double" ? "double" : type;
        Expr value = _scalars.Parse(e.Value);
        if (SpanParser.Find(e.Target, scope) is { } element && wide == type && e.OperatorKind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract)
        {
            Store(SpanParser.Find(e.Target, scope)!.Value, e.OperatorKind == BinaryOperatorKind.Add ? value : new Negate(value), adds: true, e.Target);
            return;
        }

        Expr before = _scalars.Parse(e.Target);
        if (wide != type)
            before = Builder.Node(new Call(Function.ToDouble, before), wide);
        Expr after = e.OperatorKind switch
        {
            BinaryOperatorKind.Add => new Add(before, value),
            BinaryOperatorKind.Subtract => new Subtract(before, value),
            BinaryOperatorKind.Multiply => new Multiply(before, value),
            BinaryOperatorKind.Divide => new Divide(before, value),
            BinaryOperatorKind.Remainder => new Combine(Function.Remainder, before, value),
            _ => throw Refusal.Of(e, $"'{ScalarParser.Shortened(e)}' has no derivative", "write +=, -=, *= or /="),
        };
        after = Builder.Node(after, wide, wide == type ? NameOf(e.Target) : null);
        if (wide != type)
            after = Builder.Node(new Call(Function.ToFloat, after), type, NameOf(e.Target));
        Assign(e.Target, after);
    }

    private void Step(IIncrementOrDecrementOperation e)
    {
        bool up = e.Kind == OperationKind.Increment;
        if (FunctionSignature.ScalarType(e.Target.Type!) is { } type)
            Assign(e.Target, Builder.Node(up ? new Add(_scalars.Parse(e.Target), 1) : new Subtract(_scalars.Parse(e.Target), 1), type, NameOf(e.Target)));
        else
            WholeNumber(e.Target, up ? "+" : "-", new Opaque("1"));
    }

    private void WholeNumber(IOperation target, string sign, Opaque value)
    {
        ISymbol variable = Variable(target);
        Opaque before = PassiveParser.Parse(target, scope);
        var after = new Opaque($"{PassiveParser.Primary(before.Text)} {sign} {PassiveParser.Primary(value.Text)}", [.. before.Reads, .. value.Reads]);
        scope.Values[variable] = Builder.Declare(after, StatementParser.TypeOf(variable), Name(variable)).Variable;
    }

    private void Store((Series Series, Opaque Index) element, Expr value, bool adds, IOperation target)
    {
        if (!element.Series.IsWritten)
            throw Refusal.Of(target, $"'{element.Series.Name}' is [Constant], so it cannot be written", "write another span");
        Builder.Body.Add(new Store(element.Series, element.Index, value, adds));
    }

    private Expr Value(IOperation value, ITypeSymbol type, string? name)
    {
        if (FunctionSignature.ScalarType(type) is not null)
            return _scalars.Parse(value, name);
        if (type.SpecialType == SpecialType.System_Boolean && value.ConstantValue is not { HasValue: true })
            return Builder.Declare(new Truth(ConditionParser.Parse(value, scope, isInline: false)), "bool", name).Variable;
        return Builder.Declare(PassiveParser.Parse(value, scope), type.ToDisplayString(FunctionSignature.FullNames), name).Variable;
    }

    private static bool IsPassive(ITypeSymbol type) => type.SpecialType is
        SpecialType.System_Boolean or SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
        or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 || type.TypeKind == TypeKind.Enum;

    /// <summary>What a local is before it is assigned; C# makes sure that nobody reads it.</summary>
    private static Expr Zero(ITypeSymbol type) => FunctionSignature.ScalarType(type) is not null ? 0 : new Opaque("default");

    private static ISymbol Variable(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => throw Refusal.Of(target, $"'{ScalarParser.Shortened(target)}' is not the function's own", "assign to locals"),
    };

    private static string? NameOf(IOperation target) => target is ILocalReferenceOperation or IParameterReferenceOperation ? Name(Variable(target)) : null;

    private static string Name(ISymbol symbol) => FunctionSignature.Identifier(symbol.Name);
}
