using System.Linq;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Tests.Declarations;

/// <summary>Checks of declarations with mistakes.</summary>
internal static class Mistakes
{
    private const string User = "\npublic static class User { public static int[] Sizes => [Net.InputSize, Net.OutputSize, new Net(seed: 1).Parameters.Length]; }\n";

    /// <summary>Asserts that a source has one mistake, and that the compiler finds none that follows from it.</summary>
    public static void AssertOne(string declaration, string id, string place, string message)
    {
        Compiled compiled = Compiled.From(declaration + User);
        Diagnostic diagnostic = Assert.Single(compiled.Reported);
        Assert.Equal((id, message), (diagnostic.Id, diagnostic.GetMessage(null)));
        Assert.Equal(place, Text(diagnostic));
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        compiled.AssertNoProblem();
    }

    /// <summary>Asserts which mistakes a source has, by id and place.</summary>
    public static void AssertAll(string declaration, params (string Id, string Place)[] expected)
    {
        Compiled compiled = Compiled.From(declaration + User);
        Assert.Equal(expected, compiled.Reported.Select(diagnostic => (diagnostic.Id, Text(diagnostic))));
        compiled.AssertNoProblem();
    }

    public static string Text(Diagnostic diagnostic) => diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan);
}
