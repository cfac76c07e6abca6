using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using GenNet.Generator.Diagnostics;
using GenNet.Generator.Parsing.Functions;
using GenNet.Generator.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenNet.Generator.Parsing;

/// <summary>Where mistakes of a use of a function are reported: on the attribute.</summary>
internal delegate void ReportFunction(DiagnosticDescriptor descriptor, params object[] arguments);

/// <summary>The functions of the user's that the layers of a network name, and its loss: each is parsed once.</summary>
/// <param name="network">The network.</param>
/// <param name="compilation">What it stands in.</param>
/// <param name="precision">The numbers of the network.</param>
/// <param name="reports">Where mistakes within functions are reported.</param>
/// <param name="cancellation">Ends the work.</param>
internal sealed class FunctionResolver(INamedTypeSymbol network, Compilation compilation, Precision precision, LayerReports reports, CancellationToken cancellation)
{
    private readonly Dictionary<IMethodSymbol, ParsedFunction> _parsed = new(SymbolEqualityComparer.Default);

    /// <summary>The loss of all outputs of a sample, if there is one.</summary>
    public FunctionProgram? RowLoss { get; private set; }

    private SpecialType Number => precision == Precision.Float ? SpecialType.System_Single : SpecialType.System_Double;

    /// <summary>The method that an attribute names, or null after a report.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="home">The class that it stands on.</param>
    /// <param name="use">What the function is to be.</param>
    /// <param name="report">Where mistakes are reported.</param>
    public IMethodSymbol? Find(AttributeReader attribute, INamedTypeSymbol? home, FunctionUse use, ReportFunction report)
    {
        ITypeSymbol type = attribute.Has("type") ? attribute.ArgumentType("type") ?? network : home ?? network;
        string name = attribute.ArgumentText("function") ?? "";
        if (type is IErrorTypeSymbol)
            return null;
        ImmutableArray<IMethodSymbol> methods = [.. Bases(type).SelectMany(basis => basis.GetMembers(name)).OfType<IMethodSymbol>()];
        string title = $"{type.Name}.{name}";
        if (methods.Length == 0)
        {
            if (!attribute.HasUnknownName(compilation, cancellation))
                report(Descriptors.FunctionNotFound, type.Name, name, use.OfLibrary(name) is { } known ? $"; for that of the library write {known}" : "");
            return null;
        }

        IMethodSymbol[] fitting = [.. methods.Where(method => use.Fits(method) && (!IsOfSpans(method) || FunctionUse.ScalarOf(method.ReturnType)!.SpecialType == Number))];
        if (fitting.Length > 1 && fitting.Where(method => FunctionUse.ScalarOf(method.ReturnType)?.SpecialType == Number).ToArray() is { Length: > 0 } same)
            fitting = same;
        if (fitting.Length == 0)
        {
            if (methods.Length == 1 && !methods[0].IsStatic)
                report(Descriptors.FunctionNotStatic, title, use.Title);
            else
                report(Descriptors.FunctionSignature, title, use.Title, use.Form(name, precision));
            return null;
        }

        if (fitting.Length > 1)
            report(Descriptors.FunctionOverloaded, type.Name, name);
        else if (fitting[0].DeclaringSyntaxReferences.Length == 0 || !compilation.ContainsSyntaxTree(fitting[0].DeclaringSyntaxReferences[0].SyntaxTree))
            report(Descriptors.FunctionWithoutSource, title);
        else
            return fitting[0];
        return null;
    }

    /// <summary>Whether a function takes spans, which are the network's own: then its numbers must be too.</summary>
    public static bool IsOfSpans(IMethodSymbol method) => method.Parameters.All(parameter => parameter.Type.SpecialType == SpecialType.None);

    /// <summary>A function as a program; one of spans is differentiated by the first only.</summary>
    /// <returns>The program; null where it cannot be differentiated, after a report in its body, or does not compile yet.</returns>
    public FunctionProgram? Parse(IMethodSymbol method)
    {
        if (!_parsed.TryGetValue(method, out ParsedFunction? parsed))
        {
            _parsed.Add(method, parsed = FunctionParser.Parse(method.PartialImplementationPart ?? method, compilation, cancellation, IsOfSpans(method) ? 1 : int.MaxValue));

            // What is marked is reported on where its gradient is written.
            if (!Functions.FunctionSignature.IsDifferentiable(method))
            {
                foreach (Diagnostic diagnostic in parsed.Diagnostics)
                    reports.Report(diagnostic);
            }
        }

        if (IsOfSpans(method))
            RowLoss = parsed.Program;
        return parsed.Program;
    }

    /// <summary>Reports that a function is no formula: at the loop, if it is that, else at its name.</summary>
    public void Report(IMethodSymbol method, NoFormulaException exception)
    {
        SyntaxNode declaration = method.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        Location? loop = exception.Obstacle != Obstacle.Loop ? null
            : declaration.DescendantNodes().FirstOrDefault(node => node is ForStatementSyntax or ForEachStatementSyntax)?.GetLocation();
        Location place = loop ?? (declaration as MethodDeclarationSyntax)?.Identifier.GetLocation() ?? declaration.GetLocation();
        reports.Report(Diagnostic.Create(Descriptors.NoFormula, place, method.Name, exception.Message, exception.WayOut));
    }

    private static IEnumerable<ITypeSymbol> Bases(ITypeSymbol type)
    {
        for (ITypeSymbol? basis = type; basis is not null; basis = basis.BaseType)
            yield return basis;
    }
}
