using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Expressions;
using GenNet.Generator.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GenNet.Generator.Parsing.Functions;

/// <summary>Calls of other methods that are [Differentiable]. The call of the gradient gives the value and the slopes at once.</summary>
internal static class CallParser
{
    public static Expr Parse(IInvocationOperation call, FunctionScope scope, string? name)
    {
        ProgramBuilder builder = scope.Builder;
        FunctionSignature signature = FunctionSignature.Of(call.TargetMethod);
        var arguments = new InvokeArgument[signature.Parameters.Length];
        var scalars = new ScalarParser(scope);
        foreach (IArgumentOperation argument in call.Arguments.OrderBy(argument => argument.Syntax.SpanStart))
            arguments[argument.Parameter!.Ordinal] = Argument(argument, signature.Parameters[argument.Parameter.Ordinal], scope, scalars);

        bool isActive = arguments.Any(argument => argument.Type is not null && (argument.Series?.IsActive ?? builder.IsActive(argument.Value!)));
        Number target = builder.Number(name ?? builder.Names.NextNode(), ScalarParser.TypeOf(call), isActive);
        for (int i = 0; i < arguments.Length; i++)
        {
            if (isActive && arguments[i] is { Type: { } type, Value: { } value } argument && builder.IsActive(value))
                arguments[i] = argument with { Slope = builder.Number(target.Name + "By" + signature.Parameters[i].Symbol.Name, type, isActive: false) };
        }

        string method = $"{call.TargetMethod.ContainingType.ToDisplayString(FunctionSignature.FullNames)}.{FunctionSignature.Identifier(call.TargetMethod.Name)}";
        builder.Body.Add(new Invoke(target, method, [.. arguments], FunctionOptions.Of(FunctionSignature.Attribute(call.TargetMethod)!).Order == 2));
        return target.Variable;
    }

    private static InvokeArgument Argument(IArgumentOperation argument, SignatureParameter parameter, FunctionScope scope, ScalarParser scalars)
    {
        string? type = parameter.IsActive ? parameter.ScalarType : null;
        if (parameter.SpanKind != SpanKind.None)
        {
            IOperation span = argument.Value;
            while (span is IConversionOperation conversion)
                span = conversion.Operand;
            if (span is IParameterReferenceOperation reference && scope.Series.TryGetValue(reference.Parameter, out Series? series) && !series.IsWritten)
                return new InvokeArgument(null, series, type, null);
            throw Refusal.Of(argument, "Only a whole span among the parameters, which is only read, is handed on", "hand the span itself over, with the places as whole numbers");
        }

        if (parameter.IsConstant && scope.Activity.Differentiates(argument.Value))
        {
            throw Refusal.Of(
                argument, $"'{parameter.Symbol.Name}' is [Constant] there, and this depends on what is differentiated, so its gradient would be lost",
                "remove [Constant] there, or hand over what is constant here too");
        }

        return parameter.ScalarType is { } scalar
            ? new InvokeArgument(Literal(scalars.Parse(argument.Value), scalar), null, type, null)
            : new InvokeArgument(PassiveParser.Parse(argument.Value, scope), null, null, null);
    }

    /// <summary>A constant in the type of its parameter.</summary>
    private static Expr Literal(Expr value, string type) => value is Constant constant ? new Opaque(new MathStyle(type, "").Constant(constant.Value)) : value;
}
