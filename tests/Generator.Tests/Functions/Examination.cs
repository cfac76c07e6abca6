using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;

namespace GenNet.Generator.Tests.Functions;

/// <summary>Random programs, all compiled at once and compared: a compilation of its own for each would take longer than all else.</summary>
internal sealed partial class Examination
{
    private const int Points = 2;

    private readonly Dictionary<string, RandomProgram> _programs;
    private readonly Dictionary<string, FailedProgram> _failures = [];
    private Compiled? _compiled;

    private Examination(IEnumerable<RandomProgram> programs) =>
        _programs = programs.Select((program, i) => (program, i)).ToDictionary(pair => $"C{pair.i}", pair => pair.program);

    /// <summary>What was compared.</summary>
    public ComparisonCounts Counts { get; } = new();

    /// <summary>The programs with something wrong.</summary>
    public IEnumerable<FailedProgram> Failures => _failures.Values;

    public static Examination Of(params IEnumerable<RandomProgram> programs)
    {
        var examination = new Examination(programs);
        examination.Run();
        return examination;
    }

    private void Run()
    {
        // What does not compile is left out, and the others once more.
        Assembly? assembly;
        int failures;
        do
        {
            failures = _failures.Count;
            assembly = Compile();
        }
        while (assembly is null && _failures.Count > failures);
        if (assembly is null)
            throw new InvalidOperationException("What does not compile is in no class.");
        foreach (string name in Remaining.ToArray())
            Compare(name, assembly);
    }

    private IEnumerable<string> Remaining => _programs.Keys.Where(name => !_failures.ContainsKey(name));

    /// <summary>The programs that are left, their gradients and adapters; null where one more has to be left out.</summary>
    private Assembly? Compile()
    {
        string source = string.Concat(Remaining.Select(name => _programs[name].Source(name, _programs[name].Type)));
        _compiled = Compiled.From(source);
        if (Record(_compiled.Reported, FailureKind.Refused))
            return null;
        CSharpCompilation compilation = _compiled.Compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(
            Compiled.Usings + string.Concat(Remaining.Select(name => Adapters(name, _compiled.Compilation))),
            (CSharpParseOptions)_compiled.Compilation.SyntaxTrees[0].Options,
            "Adapters.cs"));
        using var image = new MemoryStream();
        EmitResult result = compilation.Emit(image);

        // What the compiler warns of in the user's own code it may warn of in what is emitted.
        Diagnostic[] all = [.. result.Diagnostics.Where(problem => problem.Severity >= DiagnosticSeverity.Warning)];
        HashSet<(string, string)> own = [.. all.Where(problem => problem.Location.SourceTree?.FilePath == "User.cs").Select(problem => (ClassOf(problem), problem.Id))];
        ImmutableArray<Diagnostic> problems =
            [.. all.Where(problem => problem.Severity == DiagnosticSeverity.Error || (IsEmitted(problem) && !own.Contains((ClassOf(problem), problem.Id))))];
        if (Record(problems, FailureKind.Emitted))
            return null;
        return result.Success ? Assembly.Load(image.ToArray()) : null;
    }

    /// <summary>The adapters of a program's functions, and what stands for it in double.</summary>
    private string Adapters(string name, CSharpCompilation compilation)
    {
        RandomProgram program = _programs[name];
        INamedTypeSymbol type = compilation.GetTypeByMetadataName(name)!;
        string source = string.Concat(program.Functions.Select(function => FunctionAdapter.Source(
            function, name, type.GetMembers(function.Name).Length > 1, KeptType(type, function))));
        source = RandomProgram.Typed(source, program.Type);
        if (program.Type == "double")
            return source;
        string twin = name + "Double";
        return source
            + program.Source(twin, "double").Replace("[Differentiable]", "", StringComparison.Ordinal)
            + RandomProgram.Typed(string.Concat(program.Functions.Select(function => FunctionAdapter.Source(function, twin, hasGradient: false, kept: null))), "double");
    }

    /// <summary>Of the overload with a buffer the type of that: floats that are kept beside integers are doubles.</summary>
    private static string? KeptType(INamedTypeSymbol type, RandomFunction function) => type.GetMembers(function.Name + "KeptLength").IsEmpty
        ? null
        : ((INamedTypeSymbol)type.GetMembers(function.Name).OfType<IMethodSymbol>().MaxBy(method => method.Parameters.Length)!.Parameters[^1].Type).TypeArguments[0].ToDisplayString();

    private void Compare(string name, Assembly assembly)
    {
        RandomProgram program = _programs[name];
        var random = new Random(program.Seed);
        foreach (RandomFunction function in program.Functions)
        {
            IEmittedFunction Emitted(string className, string type)
            {
                Type adapter = assembly.GetType(className + function.Name, throwOnError: true)!;
                return type == "float" ? new EmittedFunction<float>(function, adapter) : new EmittedFunction<double>(function, adapter);
            }

            bool isFloat = program.Type == "float";
            IEmittedFunction emitted = Emitted(name, program.Type);
            var comparison = new FunctionComparison(
                function, emitted, isFloat ? Emitted(name + "Double", "double") : emitted, isFloat ? FloatTolerance : DoubleTolerance, Counts);
            Counts.Functions++;
            if (assembly.GetType(name + function.Name)!.GetMethod("Gradient") is null)
                Add(name, new Failure(FailureKind.Missing, $"Nothing was emitted for {function.Name}."));
            for (int i = 0; i < Points && !_failures.ContainsKey(name); i++)
            {
                if (comparison.At(Point.Draw(function.Parameters, random)) is { } failure)
                    Add(name, failure);
            }
        }
    }

    private const double DoubleTolerance = 1e-6, FloatTolerance = 2e-3;

    /// <summary>Whether there are any. They are failures of the programs that they are in.</summary>
    private bool Record(ImmutableArray<Diagnostic> problems, FailureKind kind)
    {
        foreach (Diagnostic problem in problems)
        {
            string name = ClassOf(problem);

            // Adapters and twins are called after the class that they are for.
            string program = _programs.ContainsKey(name) ? name : _programs.Keys.Where(key => name.StartsWith(key, StringComparison.Ordinal)).MaxBy(key => key.Length)!;
            FailureKind what = kind == FailureKind.Emitted && !IsEmitted(problem) ? FailureKind.Source : kind;
            Add(program, new Failure(what, $"{problem}\n{problem.Location.SourceTree!.GetText().Lines[problem.Location.GetLineSpan().StartLinePosition.Line]}",
                problem.Id + Names().Replace(problem.GetMessage(CultureInfo.InvariantCulture), "''")));
        }

        return !problems.IsEmpty;
    }

    private void Add(string name, Failure failure) => _failures.TryAdd(name, new FailedProgram(_programs[name], failure, Emitted(name)));

    private static string ClassOf(Diagnostic problem) =>
        problem.Location.SourceTree?.GetRoot().FindNode(problem.Location.SourceSpan).AncestorsAndSelf().OfType<ClassDeclarationSyntax>().LastOrDefault()?.Identifier.Text
        ?? throw new InvalidOperationException(problem.ToString());

    /// <summary>Whether it is about a file of the generator's; those of the test are allowed to have warnings.</summary>
    private static bool IsEmitted(Diagnostic problem) => problem.Location.SourceTree?.FilePath is not ("User.cs" or "Adapters.cs");

    private string Emitted(string name) =>
        string.Concat(_compiled!.Files.Where(file => file.HintName.StartsWith(name + ".", StringComparison.Ordinal)).Select(file => file.Text));

    [GeneratedRegex("'[^']*'")]
    private static partial Regex Names();
}
