using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenNet.Benchmarks.Generator;

/// <summary>A user's project of many networks, each in a file of its own, and a file that has none.</summary>
internal sealed class GeneratorProject
{
    private static readonly ImmutableArray<MetadataReference> References =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "GenNet.dll" or "netstandard.dll")
        .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)).ToImmutableArray();

    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;

    /// <summary>A project of so many networks.</summary>
    public GeneratorProject(int networks)
        : this(Enumerable.Range(0, networks).Select(Network).Append(Other(0)))
    {
    }

    private GeneratorProject(IEnumerable<SyntaxTree> files)
    {
        _compilation = CSharpCompilation.Create(
            "Project", files, References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
        var generator = (IIncrementalGenerator)Activator.CreateInstance(
            Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "GenNet.Generator.dll")).GetType("GenNet.Generator.NetworkGenerator", throwOnError: true)!)!;
        _driver = CSharpGeneratorDriver.Create(generator);
    }

    /// <summary>A project of one [Differentiable] method, a chain of so many operations of which each needs the one before twice.</summary>
    public static GeneratorProject OfFunction(int operations)
    {
        string[] steps = ["Math.Sin(a) * a", "a / (2 + a * a)", "x * a + Math.Tanh(a)", "Math.Exp(-a * a) - a"];
        IEnumerable<string> lines = Enumerable.Range(0, operations / 3).Select(i => $"        a = {steps[i % steps.Length]};");
        return new GeneratorProject([Parse($"""
            using System;
            using GenNet;
            namespace Project;
            public static partial class Functions
            {"{"}
                [Differentiable]
                public static double Chain(double x)
                {"{"}
                    double a = x;
            {string.Join('\n', lines)}
                    return a;
                {"}"}
            {"}"}
            """)]);
    }

    /// <summary>A run, the first one or after an edit: the generator's time.</summary>
    public TimeSpan Run()
    {
        _driver = _driver.RunGenerators(_compilation);
        return _driver.GetTimingInfo().ElapsedTime;
    }

    /// <summary>A keystroke in the file without a network: the generator's time.</summary>
    public TimeSpan Keystroke(int number)
    {
        _compilation = _compilation.ReplaceSyntaxTree(_compilation.SyntaxTrees.Last(), Other(number));
        return Run();
    }

    /// <summary>The compiler's time for the whole project, emitted files included, without the generator's.</summary>
    public TimeSpan Compile()
    {
        _driver.RunGeneratorsAndUpdateCompilation(_compilation, out Compilation whole, out _);
        long start = Stopwatch.GetTimestamp();
        Microsoft.CodeAnalysis.Emit.EmitResult result = whole.Emit(Stream.Null);
        if (!result.Success)
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        return Stopwatch.GetElapsedTime(start);
    }

    private static SyntaxTree Network(int number) => Parse($"""
        using GenNet;
        namespace Project;
        [Network(Loss.CrossEntropy)] [Dense({16 + number % 50}, 100, Activation.Sigmoid)] [Dense(32, Activation.ReLU)] [Dense(10, Activation.Softmax)]
        public partial class Net{number};
        """);

    private static SyntaxTree Other(int number) => Parse($"namespace Project; public static class Other {{ public static int Number => {number}; }}");

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.CSharp13));
}
