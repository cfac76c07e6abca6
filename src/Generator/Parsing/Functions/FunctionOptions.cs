using System.Linq;
using System.Threading;
using GenNet.Generator.Diagnostics;
using GenNet.Generator.Programs;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Parsing.Functions;

/// <summary>What [Differentiable] asks for.</summary>
/// <param name="Attribute">It.</param>
/// <param name="Order">Which derivatives.</param>
/// <param name="Graph">Whether the computational graph too.</param>
internal sealed record FunctionOptions(AttributeReader Attribute, int Order, bool Graph)
{
    public static FunctionOptions Of(AttributeData attribute)
    {
        var reader = new AttributeReader(attribute);
        return new FunctionOptions(reader, reader.Named<int>("Order") ?? 1, reader.Named<bool>("Graph") ?? false);
    }

    /// <summary>Why a function cannot have what is asked for; null where it can.</summary>
    public Diagnostic? Mistake(FunctionProgram program, CancellationToken cancellation)
    {
        Diagnostic Report(string reason, string wayOut) => Diagnostic.Create(Descriptors.DifferentiableDeclaration, Attribute.Location(cancellation), program.Name, reason, wayOut);
        if (Order is not (1 or 2))
            return Report($"its Order is {Order}", "1 is the gradient, 2 the product of the Hessian with a vector too");
        if (Order == 2 && program.Result is null)
            return Report("its Order is 2 and it returns no number", "return a number, or leave Order out");
        if (Order == 2 && Calls(program.Body).FirstOrDefault(call => call.HasSpans || !call.HasSecondOrder) is { } call)
        {
            string name = call.Method.Substring(call.Method.LastIndexOf('.') + 1);
            return Report($"its Order is 2 and it calls '{name}', {(call.HasSpans ? "which takes spans" : "whose Order is 1")}", call.HasSpans ? $"write out what '{name}' computes" : $"mark '{name}' with Order = 2 too");
        }

        bool isStraight = program.Body.Statements.All(statement => statement is Assign { Declares: true, Target.Type: "float" or "double" });
        if (Graph && (program.Result is null || !isStraight || program.Elements.Count > 0 || program.Parameters.Any(parameter => parameter.Number is not { Type: "float" or "double" })))
            return Report("its Graph is asked for", "a graph is of numbers alone: leave loops, branches, calls, spans and whole numbers out, or Graph");
        return null;
    }

    private static System.Collections.Generic.IEnumerable<Invoke> Calls(Body body) => body.Statements.SelectMany(statement =>
        (statement is Invoke call ? new[] { call } : []).Concat(Variables.Bodies(statement).SelectMany(Calls)));
}
