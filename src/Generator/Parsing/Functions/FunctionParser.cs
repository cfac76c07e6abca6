using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using GenNet.Generator.Diagnostics;
using GenNet.Generator.Expressions;
using GenNet.Generator.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GenNet.Generator.Parsing.Functions;

/// <summary>A function as it was parsed.</summary>
/// <param name="Program">It, or null where it cannot be differentiated, or does not compile.</param>
/// <param name="Diagnostics">Why not; what the compiler reports itself is not repeated.</param>
internal sealed record ParsedFunction(FunctionProgram? Program, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>From the body of a method to a program of nodes.</summary>
internal static class FunctionParser
{
    /// <summary>What the compiler says of a name that is not there.</summary>
    private static readonly ImmutableHashSet<string> Unseen = ["CS0103", "CS0117", "CS0234", "CS0246", "CS1061", "CS1501", "CS7036"];

    /// <summary>A method with a body in this compilation.</summary>
    /// <param name="method">The method.</param>
    /// <param name="compilation">What it stands in.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <param name="active">Of its parameters so many are differentiated, as if the others were [Constant].</param>
    public static ParsedFunction Parse(IMethodSymbol method, Compilation compilation, CancellationToken cancellation, int active = int.MaxValue)
    {
        if (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not MethodDeclarationSyntax declaration)
            return new ParsedFunction(null, []);
        return Parse(method, declaration, compilation.GetSemanticModel(declaration.SyntaxTree), cancellation, active);
    }

    /// <summary>A method whose tree has been given a meaning already.</summary>
    public static ParsedFunction Parse(IMethodSymbol method, MethodDeclarationSyntax declaration, SemanticModel model, CancellationToken cancellation, int active = int.MaxValue)
    {
        if (declaration.GetDiagnostics().Any(IsError) || method.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Error) || method.ReturnType.TypeKind == TypeKind.Error)
            return new ParsedFunction(null, []);
        Diagnostic[] errors = [.. model.GetMethodBodyDiagnostics(declaration.Span, cancellation).Where(IsError)];
        if (errors.Length > 0)
        {
            return new ParsedFunction(null, errors.All(error => Unseen.Contains(error.Id))
                ? [Diagnostic.Create(Descriptors.UnseenName, errors[0].Location, method.Name)] : []);
        }

        if (model.GetOperation(declaration, cancellation) is not IMethodBodyOperation { BlockBody: var block, ExpressionBody: var expression } || (block ?? expression) is not { } body)
            return new ParsedFunction(null, []);
        try
        {
            return new ParsedFunction(Program(FunctionSignature.Of(method).Of(active), body, model, declaration), []);
        }
        catch (Refusal refusal)
        {
            return new ParsedFunction(null, [refusal.Diagnostic]);
        }
        catch (InsufficientExecutionStackException)
        {
            Refusal refusal = Refusal.At(declaration.Identifier.GetLocation(), $"'{method.Name}' is nested too deeply", "assign parts of it to locals");
            return new ParsedFunction(null, [refusal.Diagnostic]);
        }
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    private static FunctionProgram Program(FunctionSignature signature, IBlockOperation body, SemanticModel model, MethodDeclarationSyntax declaration)
    {
        IMethodSymbol method = signature.Method;
        var activity = new Activity(body, signature.Parameters.Where(parameter => parameter.IsActive).Select(parameter => parameter.Symbol));
        var builder = new ProgramBuilder();
        var scope = new FunctionScope(builder, activity, SystemPrefix.At(declaration.Identifier.SpanStart, model));
        ImmutableArray<Parameter> parameters = Parameters(signature, body, scope);
        builder.ResultName = FunctionSignature.Identifier(char.ToLowerInvariant(method.Name[0]) + method.Name.Substring(1));
        new StatementParser(scope, method).Parse(body.Operations);
        string type = signature.ReturnsNumber
            ? FunctionSignature.ScalarType(method.ReturnType)!
            : parameters.FirstOrDefault(parameter => parameter.Series is { IsWritten: true })?.Series!.Type
                ?? throw Refusal.At(declaration.Identifier.GetLocation(), $"'{method.Name}' neither returns a number nor writes a span", "return a float or double, or assign to the numbers of a Span");
        Expr? result = signature.ReturnsNumber ? scope.Values[method] : null;
        return new FunctionProgram(method.Name, type, scope.Prefix, parameters, builder.Body, result, builder.Numbers, builder.Elements, builder.Names);
    }

    private static ImmutableArray<Parameter> Parameters(FunctionSignature signature, IBlockOperation body, FunctionScope scope)
    {
        NameTable names = scope.Builder.Names;
        foreach (SignatureParameter parameter in signature.Parameters)
            names.Take(FunctionSignature.Identifier(parameter.Symbol.Name));
        ImmutableHashSet<ISymbol?> assigned = body.Descendants().Where(part => part is IAssignmentOperation or IIncrementOrDecrementOperation)
            .SelectMany(Activity.Assignments).Select(assignment => (ISymbol?)assignment.Target).ToImmutableHashSet(SymbolEqualityComparer.Default);
        if (signature.ReturnsNumber && signature.Parameters.FirstOrDefault(parameter => parameter.SpanKind == SpanKind.Mutable && assigned.Contains(parameter.Symbol)) is { } written)
            throw Refusal.At(written.Symbol.Locations[0], $"'{signature.Method.Name}' returns a number and writes '{written.Symbol.Name}'", "let it do one of both");
        return [.. signature.Parameters.Select(parameter => Of(parameter, !signature.ReturnsNumber, scope))];
    }

    private static Parameter Of(SignatureParameter parameter, bool mayWrite, FunctionScope scope)
    {
        IParameterSymbol symbol = parameter.Symbol;
        string name = FunctionSignature.Identifier(symbol.Name), type = symbol.Type.ToDisplayString(FunctionSignature.FullNames);
        string? gradient = parameter.IsActive ? scope.Builder.Names.Unique(FunctionSignature.Identifier("d" + symbol.Name)) : null;
        if (parameter.SpanKind != SpanKind.None)
        {
            var series = new Series(name, parameter.ScalarType!, parameter.IsActive, mayWrite && parameter.SpanKind == SpanKind.Mutable && parameter.IsActive);
            scope.Series.Add(symbol, series);
            string span = $"{scope.Prefix}{(parameter.SpanKind == SpanKind.Mutable ? "Span" : "ReadOnlySpan")}<{series.Type}>";
            return new Parameter(name, span, "", null, series, gradient);
        }

        Number number = scope.Builder.Parameter(name, type, parameter.IsActive);
        scope.Values.Add(symbol, number.Variable);
        return new Parameter(name, type, symbol.RefKind == RefKind.In ? "in " : "", number, null, gradient);
    }
}
