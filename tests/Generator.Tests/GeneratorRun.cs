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
    /// <summary>The line between two files of a source. What happens to one file leaves the trees of the others, and all that Roslyn keeps of them.</summary>
    public const string NextFile = "//---\n";

    /// <summary>
    /// The runs of one driver that is kept while the source is edited, as an IDE does, each beside that of a new driver. They must be the same.
    /// </summary>
    public static IEnumerable<(GeneratorRun Kept, GeneratorRun Fresh, CSharpCompilation Compilation)> Through(IEnumerable<string> sources)
    {
        GeneratorDriver driver = Compiled.Driver();
        CSharpCompilation compilation = Compiled.Before("");
        foreach (string source in sources)
        {
            compilation = With(compilation, source.Split(NextFile));
            driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation after, out _);
            yield return (Of(driver), Of(Compiled.Driver().RunGenerators(compilation)), (CSharpCompilation)after);
        }
    }

    private static CSharpCompilation With(CSharpCompilation compilation, string[] files)
    {
        for (int i = 0; i < files.Length; i++)
        {
            string text = Compiled.Usings + files[i];
            if (i >= compilation.SyntaxTrees.Length)
                compilation = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)compilation.SyntaxTrees[0].Options, $"User{i}.cs"));
            else if (compilation.SyntaxTrees[i] is { } before && before.ToString() != text)
                compilation = compilation.ReplaceSyntaxTree(before, before.WithChangedText(SourceText.From(text)));
        }

        return compilation.RemoveSyntaxTrees(compilation.SyntaxTrees.Skip(files.Length));
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
