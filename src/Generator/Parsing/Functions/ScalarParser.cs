using System;
using System.Linq;
using System.Runtime.CompilerServices;
using GenNet.Generator.Expressions;
using GenNet.Generator.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GenNet.Generator.Parsing.Functions;

/// <summary>Expressions of type float or double: each operation becomes a node.</summary>
/// <param name="scope">The function.</param>
/// <param name="isInline">Whether they stay expressions instead, as within an index.</param>
/// <param name="isConditional">Whether they are computed under a condition only, as the second half of another one: then they stay expressions too.</param>
internal sealed class ScalarParser(FunctionScope scope, bool isInline = false, bool isConditional = false)
{
    private const string OtherWay = "write it with arithmetic, functions of Math and other [Differentiable] methods";

    private ProgramBuilder Builder => scope.Builder;

    /// <summary>The value of an expression: a variable or a constant, unless it stays an expression.</summary>
    /// <param name="operation">The expression.</param>
    /// <param name="name">The name that the user has for it.</param>
    public Expr Parse(IOperation operation, string? name = null)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (operation.ConstantValue is { HasValue: true, Value: { } constant })
            return OfConstant(constant, operation);
        return operation switch
        {
            IParenthesizedOperation e => Parse(e.Operand, name),
            IConversionOperation e => Convert(e, name),
            ILocalReferenceOperation e => Variable(e.Local, e),
            IParameterReferenceOperation e => Variable(e.Parameter, e),
            IBinaryOperation e => Binary(e, name),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Plus, OperatorMethod: null } e => Parse(e.Operand, name),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus, OperatorMethod: null } e => Parse(e.Operand) is var value && value is Constant c ? -c.Value : Node(new Negate(value), e, name),
            IInvocationOperation e => Call(e, name),
            IConditionalOperation { Condition.ConstantValue: { HasValue: true, Value: bool holds }, WhenFalse: { } whenFalse } e => Parse(holds ? e.WhenTrue : whenFalse, name),
            IConditionalOperation { WhenFalse: { } whenFalse } e => Choice(e, whenFalse, TypeOf(e), name),
            IPropertyReferenceOperation or IImplicitIndexerReferenceOperation when SpanParser.Find(operation, scope) is { } element => Load(element, operation, name),
            IArrayElementReferenceOperation e when !scope.Activity.Differentiates(e) => Constant(e, name),
            IFieldReferenceOperation { Field.IsStatic: true } or IPropertyReferenceOperation { Property.IsStatic: true } => Constant(operation, name),
            ISimpleAssignmentOperation or ICompoundAssignmentOperation or IIncrementOrDecrementOperation =>
                throw Refusal.Of(operation, "An assignment within an expression is not followed", "make it a statement of its own"),
            ISwitchExpressionOperation => throw Refusal.Of(operation, "A switch has no derivative here", "write conditional expressions, a ? b : c"),
            _ => throw Refusal.Of(operation, $"'{Shortened(operation)}' is not understood", OtherWay),
        };
    }

    /// <summary>The source of an operation, for a message.</summary>
    public static string Shortened(IOperation operation)
    {
        string text = string.Join(" ", operation.Syntax.ToString().Split(['\r', '\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 60 ? text : text.Substring(0, 57) + "...";
    }

    public static string TypeOf(IOperation operation) => operation.Type is { } type && FunctionSignature.ScalarType(type) is { } scalar
        ? scalar
        : throw Refusal.Of(operation, $"'{Shortened(operation)}' is no float or double", OtherWay);

    private Expr Node(Expr value, IOperation operation, string? name) => isInline ? value : Builder.Node(value, TypeOf(operation), name);

    private static Expr OfConstant(object constant, IOperation operation)
    {
        double value = System.Convert.ToDouble(constant, System.Globalization.CultureInfo.InvariantCulture);
        if (!double.IsNaN(value) && !double.IsInfinity(value))
            return new Constant(value);
        string name = double.IsNaN(value) ? "NaN" : value > 0 ? "PositiveInfinity" : "NegativeInfinity";
        return new Opaque($"{TypeOf(operation)}.{name}");
    }

    private Expr Convert(IConversionOperation e, string? name)
    {
        string type = TypeOf(e);
        if (e.OperatorMethod is not null)
            throw Refusal.Of(e, "A conversion of one's own has no derivative here", "convert between float and double only");
        if (e.Operand.Type is null)
            throw Refusal.Of(e, $"'{Shortened(e)}' has no type of its own", "write a number");
        if (FunctionSignature.ScalarType(e.Operand.Type) is not { } from)
        {
            if (e.Operand.Type.SpecialType is SpecialType.System_Decimal or SpecialType.None)
                throw Refusal.Of(e, $"A {e.Operand.Type.ToDisplayString()} is neither differentiated nor a whole number", "use float or double");
            if (e.Operand is IConditionalOperation { WhenTrue.ConstantValue.HasValue: true, WhenFalse: { ConstantValue.HasValue: true } whenFalse } choice)
                return Choice(choice, whenFalse, type, name);
            Opaque whole = PassiveParser.Parse(e.Operand, scope, isConditional);
            return new Opaque($"({type}){PassiveParser.Primary(whole.Text)}", whole.Reads);
        }

        return from == type ? Parse(e.Operand, name) : Node(new Call(type == "float" ? Function.ToFloat : Function.ToDouble, Parse(e.Operand)), e, name);
    }

    private Expr Variable(ISymbol symbol, IOperation operation) => scope.Values.TryGetValue(symbol, out Expr? value)
        ? value
        : throw Refusal.Of(operation, $"'{symbol.Name}' is not understood here", "use parameters and locals of the method");

    private Expr Binary(IBinaryOperation e, string? name)
    {
        if (e.OperatorMethod is not null || e.IsLifted)
            throw Refusal.Of(e, $"The operator of '{Shortened(e)}' is none of float or double", OtherWay);
        Expr left = Parse(e.LeftOperand), right = Parse(e.RightOperand);
        if (left is Constant a && right is Constant b && Folded(e.OperatorKind, a.Value, b.Value, TypeOf(e)) is { } folded)
            return folded;
        Expr value = e.OperatorKind switch
        {
            BinaryOperatorKind.Add => new Add(left, right),
            BinaryOperatorKind.Subtract => new Subtract(left, right),
            BinaryOperatorKind.Multiply => new Multiply(left, right),
            BinaryOperatorKind.Divide => new Divide(left, right),
            BinaryOperatorKind.Remainder => new Combine(Function.Remainder, left, right),
            _ => throw Refusal.Of(e, $"'{Shortened(e)}' has no derivative", OtherWay),
        };
        return Node(value, e, name);
    }

    /// <summary>
    /// An operation on two constants, as C# computes it: one of float is that of double, rounded. Null where it is not finite.
    /// </summary>
    private static Constant? Folded(BinaryOperatorKind kind, double left, double right, string type)
    {
        double value = kind switch
        {
            BinaryOperatorKind.Add => left + right,
            BinaryOperatorKind.Subtract => left - right,
            BinaryOperatorKind.Multiply => left * right,
            BinaryOperatorKind.Divide => left / right,
            BinaryOperatorKind.Remainder => left % right,
            _ => double.NaN,
        };
        value = type == "float" ? (float)value : value;
        return double.IsNaN(value) || double.IsInfinity(value) ? null : new Constant(value);
    }

    private Expr Call(IInvocationOperation e, string? name)
    {
        if (MathFunctions.Of(e.TargetMethod) is { } function)
        {
            Expr[] arguments = new Expr[e.Arguments.Length];
            foreach (IArgumentOperation argument in e.Arguments)
                arguments[argument.Parameter!.Ordinal] = Parse(argument.Value);
            return Node(
                arguments.Length == 1 ? new Call(function, arguments[0]) : new Combine(function, arguments[0], arguments[1], arguments.Length > 2 ? arguments[2] : null),
                e, name);
        }

        if (!FunctionSignature.IsDifferentiable(e.TargetMethod))
            return scope.Activity.Differentiates(e) || SpanParser.TakesSpan(e) ? throw NotDifferentiable(e) : Constant(e, name);
        if (isInline)
            throw Refusal.Of(e, "A call within the second half of a condition is not followed", "assign it to a local before");
        return CallParser.Parse(e, scope, name);
    }

    private static Refusal NotDifferentiable(IInvocationOperation e) => MathFunctions.IsOfMath(e.TargetMethod.ContainingType)
        ? Refusal.Of(e, $"{e.TargetMethod.ContainingType.Name}.{e.TargetMethod.Name} with {e.Arguments.Length} argument{(e.Arguments.Length == 1 ? "" : "s")} has no derivative here", WayAround(e.TargetMethod))
        : Refusal.Of(e, $"'{e.TargetMethod.Name}' is not [Differentiable]", "mark it, or write what it computes; where its value is to be a constant, compute it before and hand it over as a [Constant] parameter");

    private static string WayAround(IMethodSymbol method) => method.Name switch
    {
        "Log" => "Math.Log(x) / Math.Log(b) is the logarithm of base b",
        "SinCos" => "call Math.Sin and Math.Cos",
        "Hypot" => "write Math.Sqrt(x * x + y * y)",
        "Round" => "its derivative is zero: round outside",
        _ => "write it with the other functions of Math",
    };

    /// <summary>What does not depend on what is differentiated, computed once.</summary>
    private Expr Constant(IOperation operation, string? name)
    {
        Opaque value = PassiveParser.Parse(operation, scope, isConditional);
        return isInline ? value : Builder.Declare(value, TypeOf(operation), name).Variable;
    }

    private Variable Load((Series Series, Opaque Index) element, IOperation operation, string? name)
    {
        if (!element.Series.IsWritten)
            return Builder.Element(element.Series, element.Index);
        if (isConditional)
            throw Refusal.Of(operation, "A span that is written is not read in the second half of a condition", "assign the number to a local before");
        Number target = Builder.Number(name ?? Builder.Names.NextNode(), element.Series.Type, element.Series.IsActive);
        Builder.Body.Add(new Load(target, element.Series, element.Index));
        return target.Variable;
    }

    private Expr Choice(IConditionalOperation e, IOperation whenFalse, string type, string? name)
    {
        Condition condition = ConditionParser.Parse(e.Condition, scope, isInline, isConditional);
        if (isInline)
        {
            var sides = new ScalarParser(scope, isInline: true, isConditional: true);
            return InlineChoice(e, condition, sides.Parse(e.WhenTrue), sides.Parse(whenFalse));
        }


        Body then = new(), otherwise = new();
        Expr first = 0, second = 0;
        scope.Within(then, () => first = Parse(e.WhenTrue));
        scope.Within(otherwise, () => second = Parse(whenFalse));
        if (then.Statements.Count == 0 && otherwise.Statements.Count == 0 && condition is Compares { } c)
            return Builder.Node(new Select(c.Left, c.Comparison, c.Right, first, second), type, name);
        Number merged = Builder.Number(name ?? Builder.Names.NextNode(), type, Builder.IsActive(first) || Builder.IsActive(second), NumberRole.Merge);
        then.Add(new Assign(merged, first, declares: false));
        otherwise.Add(new Assign(merged, second, declares: false));
        Builder.Body.Add(new Declare(merged));
        Builder.Body.Add(new Branch(condition, then, otherwise));
        return merged.Variable;
    }

    private static Select InlineChoice(IConditionalOperation e, Condition condition, Expr first, Expr second) => condition is Compares c
        ? new Select(c.Left, c.Comparison, c.Right, first, second)
        : throw Refusal.Of(e, "A choice within a condition is not followed", "assign it to a local before");
}
