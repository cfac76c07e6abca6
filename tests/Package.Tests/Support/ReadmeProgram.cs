using System;
using System.IO;
using System.Text.RegularExpressions;

namespace GenNet.Package.Tests;

/// <summary>The program that the package's README shows: what it promises is what is tested.</summary>
internal static partial class ReadmeProgram
{
    /// <summary>What the README says that it prints.</summary>
    public const string Output = "0 1 1 0";

    public static string Source { get; } = Block(File.ReadAllText(Path.Combine(PackedPackage.Repository, "src/Runtime/README.md")).ReplaceLineEndings("\n"));

    private static string Block(string readme)
    {
        Match match = Program().Match(readme);
        Assert.True(match.Success, "src/Runtime/README.md has no program with its output after it.");
        Assert.Equal(Output, match.Groups["output"].Value);
        return match.Groups["source"].Value;
    }

    [GeneratedRegex(@"```csharp\n(?<source>.*?)```\n\nIt prints `(?<output>[^`]*)`", RegexOptions.Singleline)]
    private static partial Regex Program();
}
