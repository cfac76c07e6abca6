using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;

namespace GenNet.Generator.Tests;

/// <summary>
/// Compares text with verified files beside the test, by the conventions of Verify.SourceGenerators, which takes this class's
/// place once it can be had: <c>Class.Method#Hint.g.verified.cs</c>; a mismatch leaves a <c>.received.cs</c> file next to it.
/// GENNET_ACCEPT=1 in the environment accepts what was received.
/// </summary>
internal static class Snapshot
{
    /// <summary>Compares each emitted file; one that is missing, different or no longer emitted fails the test.</summary>
    public static void Verify(IEnumerable<(string HintName, string Text)> files, [CallerFilePath] string test = "", [CallerMemberName] string method = "")
    {
        string prefix = $"{Path.GetFileNameWithoutExtension(test)}.{method}#";
        string folder = Path.GetDirectoryName(test)!;
        var failures = new List<string>();
        var expected = new HashSet<string>();
        foreach ((string hintName, string text) in files)
        {
            string name = Path.Combine(folder, prefix + Path.GetFileNameWithoutExtension(hintName));
            expected.Add(name + ".verified.cs");
            if (Compare(name, text) is { } failure)
                failures.Add(failure);
        }

        foreach (string orphan in Directory.GetFiles(folder, prefix + "*.verified.cs").Where(file => !expected.Contains(file)))
        {
            if (Accepting)
                File.Delete(orphan);
            else
                failures.Add($"{Path.GetFileName(orphan)} is no longer emitted.");
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    /// <summary>Whether what is received is accepted.</summary>
    public static bool Accepting => Environment.GetEnvironmentVariable("GENNET_ACCEPT") == "1";

    private static string? Compare(string name, string text)
    {
        string verified = name + ".verified.cs", received = name + ".received.cs";
        if (Accepting)
            File.WriteAllText(verified, text);
        string? known = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : null;
        if (known == text)
        {
            File.Delete(received);
            return null;
        }

        File.WriteAllText(received, text);
        return known is null
            ? $"{Path.GetFileName(verified)} does not exist; see {Path.GetFileName(received)}."
            : $"{Path.GetFileName(received)} differs from {Path.GetFileName(verified)}, first in line {FirstDifference(known, text)}.";
    }

    private static string FirstDifference(string known, string text)
    {
        string[] a = known.Split('\n'), b = text.Split('\n');
        int line = Enumerable.Range(0, Math.Max(a.Length, b.Length)).First(i => i >= a.Length || i >= b.Length || a[i] != b[i]);
        return $"{line + 1}:\n  expected: {(line < a.Length ? a[line] : "(end)")}\n  received: {(line < b.Length ? b[line] : "(end)")}";
    }
}
