extern alias runtime;

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GenNet.Generator.Tests;

/// <summary>How a user's project compiles.</summary>
/// <param name="Language">The language version; the oldest without.</param>
/// <param name="Nullable">The nullable setting.</param>
/// <param name="Checked">Whether arithmetic is checked.</param>
/// <param name="Optimization">Whether it is optimised.</param>
/// <param name="Properties">The properties of the project that the compiler sees.</param>
internal sealed record ProjectOptions(
    LanguageVersion Language = LanguageVersion.CSharp12, NullableContextOptions Nullable = NullableContextOptions.Enable, bool Checked = false,
    OptimizationLevel Optimization = OptimizationLevel.Release, params (string Name, string Value)[] Properties);

/// <summary>A user's source after the generator has run on it.</summary>
/// <param name="Files">The emitted files.</param>
/// <param name="Reported">What the generator reported.</param>
/// <param name="Compilation">The user's source and the emitted files.</param>
/// <param name="Resources">The files that are resources of the assembly.</param>
internal sealed record Compiled(
    ImmutableArray<(string HintName, string Text)> Files, ImmutableArray<Diagnostic> Reported, CSharpCompilation Compilation, ImmutableArray<WeightsText> Resources)
{
    private static readonly ImmutableArray<MetadataReference> References =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll")
        .Append(typeof(runtime::GenNet.Layout).Assembly.Location)
        .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)).ToImmutableArray();

    /// <summary>What stands before a test's source; the user's own missing documentation is not the matter.</summary>
    public const string Usings = "#pragma warning disable CS1591\nusing System;\nusing GenNet;\n";

    public static Compiled From(string source, ProjectOptions? options = null, params AdditionalText[] files)
    {
        CSharpCompilation before = Before(source, options);
        ImmutableArray<WeightsText> resources = [.. files.OfType<WeightsText>().Where(file => file.Resource is not null)];
        GeneratorDriver driver = Driver(options).AddAdditionalTexts([.. files]).WithUpdatedAnalyzerConfigOptions(new WeightsText.Options(options?.Properties ?? []))
            .RunGeneratorsAndUpdateCompilation(before, out Compilation after, out _);
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        return new Compiled(
            result.GeneratedSources.Select(file => (file.HintName, file.SourceText.ToString())).ToImmutableArray(),
            result.Diagnostics, (CSharpCompilation)after, resources);
    }

    public static CSharpCompilation Before(string source, ProjectOptions? options = null)
    {
        options ??= new ProjectOptions();
        return CSharpCompilation.Create(
            "Project",
            [CSharpSyntaxTree.ParseText(Usings + source, Parse(options), "User.cs")],
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, optimizationLevel: options.Optimization, nullableContextOptions: options.Nullable, checkOverflow: options.Checked, warningLevel: 9999));
    }

    public static CSharpGeneratorDriver Driver(ProjectOptions? options = null) => CSharpGeneratorDriver.Create(
        [new NetworkGenerator().AsSourceGenerator()],
        parseOptions: Parse(options ?? new ProjectOptions()),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Everything that a build of the user's project would print.</summary>
    public ImmutableArray<Diagnostic> Problems => Compilation.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Info && d.Id != "CS8019").ToImmutableArray();

    public void AssertNoProblem() => Assert.True(Problems.IsEmpty, string.Join('\n', Problems));

    /// <summary>The compiled project, loaded.</summary>
    public Assembly Load()
    {
        using var stream = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult result = Compilation.Emit(
            stream, manifestResources: Resources.Select(file => new ResourceDescription(file.Resource!, () => File.OpenRead(file.Path), isPublic: true)));
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return Assembly.Load(stream.ToArray());
    }

    public ImmutableArray<Diagnostic> Analyze(DiagnosticAnalyzer analyzer) =>
        Compilation.WithAnalyzers([analyzer]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();

    private static CSharpParseOptions Parse(ProjectOptions options) =>
        new(options.Language, DocumentationMode.Diagnose);
}
