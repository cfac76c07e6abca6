using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace GenNet.Tests.Architecture;

/// <summary>
/// Which folders of a source tree use types of which others, read from the text: a type is one that begins at the start of a line, a use is its name in
/// the code, outside comments and strings. That sees too much rather than too little: a member with the name of another folder's type counts too, but in the file that declares it as one of
/// another type.
/// </summary>
public sealed partial class FolderGraph
{
    private const string HiddenNamespace = "CompilerServices";

    private readonly SortedDictionary<(string From, string To), string> _uses = [];

    /// <summary>The graph of files, each with its path from the root of the tree; the first folder of the path counts.</summary>
    public FolderGraph(IEnumerable<(string Path, string Text)> files)
    {
        List<Source> sources = [.. files.Select(file => new Source(file.Path, file.Text)).Where(source => source.Folder.Length > 0)];
        ILookup<string, Source> declaring = sources.SelectMany(source => source.Types, (source, type) => (type, source)).ToLookup(pair => pair.type, pair => pair.source);
        foreach (Source source in sources)
        {
            foreach (string name in source.Names)
                AddUse(source, name, [.. declaring[name].Where(other => !other.IsHidden || source.SeesHidden)]);
        }
    }

    /// <summary>The graph of a folder's files.</summary>
    public static FolderGraph Read(string root) => new(
        Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(root, file).Replace('\\', '/'), file))
            .Where(file => !file.Path.StartsWith("obj/", StringComparison.Ordinal) && !file.Path.StartsWith("bin/", StringComparison.Ordinal))
            .Select(file => (file.Path, File.ReadAllText(file.file))));

    /// <summary>The folders that use others or are used.</summary>
    public IReadOnlyCollection<string> Folders => [.. _uses.Keys.SelectMany(use => new[] { use.From, use.To }).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Whether a folder uses types of another.</summary>
    public bool Uses(string from, string to) => _uses.ContainsKey((from, to));

    /// <summary>A cycle, each line one use with an example; null where there is none.</summary>
    public string? Cycle()
    {
        var done = new HashSet<string>();
        foreach (string folder in Folders)
        {
            if (CycleFrom(folder, [], done) is { } cycle)
                return string.Join("\n", cycle.Zip(cycle.Skip(1), (from, to) => $"{from} uses {to}: {_uses[(from, to)]}"));
        }

        return null;
    }

    private void AddUse(Source source, string name, List<Source> declaring)
    {
        // A partial class may have its parts in several folders: then the nearest is meant.
        if (declaring.Count > 0 && !declaring.Exists(other => other.Folder == source.Folder))
            _uses.TryAdd((source.Folder, declaring[0].Folder), $"{name} in {source.Path}");
    }

    private List<string>? CycleFrom(string folder, List<string> path, HashSet<string> done)
    {
        if (path.IndexOf(folder) is int start and >= 0)
            return [.. path[start..], folder];
        if (!done.Add(folder))
            return null;
        return _uses.Keys.Where(use => use.From == folder).Select(use => CycleFrom(use.To, [.. path, folder], done)).FirstOrDefault(cycle => cycle is not null);
    }

    [GeneratedRegex(""""" """.*?"""|//[^\n]*|/\*.*?\*/|@"[^"]*"|"(?:\\.|[^"\\\n])*" """"", RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Text();

    [GeneratedRegex(@"^(?:\w+ )*(?:class|struct|interface|enum|record|record struct) ([A-Z]\w*)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^ +(?:public|internal|private) (?:\w+ )*([\w<>?\[\]]+) ([A-Z]\w*) (?:\{|=>)", RegexOptions.Multiline)]
    private static partial Regex Property();

    [GeneratedRegex(@"(?<![\w.])(?:CompilerServices\.)?([A-Z]\w*)")]
    private static partial Regex Name();

    /// <summary>A file.</summary>
    private sealed class Source
    {
        public Source(string path, string text)
        {
            string code = FolderGraph.Text().Replace(text, " ");
            Path = path;
            Folder = path.Contains('/') ? path[..path.IndexOf('/')] : "";
            IsHidden = code.Contains($"namespace GenNet.{HiddenNamespace};", StringComparison.Ordinal);
            SeesHidden = IsHidden || code.Contains($"using GenNet.{HiddenNamespace};", StringComparison.Ordinal) || Regex.IsMatch(code, $@"(?<![\w.]){HiddenNamespace}\.");
            Types = [.. Declaration().Matches(code).Select(match => match.Groups[1].Value)];
            Names = [.. Name().Matches(code).Select(match => match.Groups[1].Value)];
            Names.ExceptWith(Property().Matches(code).Where(match => !match.Groups[1].Value.Contains(match.Groups[2].Value, StringComparison.Ordinal)).Select(match => match.Groups[2].Value));
        }

        public string Path { get; }

        public string Folder { get; }

        /// <summary>Whether its types are in the namespace of what only emitted code calls.</summary>
        public bool IsHidden { get; }

        /// <summary>Whether it names that namespace.</summary>
        public bool SeesHidden { get; }

        public HashSet<string> Types { get; }

        public HashSet<string> Names { get; }
    }
}
