using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using GenNet.Generator.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace GenNet.Generator.Parsing.Functions;

/// <summary>Writes what is not differentiated.</summary>
/// <param name="scope">The function.</param>
internal sealed class PassiveWriter(FunctionScope scope)
{
    /// <summary>The operators as C# writes them.</summary>
    public static readonly IReadOnlyDictionary<BinaryOperatorKind, string> Operators = new Dictionary<BinaryOperatorKind, string>
    {
        [BinaryOperatorKind.Add] = "+", [BinaryOperatorKind.Subtract] = "-", [BinaryOperatorKind.Multiply] = "*", [BinaryOperatorKind.Divide] = "/",
        [BinaryOperatorKind.Remainder] = "%", [BinaryOperatorKind.LeftShift] = "<<", [BinaryOperatorKind.RightShift] = ">>",
        [BinaryOperatorKind.And] = "&", [BinaryOperatorKind.Or] = "|", [BinaryOperatorKind.ExclusiveOr] = "^",
        [BinaryOperatorKind.ConditionalAnd] = "&&", [BinaryOperatorKind.ConditionalOr] = "||",
        [BinaryOperatorKind.Equals] = "==", [BinaryOperatorKind.NotEquals] = "!=", [BinaryOperatorKind.LessThan] = "<",
        [BinaryOperatorKind.LessThanOrEqual] = "<=", [BinaryOperatorKind.GreaterThan] = ">", [BinaryOperatorKind.GreaterThanOrEqual] = ">=",
    };

    /// <summary>The names that are read.</summary>
    public HashSet<string> Reads { get; } = [];

