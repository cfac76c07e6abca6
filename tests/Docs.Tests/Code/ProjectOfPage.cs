extern alias runtime;

using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using GenNet.Docs.Tests.Pages;
using GenNet.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;

namespace GenNet.Docs.Tests.Code;

/// <summary>C# of a page, as a console project with the package compiles it.</summary>
/// <param name="Emitted">What the generator wrote, as one text.</param>
/// <param name="Problems">Errors and warnings, and what GenNet suggests.</param>
/// <param name="Compilation">All sources.</param>
internal sealed record ProjectOfPage(string Emitted, ImmutableArray<Diagnostic> Problems, CSharpCompilation Compilation)
{
    /// <summary>The library that programs run with.</summary>
    public static string Library { get; } = typeof(runtime::GenNet.Layout).Assembly.Location;

    /// <summary>The library of several ranks.</summary>
    private static string MpiLibrary { get; } = typeof(MpiExchange).Assembly.Location;

    /// <summary>The usings of a console project that has GenNet among them, too.</summary>
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; " +
        "global using System.Threading.Tasks; global using GenNet;";

    private static readonly ImmutableArray<MetadataReference> References =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll")
        .Append(Library).Append(MpiLibrary)
        .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)).ToImmutableArray();

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
        [.. typeof(NetworkGenerator).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer))).Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    /// <param name="source">The program.</param>
    /// <param name="folder">Its *.safetensors files are embedded where a network names them.</param>
    /// <param name="settings">What its project file says.</param>
    public static ProjectOfPage Compile(string source, string folder, ProjectSettings settings)
    {
        CSharpCompilation before = Before(source, settings);
        ImmutableArray<AdditionalText> weights = [.. EmbeddedFile.Of(folder)];
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], weights, settings.Parsing, new EmbeddedFile.Options(settings.HasResources))
            .RunGeneratorsAndUpdateCompilation(before, out Compilation after, out ImmutableArray<Diagnostic> reported);
        return new ProjectOfPage(
            string.Join('\n', driver.GetRunResult().GeneratedTrees.Select(tree => tree.ToString())),
            [.. after.WithAnalyzers(Analyzers).GetAllDiagnosticsAsync().GetAwaiter().GetResult().Concat(reported).Where(IsProblem)],
            (CSharpCompilation)after);
    }

    /// <summary>The project before the generator has run.</summary>
    public static CSharpCompilation Before(string source, ProjectSettings settings)
    {
        CSharpParseOptions parsing = settings.Parsing;
        bool isProgram = CSharpSyntaxTree.ParseText(source, parsing).GetCompilationUnitRoot().Members.Any(SyntaxKind.GlobalStatement);
        return CSharpCompilation.Create(
            "Program",
            [CSharpSyntaxTree.ParseText(Usings, parsing, "Usings.cs"), CSharpSyntaxTree.ParseText(source, parsing, "Program.cs")],
            References,
            new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: settings.IsOptimized ? OptimizationLevel.Release : OptimizationLevel.Debug, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static bool IsProblem(Diagnostic diagnostic) =>
        diagnostic.Severity >= (diagnostic.Id.StartsWith(CodeBlock.OwnDiagnostics, StringComparison.Ordinal) ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning);

    /// <summary>Writes the program into a folder, ready to be run.</summary>
    /// <returns>The path of its assembly.</returns>
    public string Emit(string folder)
    {
        string assembly = Path.Combine(folder, "Program.dll");
        using (FileStream file = File.Create(assembly))
        {
            EmitResult result = Compilation.Emit(file, manifestResources: EmbeddedFile.Of(Path.GetDirectoryName(folder)!).Select(weights => weights.Resource));
            Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        }

        foreach (string library in new[] { Library, MpiLibrary })
            File.Copy(library, Path.Combine(folder, Path.GetFileName(library)), overwrite: true);
        File.WriteAllText(
            Path.Combine(folder, "Program.runtimeconfig.json"),
            $$"""{ "runtimeOptions": { "tfm": "net10.0", "framework": { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version}}" }, "configProperties": { "System.Globalization.Invariant": true } } }""");
        return assembly;
    }
}
