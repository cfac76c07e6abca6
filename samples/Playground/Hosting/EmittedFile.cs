using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Playground.Hosting;

/// <summary>One method as the generator has written it.</summary>
/// <param name="Name">Its name, such as Layer1Forward.</param>
/// <param name="Summary">What the file says that it computes.</param>
/// <param name="Code">Its lines from the signature on, without the indentation of the class.</param>
internal sealed record EmittedMethod(string Name, string Summary, string Code);

/// <summary>The methods of a generated file, cut out for the pages.</summary>
internal static class EmittedFile
{
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    /// <summary>The network class that a generated file is of.</summary>
    /// <param name="path">The file, such as Playground.Browser.DigitNet.g.cs.</param>
    public static string NetworkOf(string path) => Path.GetFileName(path).Split('.')[^3];

    /// <summary>The methods by their names, as JSON.</summary>
    /// <param name="text">The generated file.</param>
    public static string Json(string text) => JsonSerializer.Serialize(Methods(text).ToDictionary(method => method.Name), Names);

    /// <summary>The methods of the layers, in their order.</summary>
    /// <param name="text">The generated file.</param>
    /// <exception cref="InvalidDataException">There are none.</exception>
    public static IReadOnlyList<EmittedMethod> Methods(string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        List<EmittedMethod> methods = [];
        for (int i = 0; i < lines.Length; i++)
        {
            if (IsSignature(lines[i]))
                methods.Add(MethodAt(lines, i));
        }

        return methods.Count > 0 ? methods : throw new InvalidDataException("The generated file has no methods of layers.");
    }

    private static bool IsSignature(string line) =>
        (line.StartsWith("        private static ", StringComparison.Ordinal) || line.StartsWith("        internal static ", StringComparison.Ordinal)) && line.Contains('(');

    private static EmittedMethod MethodAt(string[] lines, int signature)
    {
        // The body: a block, or an expression up to its semicolon.
        int end = signature;
        while (lines[end] != "        {" && !lines[end].EndsWith(';'))
            end++;
        if (lines[end] == "        {")
            end = Array.IndexOf(lines, "        }", end);
        int first = signature;
        while (lines[first - 1].TrimStart().StartsWith("///", StringComparison.Ordinal) || lines[first - 1].TrimStart().StartsWith('['))
            first--;

        string declaration = lines[signature][..lines[signature].IndexOf('(')];
        string summary = string.Join(' ', lines[first..signature].Select(line => line.Trim()).Where(line => line.StartsWith("///", StringComparison.Ordinal)).Select(line => line[3..].Trim()));
        return new EmittedMethod(
            declaration[(declaration.LastIndexOf(' ') + 1)..],
            System.Net.WebUtility.HtmlDecode(summary.Replace("<summary>", "", StringComparison.Ordinal).Replace("</summary>", "", StringComparison.Ordinal)),
            string.Join('\n', lines[signature..(end + 1)].Select(line => line.Length > 8 ? line[8..] : line.Trim())));
    }
}