    /// <summary>An expression as C#.</summary>
    /// <param name="operation">The expression.</param>
    /// <param name="isConditional">Whether it is computed under a condition only.</param>
    public string Write(IOperation operation, bool isConditional)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (operation.ConstantValue is { HasValue: true, Value: { } constant })
            return Literal(constant, operation);
        string Operand(IOperation part, bool isMaybe = false) => PassiveParser.Primary(Write(part, isConditional || isMaybe));
        switch (operation)
        {
            case IParenthesizedOperation e:
                return Write(e.Operand, isConditional);
            case ILocalReferenceOperation e:
                return Variable(e.Local, e);
            case IParameterReferenceOperation e:
                return Variable(e.Parameter, e);
            case IConversionOperation { OperatorMethod: null, Operand.Type: not null } e:
                return Convert(e, isConditional);
            case IBinaryOperation e when e.OperatorMethod is null && !e.IsLifted && Operators.TryGetValue(e.OperatorKind, out string? sign):
                bool isSecond = e.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr;
                return IsScalar(e.LeftOperand) || IsScalar(e.RightOperand)
                    ? $"{Scalar(e.LeftOperand, isConditional)} {sign} {Scalar(e.RightOperand, isConditional)}"
                    : $"{Factor(e.LeftOperand, e.OperatorKind, isConditional)} {sign} {Operand(e.RightOperand, isSecond)}";
            case IUnaryOperation { OperatorMethod: null } e when Sign(e.OperatorKind) is { } sign:
                return sign + Operand(e.Operand);
            case IConditionalOperation { WhenFalse: { } whenFalse } e:
                return $"{Operand(e.Condition)} ? {Operand(e.WhenTrue, isMaybe: true)} : {Operand(whenFalse, isMaybe: true)}";
            case IPropertyReferenceOperation { Property.Name: "Length", Instance: { } instance }:
                return $"{Operand(instance)}.Length";
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance } e when e.Arguments.Length == 1:
                return $"{Operand(instance)}[{Write(e.Arguments[0].Value, isConditional)}]";
            case IArrayElementReferenceOperation e:
                return $"{Operand(e.ArrayReference)}[{string.Join(", ", e.Indices.Select(index => Write(index, isConditional)))}]";
            case IFieldReferenceOperation { Field.IsStatic: true } e:
                return $"{e.Field.ContainingType.ToDisplayString(FunctionSignature.FullNames)}.{FunctionSignature.Identifier(e.Field.Name)}";
            case IPropertyReferenceOperation { Property: { IsStatic: true, IsIndexer: false } property }:
                return $"{property.ContainingType.ToDisplayString(FunctionSignature.FullNames)}.{FunctionSignature.Identifier(property.Name)}";
            case IInvocationOperation { TargetMethod: { IsStatic: true, IsGenericMethod: false } method } e when e.Arguments.All(argument => argument.Parameter?.RefKind == RefKind.None):
                return $"{method.ContainingType.ToDisplayString(FunctionSignature.FullNames)}.{FunctionSignature.Identifier(method.Name)}({Arguments(e, isConditional)})";
            default:
                throw Refusal.Of(operation, $"'{ScalarParser.Shortened(operation)}' is not understood", "use parameters, locals, arithmetic and static methods");
        }
    }

    /// <summary>The left operand of a sum or a product: a product, or a sum in a sum, needs no parentheses there.</summary>
    private string Factor(IOperation operand, BinaryOperatorKind outer, bool isConditional)
    {
        string text = Write(operand, isConditional);
        bool isProduct = operand is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply, OperatorMethod: null, ConstantValue.HasValue: false };
        bool isSum = operand is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract, OperatorMethod: null, ConstantValue.HasValue: false };
        bool isOfSum = outer is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract;
        return (isProduct && (isOfSum || outer == BinaryOperatorKind.Multiply)) || (isSum && isOfSum) ? text : PassiveParser.Primary(text);
    }

    private string Arguments(IInvocationOperation call, bool isConditional) =>
        string.Join(", ", call.Arguments.OrderBy(argument => argument.Parameter!.Ordinal)
            .Select(argument => IsScalar(argument.Value) ? Scalar(argument.Value, isConditional) : Write(argument.Value, isConditional)));

    private string Variable(ISymbol symbol, IOperation operation)
    {
        if (scope.Series.TryGetValue(symbol, out Programs.Series? series))
            return series.Name;
        if (!scope.Values.TryGetValue(symbol, out Expr? value))
            throw Refusal.Of(operation, $"'{symbol.Name}' is not understood here", "use parameters and locals of the method");
        return Text(value, symbol is ILocalSymbol local ? local.Type : ((IParameterSymbol)symbol).Type);
    }

    private string Convert(IConversionOperation e, bool isConditional)
    {
        string operand = IsScalar(e.Operand) ? Scalar(e.Operand, isConditional) : Write(e.Operand, isConditional);
        if (e.IsImplicit || e.Type is null)
            return operand;
        return $"({e.Type.ToDisplayString(FunctionSignature.FullNames)}){PassiveParser.Primary(operand)}";
    }

    private static bool IsScalar(IOperation operation) => operation.Type is { } type && FunctionSignature.ScalarType(type) is not null;

    /// <summary>A float or double within: as one expression, for nothing of it is differentiated.</summary>
    private string Scalar(IOperation operation, bool isConditional) =>
        PassiveParser.Primary(Text(new ScalarParser(scope, isInline: true, isConditional).Parse(operation), operation.Type!));

    private string Text(Expr value, ITypeSymbol type)
    {
        Reads.UnionWith(Expressions.Reads.Of(value));
        return ExpressionPrinter.PrintWhole(value, new MathStyle(FunctionSignature.ScalarType(type) ?? "double", scope.Prefix));
    }

    private static string? Sign(UnaryOperatorKind kind) => kind switch
    {
        UnaryOperatorKind.Minus => "-",
        UnaryOperatorKind.Not => "!",
        UnaryOperatorKind.BitwiseNegation => "~",
        UnaryOperatorKind.Plus => "",
        _ => null,
    };

    private static string Literal(object constant, IOperation operation) => constant switch
    {
        bool value => value ? "true" : "false",
        double or float => ExpressionPrinter.PrintWhole(System.Convert.ToDouble(constant, CultureInfo.InvariantCulture), new MathStyle(constant is float ? "float" : "double", "")),
        string value => SymbolDisplay.FormatLiteral(value, quote: true),
        char value => SymbolDisplay.FormatLiteral(value, quote: true),
        _ when operation.Type is { TypeKind: TypeKind.Enum } type => $"({type.ToDisplayString(FunctionSignature.FullNames)})({System.Convert.ToString(constant, CultureInfo.InvariantCulture)})",
        long value => value.ToString(CultureInfo.InvariantCulture) + "L",
        uint value => value.ToString(CultureInfo.InvariantCulture) + "u",
        ulong value => value.ToString(CultureInfo.InvariantCulture) + "ul",
        _ => System.Convert.ToString(constant, CultureInfo.InvariantCulture),
    };
}
