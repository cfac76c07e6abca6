using Microsoft.CodeAnalysis.CodeFixes;

namespace GenNet.Generator.Tests.CodeFixes;

/// <summary>What every fix must do: write what its title says, and nothing else is wrong afterwards.</summary>
internal static class Mending
{
    /// <summary>What stands in a user's file.</summary>
    public const string Usings = "using GenNet;\n";

    /// <summary>Mends the first mistake: the text is the expected one, the diagnostic is gone, and neither generator nor compiler has another error.</summary>
    public static void Check<T>(string before, string title, string after)
        where T : CodeFixProvider, new() => AssertMended(after, new EditedProject(new T(), Usings + before).Apply(title));

    /// <summary>The same at all places.</summary>
    public static void CheckAll<T>(string before, string title, string after, FixAllScope scope = FixAllScope.Project)
        where T : CodeFixProvider, new() => AssertMended(after, new EditedProject(new T(), Usings + before).ApplyAtAll(title, scope));

    /// <summary>What is offered at the first mistake.</summary>
    public static string[] Titles<T>(string source)
        where T : CodeFixProvider, new() => new EditedProject(new T(), Usings + source).Titles;

    private static void AssertMended(string after, EditedProject project)
    {
        Assert.Equal(Usings + after, project.Source);
        Assert.Empty(project.Reported);
        Assert.Empty(project.Errors);
    }
}
