using System.Linq;
using System.Runtime.CompilerServices;
using GenNet.Generator.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GenNet.Generator.Parsing.Functions;

/// <summary>What a branch asks.</summary>
internal static class ConditionParser
{
    /// <summary>A truth value.</summary>
    /// <param name="operation">It.</param>
    /// <param name="scope">The function.</param>
    /// <param name="isInline">Whether the numbers that it compares stay expressions; those that are always asked for become nodes.</param>
    /// <param name="isConditional">Whether it is not always asked.</param>
    public static Condition Parse(IOperation operation, FunctionScope scope, bool isInline, bool isConditional = false)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (operation)
        {
            case IParenthesizedOperation e:
                return Parse(e.Operand, scope, isInline, isConditional);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } e:
                return new Not(Parse(e.Operand, scope, isInline, isConditional));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd, OperatorMethod: null } e:
                return new Both(Parse(e.LeftOperand, scope, isInline, isConditional), Parse(e.RightOperand, scope, isInline: true, isConditional: true));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr, OperatorMethod: null } e:
                return new Either(Parse(e.LeftOperand, scope, isInline, isConditional), Parse(e.RightOperand, scope, isInline: true, isConditional: true));
            case IBinaryOperation e when Of(e.OperatorKind) is { } comparison && e.OperatorMethod is null && IsScalar(e.LeftOperand):
                var numbers = new ScalarParser(scope, isInline, isConditional);
                return new Compares(numbers.Parse(e.LeftOperand), comparison, numbers.Parse(e.RightOperand));
            case ILocalReferenceOperation e when scope.Values.TryGetValue(e.Local, out Expr? value):
                return new Holds(value);
            case IInvocationOperation e when MathFunctions.IsOfMath(e.TargetMethod.ContainingType) && e.TargetMethod.Name.StartsWith("Is", System.StringComparison.Ordinal):
                return new Holds(PassiveParser.Parse(e, scope, isConditional));
            case IIsPatternOperation e:
                throw Refusal.Of(e, "A pattern is not followed", "write a comparison");
            default:
                return new Holds(PassiveParser.Parse(operation, scope, isConditional));
        }
    }

    private static bool IsScalar(IOperation operation) => operation.Type is { } type && FunctionSignature.ScalarType(type) is not null;

    private static Comparison? Of(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => Comparison.LessThan,
        BinaryOperatorKind.LessThanOrEqual => Comparison.LessThanOrEqual,
        BinaryOperatorKind.GreaterThan => Comparison.GreaterThan,
        BinaryOperatorKind.GreaterThanOrEqual => Comparison.GreaterThanOrEqual,
        BinaryOperatorKind.Equals => Comparison.Equal,
        BinaryOperatorKind.NotEquals => Comparison.NotEqual,
        _ => null,
    };
}
