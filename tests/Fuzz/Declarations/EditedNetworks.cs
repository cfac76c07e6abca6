using System;
using System.Linq;
using FsCheck.Fluent;
using GenNet.Generator.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenNet.Fuzz.Declarations;

/// <summary>Sources while they are typed: a driver that is kept says at every stop what a new one says, and a source without mistakes compiles.</summary>
internal static class EditedNetworks
{
    public static FuzzSubject Subject => FuzzSubject.Of("edits", 10, Arb.From(Gen.Choose(0, int.MaxValue).Select(Draw), source => source.Smaller()), Holds);

    private static EditedSource Draw(int seed)
    {
        var random = new Random(seed);
        Source start = new Grammar(random).Source();
        return new EditedSource(start, [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => random.Next(4) == 0 ? null : Edit.Draw(random))]);
    }

    private static void Holds(EditedSource source)
    {
        foreach ((GeneratorRun kept, GeneratorRun fresh, CSharpCompilation after) in GeneratorRun.Through(source.Texts()))
        {
            Assert.Equal(fresh.ToString(), kept.ToString());

            // What the user's own mistakes lead to is the compiler's business; where there are none, no emitted file may have any.
            if (fresh.Diagnostics.IsEmpty && !HasMistakes(after, inUserFile: true))
                Assert.False(HasMistakes(after, inUserFile: false), string.Join('\n', after.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        }
    }

    private static bool HasMistakes(CSharpCompilation compilation, bool inUserFile) => compilation.GetDiagnostics()
        .Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && (diagnostic.Location.SourceTree?.FilePath.StartsWith("User", StringComparison.Ordinal) ?? false) == inUserFile);
}
