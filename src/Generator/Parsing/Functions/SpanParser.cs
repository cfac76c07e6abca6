using System.Linq;
using GenNet.Generator.Expressions;
using GenNet.Generator.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GenNet.Generator.Parsing.Functions;

/// <summary>Numbers of spans.</summary>
internal static class SpanParser
{
    /// <summary>The span and the index, or null where an operation is no number of a span among the parameters.</summary>
    public static (Series Series, Opaque Index)? Find(IOperation operation, FunctionScope scope) => operation switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments.Length: 1, Instance: IParameterReferenceOperation span } e
            when scope.Series.TryGetValue(span.Parameter, out Series? series) => (series, Index(e.Arguments[0].Value, scope)),
        IImplicitIndexerReferenceOperation { Instance: IParameterReferenceOperation span } e
            when scope.Series.TryGetValue(span.Parameter, out Series? series) => (series, FromEnd(e, scope)),
        _ => null,
    };

    /// <summary>Whether a call is handed a span of the function.</summary>
    public static bool TakesSpan(IInvocationOperation call) => call.Arguments.Any(argument => SignatureParameter.IsSpan(argument.Value.Type));

    private static Opaque Index(IOperation index, FunctionScope scope) => PassiveParser.Parse(index, scope);

    /// <summary>x[^i].</summary>
    private static Opaque FromEnd(IImplicitIndexerReferenceOperation e, FunctionScope scope)
    {
        if (e.Argument is not IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat)
            throw Refusal.Of(e, "A part of a span is not followed", "index the span itself, from a first to a last place");
        Opaque index = PassiveParser.Parse(hat.Operand, scope);
        return new Opaque("^" + PassiveParser.Primary(index.Text), index.Reads);
    }
}
