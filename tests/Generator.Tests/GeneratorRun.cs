using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace GenNet.Generator.Tests;

/// <summary>What a run of the generator gave, as texts that can be compared.</summary>
/// <param name="Files">Names and texts of the files.</param>
/// <param name="Diagnostics">The diagnostics with their places, in order.</param>
internal sealed record GeneratorRun(ImmutableArray<string> Files, ImmutableArray<string> Diagnostics)
{
    /// <summary>
    /// The runs of one driver that is kept while the source is edited, as an IDE does, each beside that of a new driver. They must be the same.
    /// </summary>
    public static IEnumerable<(GeneratorRun Kept, GeneratorRun Fresh, CSharpCompilation Compilation)> Through(IEnumerable<string> sources)
    {
        GeneratorDriver driver = Compiled.Driver();
        CSharpCompilation? compilation = null;
        foreach (string source in sources)
        {
            if (compilation is null)
            {
                compilation = Compiled.Before(source);
            }
            else
            {
                SyntaxTree before = compilation.SyntaxTrees[0];
                compilation = compilation.ReplaceSyntaxTree(before, before.WithChangedText(SourceText.From(Compiled.Usings + source)));
            }

            driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation after, out _);
            yield return (Of(driver), Of(Compiled.Driver().RunGenerators(compilation)), (CSharpCompilation)after);
        }
    }

    public bool Equals(GeneratorRun? other) => other is not null && Files.SequenceEqual(other.Files) && Diagnostics.SequenceEqual(other.Diagnostics);

    public override int GetHashCode() => Files.Length;

    public override string ToString() => string.Join('\n', Files.Concat(Diagnostics));

    private static GeneratorRun Of(GeneratorDriver driver)
    {
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        if (result.Exception is { } exception)
            throw new InvalidOperationException("The generator has thrown.", exception);
        return new GeneratorRun(
            [.. result.GeneratedSources.Select(file => $"{file.HintName}\n{file.SourceText}").Order(StringComparer.Ordinal)],
            [.. result.Diagnostics.Select(diagnostic => diagnostic.ToString()).Order(StringComparer.Ordinal)]);
    }
}
