using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using GenNet.Generator.Diagnostics;
using GenNet.Generator.Model;
using GenNet.Generator.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenNet.Generator.Parsing.Functions;

/// <summary>Finds the methods marked [Differentiable].</summary>
internal static class FunctionDeclarations
{
    /// <summary>Whether a node is the root of a tree, as for networks, or may be a method marked [Differentiable].</summary>
    public static bool IsCandidate(SyntaxNode node) => node is CompilationUnitSyntax
        || (node is MethodDeclarationSyntax method && method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => AttributeNames.Is(attribute, "Differentiable")));

    /// <summary>What a method says, or null where the node is no method marked [Differentiable].</summary>
    public static DeclaredFunction? Parse(Candidate context, CancellationToken cancellation)
    {
        if (context.Node is not MethodDeclarationSyntax declaration || context.Model.GetDeclaredSymbol(declaration, cancellation) is not { } method
            || FunctionSignature.Attribute(method) is not { } attribute || method.Name.Length == 0)
            return null;
        if (DeclarationMistake(method, declaration, cancellation) is { } mistake)
            return new DeclaredFunction(null, null, [], [mistake]);
        FunctionOptions options = FunctionOptions.Of(attribute);
        if (TakenSignatures.Report(method, options) is { } taken)
            return new DeclaredFunction(null, null, [], [taken]);
        ParsedFunction parsed = FunctionParser.Parse(method, declaration, context.Model, cancellation);
        FunctionHome home = Home(method);
        if (parsed.Program is null)
            return new DeclaredFunction(home, null, [.. Stubs(method)], parsed.Diagnostics);
        if (options.Mistake(parsed.Program, cancellation) is { } unfit)
            return new DeclaredFunction(home, null, [.. Stubs(method)], [unfit]);
        var file = new FunctionFile(home, Accessibility(method), FunctionSignature.Identifier(method.Name), parsed.Program, options.Order, options.Graph);
        return new DeclaredFunction(home, file, [], [], declaration.Identifier.GetLocation());
    }

    private static Diagnostic? DeclarationMistake(IMethodSymbol method, MethodDeclarationSyntax declaration, CancellationToken cancellation)
    {
        Location place = declaration.Identifier.GetLocation();
        Diagnostic Report(string reason, string wayOut) => Diagnostic.Create(Descriptors.DifferentiableDeclaration, place, method.Name, reason, wayOut);
        if (!method.IsStatic)
            return Report("it is not static", "make it static, and hand over what it needs of its object");
        if (method.IsGenericMethod || Containers(method).Any(type => type.IsGenericType))
            return Report("it, or a type around it, is generic", "write it for float or double, in a type that is not generic");
        if (method.IsAsync)
            return Report("it is async", "compute what it waits for outside");
        if (declaration.Body is null && declaration.ExpressionBody is null)
            return method.IsPartialDefinition || declaration.SemicolonToken.IsMissing ? null : Report("it has no body here", "mark the declaration with the body");
        if (Containers(method).FirstOrDefault(type => !IsPartial(type, cancellation)) is { } closed)
            return Report($"'{closed.Name}' is not partial", $"make '{closed.Name}' partial, so that the gradient can be written into it");
        if (Containers(method).Any(type => type.IsFileLocal))
            return Report("a type around it is local to its file", "remove 'file'");
        if (!FunctionSignature.Of(method).ReturnsNumber && !method.ReturnsVoid)
            return Report($"it returns {method.ReturnType.ToDisplayString()}", "return a float or double, or nothing and write a Span");
        return method.Parameters.Select(parameter => ParameterMistake(parameter, Report)).FirstOrDefault(report => report is not null);
    }

    private static Diagnostic? ParameterMistake(IParameterSymbol parameter, System.Func<string, string, Diagnostic> report)
    {
        if (parameter.RefKind is not (RefKind.None or RefKind.In))
            return report($"'{parameter.Name}' is a {parameter.RefKind.ToString().ToLowerInvariant()} parameter", "return the number, or write it to a Span");
        SignatureParameter signature = SignatureParameter.Of(parameter);
        bool isArray = parameter.Type is IArrayTypeSymbol;
        if (isArray && !signature.IsConstant)
            return report($"'{parameter.Name}' is an array", "take a ReadOnlySpan, to which arrays convert, or mark it [Constant]");
        return null;
    }

    private static IEnumerable<INamedTypeSymbol> Containers(IMethodSymbol method)
    {
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
            yield return type;
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) => type.DeclaringSyntaxReferences
        .Any(reference => reference.GetSyntax(cancellation) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static FunctionHome Home(IMethodSymbol method)
    {
        string[] spaces = [.. TypeParser.Namespaces(method.ContainingType).Reverse()];
        INamedTypeSymbol[] types = [.. Containers(method).Reverse()];
        return new FunctionHome(
            string.Join(".", spaces.Select(Identifiers.OfNamespace)), new EquatableArray<string>(types.Select(TypeParser.Declaration).ToImmutableArray()),
            string.Join(".", spaces.Concat(types.Select(type => type.Name)).Append(method.Name)));
    }

    private static string Accessibility(IMethodSymbol method) => SyntaxFacts.GetText(method.DeclaredAccessibility);

    /// <summary>The signatures of what would have been written, so that calls of it are no further mistakes.</summary>
    private static IEnumerable<string> Stubs(IMethodSymbol method)
    {
        FunctionSignature signature = FunctionSignature.Of(method);
        string parameters = string.Join(", ", method.Parameters.Select(parameter =>
            $"{(parameter.RefKind == RefKind.In ? "in " : "")}{parameter.Type.ToDisplayString(FunctionSignature.FullNames)} {FunctionSignature.Identifier(parameter.Name)}"));
        bool isWritten(SignatureParameter parameter) => method.ReturnsVoid && parameter.SpanKind == SpanKind.Mutable;
        SignatureParameter[] active = [.. signature.Parameters.Where(parameter => parameter.IsActive)];
        var gradients = active.Where(isWritten).Select(parameter => $"global::System.ReadOnlySpan<{parameter.ScalarType}> d{parameter.Symbol.Name}")
            .Concat(active.Where(parameter => !isWritten(parameter)).Select(parameter => parameter.SpanKind == SpanKind.None
                ? $"out {parameter.ScalarType} d{parameter.Symbol.Name}" : $"global::System.Span<{parameter.ScalarType}> d{parameter.Symbol.Name}"));
        string head = $"{Accessibility(method)} static {method.ReturnType.ToDisplayString(FunctionSignature.FullNames)} {FunctionSignature.Identifier(method.Name)}";
        if (active.Length > 0)
            yield return $"{head}({string.Join(", ", gradients.Prepend(parameters).Where(part => part.Length > 0))})";
    }
}

/// <summary>A method marked [Differentiable].</summary>
/// <param name="Home">Where it stands; null where nothing can be written there.</param>
/// <param name="File">What is to be written; null where it cannot be differentiated.</param>
/// <param name="Stubs">The signatures that are written instead.</param>
/// <param name="Diagnostics">What is wrong with it.</param>
/// <param name="Place">Its name in its declaration; null where it cannot be differentiated.</param>
internal sealed record DeclaredFunction(FunctionHome? Home, FunctionFile? File, ImmutableArray<string> Stubs, ImmutableArray<Diagnostic> Diagnostics, Location? Place = null);
