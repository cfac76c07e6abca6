using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FsCheck.Fluent;
using GenNet.Generator.Tests;
using Microsoft.CodeAnalysis;

namespace GenNet.Fuzz.Declarations;

/// <summary>Declarations as users write them, right and wrong ones: what is wrong is said once, by GenNet, and all that is right compiles.</summary>
internal static class DeclaredNetworks
{
    /// <summary>The warnings that are about names which the source itself chooses.</summary>
    private static readonly string[] OfTheSource = ["CS8981", "CS0169", "CS0649", "CS0414"];

    public static FuzzSubject Subject => FuzzSubject.Of(
        "declarations", 15, Arb.From(Gen.Choose(0, int.MaxValue).Select(seed => new Grammar(new Random(seed)).Source()), source => source.Smaller()), Holds);

    private static void Holds(Source source)
    {
        Compiled compiled = Compiled.From(source.ToString());
        Assert.All(compiled.Reported, diagnostic => Assert.StartsWith("GENNET", diagnostic.Id, StringComparison.Ordinal));
        string[] places = [.. compiled.Reported.Select(Place)];
        Assert.Equal(places.Distinct(), places);

        string[] raw = [.. Raw(compiled, source.ToString())];
        Assert.True(raw.Length == 0, string.Join('\n', raw) + "\nbeside\n" + string.Join('\n', compiled.Reported));
    }

    /// <summary>Where a mistake is. [Network] alone is the place of mistakes that are not one another's: its loss, its precision, the size of the network.</summary>
    private static string Place(Diagnostic diagnostic)
    {
        bool isNetwork = diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan).StartsWith("Network", StringComparison.Ordinal);
        return diagnostic.Location + (isNetwork ? diagnostic.GetMessage(null) : "");
    }

    /// <summary>What the compiler says that it would not say of the user's file alone.</summary>
    public static IEnumerable<string> Raw(Compiled compiled, string source)
    {
        ImmutableHashSet<string> before = [.. Compiled.Before(source).GetDiagnostics().Select(diagnostic => diagnostic.ToString())];
        return compiled.Problems.Where(problem => problem.Location.SourceTree?.FilePath != "User.cs" || !OfTheSource.Contains(problem.Id))
            .Select(problem => problem.ToString()).Where(problem => !before.Contains(problem));
    }
}
