using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Playground.Hosting;

/// <summary>The declarations of networks in source files, cut out for the pages.</summary>
internal static partial class DeclarationFile
{
    /// <summary>The declarations of all files of a folder by the names of their classes, as JSON.</summary>
    /// <param name="folder">The folder of the sources.</param>
    public static string Json(string folder)
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string path in Directory.EnumerateFiles(folder, "*.cs"))
        {
            foreach ((string network, string text) in Declarations(File.ReadAllText(path)))
                all.Add(network, text);
        }

        return JsonSerializer.Serialize(all);
    }

    /// <summary>The declarations of a source file, each with the blocks that stand before it.</summary>
    /// <param name="text">The file.</param>
    public static IEnumerable<(string Network, string Text)> Declarations(string text)
    {
        string blocks = "";
        foreach (string part in text.ReplaceLineEndings("\n").Split("\n\n"))
        {
            if (part.StartsWith("[Block]", StringComparison.Ordinal))
                blocks += part + "\n\n";
            else if (part.StartsWith("[Network", StringComparison.Ordinal) && ClassName().Match(part) is { Success: true } name)
                yield return (name.Groups[1].Value, blocks + part.TrimEnd());
        }
    }

    [GeneratedRegex(@"partial class (\w+);")]
    private static partial Regex ClassName();
}
