using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace GenNet.Generator.Tests;

/// <summary>Where arithmetic is written into a project that is built without optimisation, that is said, unless a property says that it is known.</summary>
public class OptimizationHintTests
{
    private const string Smallest = "[Network] [Dense(2, 3, Activation.Tanh)] [Dense(1, Activation.Sigmoid)] public partial class Xor;";

    private const string Function = "static partial class Functions { [Differentiable] static float Square(float x) => x * x; }";

    private static readonly ProjectOptions Debug = new(Optimization: OptimizationLevel.Debug);

    [Fact]
    public void The_smallest_networks_and_gradients_are_told_of()
    {
        Compiled compiled = Compiled.From(Smallest + Function, Debug);
        Assert.Equal(
            [
                "Square: The gradient of 'Square' is written into this project, which is built without optimisation, so it runs slower than in a Release build: write <Optimize>true</Optimize> into the project file, or <GenNetOptimizationHint>false</GenNetOptimizationHint> not to be told",
                "Xor: The arithmetic of 'Xor' is written into this project, which is built without optimisation, so it runs slower than in a Release build: write <Optimize>true</Optimize> into the project file, or <GenNetOptimizationHint>false</GenNetOptimizationHint> not to be told",
            ],
            compiled.Reported.Select(Text).Order(StringComparer.Ordinal));
        Assert.All(compiled.Reported, reported => Assert.Equal(("GENNET091", DiagnosticSeverity.Info), (reported.Id, reported.Severity)));
        compiled.AssertNoProblem();
    }

    [Fact]
    public void Optimised_projects_are_told_nothing() => Assert.Empty(Compiled.From(Smallest + Function).Reported);

    [Theory]
    [InlineData("false", 0)]
    [InlineData("False ", 0)]
    [InlineData("true", 2)]
    [InlineData("", 2)]
    public void A_property_decides(string value, int count) =>
        Assert.Equal(count, Compiled.From(Smallest + Function, Debug with { Properties = [("GenNetOptimizationHint", value)] }).Reported.Length);

    [Theory]
    [InlineData("[Network] [Dense(8, 8)] partial class Net;", true)]
    [InlineData("[Network] [Dense(13, 5)] partial class Net;", false)]
    [InlineData("[Network(Precision = Precision.Double)] [Dense(4, 4)] [Residual(1, Projection = true)] [Dense(8)] partial class Net;", true)]
    [InlineData("[Network] [Dense(4, 4)] [Residual(1, Projection = true)] [Dense(9)] partial class Net;", false)]
    [InlineData("[Network(Mode = NetworkMode.Inference)] [Dense(2, 3)] partial class Net;", true)]
    [InlineData("[Network] [Maxout(2, 3, 2)] partial class Net;", false)]
    [InlineData("[Network] [Input(3, 2)] [Dense(3)] partial class Net;", false)]
    [InlineData("[Network(Targets = Targets.Classes)] [Dense(2, 3, Activation.Softmax)] partial class Net;", false)]
    public void Networks_that_call_the_library_are_not_concerned(string source, bool isTold)
    {
        Compiled compiled = Compiled.From(source, Debug);
        Assert.Equal(isTold, compiled.Reported.Any());
        Assert.Equal(isTold, !compiled.Files.Single().Text.Contains("Rows<", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[Network] [Dense(2, 3)] [Dense(4, 1)] partial class Net;")]
    [InlineData("[Network(Weights = \"none.safetensors\")] [Dense(2, 3)] partial class Net;")]
    [InlineData("static partial class Functions { [Differentiable] static float F(float x) => Foreign.G(x); } static class Foreign { public static float G(float x) => throw new Exception(); }")]
    public void Whatever_has_a_mistake_is_told_that_only(string source) =>
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(Compiled.From(source, Debug).Reported).Severity);

    [Fact]
    public void The_hint_changes_nothing_of_the_files() =>
        Assert.Equal(Compiled.From(Smallest + Function).Files, Compiled.From(Smallest + Function, Debug).Files);

    [Fact]
    public void It_moves_with_its_declaration_and_no_file_is_written_again()
    {
        GeneratorRunResult[] runs = new GeneratorRunResult[2];
        GeneratorDriver driver = Compiled.Driver(Debug);
        CSharpCompilation compilation = Compiled.Before(Smallest + Function, Debug);
        for (int i = 0; i < runs.Length; i++)
        {
            driver = driver.RunGenerators(compilation, TestContext.Current.CancellationToken);
            runs[i] = driver.GetRunResult().Results.Single();
            SyntaxTree tree = compilation.SyntaxTrees[0];
            compilation = compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From("\n\n" + tree)));
        }

        Assert.All(runs, run => Assert.Equal(["Square", "Xor"], run.Diagnostics.Select(Place).Order(StringComparer.Ordinal)));
        Assert.Equal([3, 3, 5, 5], runs.SelectMany(run => run.Diagnostics).Select(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line));
        Assert.Equal([2, 2], runs.Select(run => run.GeneratedSources.Length));
        Assert.All(runs[0].GeneratedSources.Zip(runs[1].GeneratedSources), pair => Assert.Same(pair.First.SourceText, pair.Second.SourceText));
    }

    private static string Text(Diagnostic diagnostic) => $"{Place(diagnostic)}: {diagnostic.GetMessage(null)}";

    private static string Place(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length);
}
