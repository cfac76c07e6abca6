using System;
using System.IO;
using System.Linq;

namespace GenNet.Package.Tests;

/// <summary>The commands that the documents give: what they promise is what is tested.</summary>
internal static class DocumentCommands
{
    /// <summary>The one line of a document's blocks of code that contains a text.</summary>
    public static string Line(string document, string part) => Block(document, part).Split('\n').Single(line => line.Contains(part, StringComparison.Ordinal));

    /// <summary>The one block of code of a document that contains a text, without its fences.</summary>
    public static string Block(string document, string part)
    {
        string text = File.ReadAllText(Path.Combine(PackedPackage.Repository, document)).ReplaceLineEndings("\n");
        // The parts between fences: every other one, and its first line names the language.
        string block = text.Split("```").Where((_, i) => i % 2 == 1).Single(block => block.Contains(part, StringComparison.Ordinal));
        return block[(block.IndexOf('\n', StringComparison.Ordinal) + 1)..].TrimEnd('\n');
    }

    /// <summary>Runs a line that begins with `dotnet`.</summary>
    public static void Run(string folder, string line)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("dotnet", words[0]);
        Dotnet.Run(folder, words[1..]).Succeeded();
    }
}
