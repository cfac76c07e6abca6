using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace GenNet.Generator.Tests;

/// <summary>The rooms of the generator: which of them know of which. A network goes through them one way.</summary>
public partial class ArchitectureTests
{
    [Fact]
    public void No_two_rooms_know_of_each_other()
    {
        Dictionary<string, HashSet<string>> rooms = Rooms(Path.Combine(Repository.Folder, "src", "Generator"));
        Assert.Contains("Planning", rooms.Keys);
        Assert.Empty(Circle(rooms));
    }

    [Fact]
    public void A_circle_is_found() =>
        Assert.Equal(["A", "B", "C", "A"], Circle(new() { ["A"] = ["B"], ["B"] = ["C", "D"], ["C"] = ["A"], ["D"] = [] }));

    /// <summary>Symbols end with parsing: what comes behind it can be cached.</summary>
    [Theory]
    [InlineData("Model")]
    [InlineData("Graphs")]
    [InlineData("Operations")]
    [InlineData("Lowering")]
    [InlineData("Differentiation")]
    [InlineData("Planning")]
    [InlineData("Emission")]
    [InlineData("Expressions")]
    [InlineData("Programs")]
    public void A_room_behind_parsing_knows_no_symbol(string room) =>
        Assert.All(Files(Path.Combine(Repository.Folder, "src", "Generator", room)), file => Assert.DoesNotContain("Microsoft.CodeAnalysis", File.ReadAllText(file), StringComparison.Ordinal));

    /// <summary>Nothing before the planner knows of memory.</summary>
    [Theory]
    [InlineData("Graphs")]
    [InlineData("Operations")]
    [InlineData("Lowering")]
    [InlineData("Differentiation")]
    public void A_room_before_planning_does_not_know_of_it(string room) =>
        Assert.DoesNotContain("Planning", Rooms(Path.Combine(Repository.Folder, "src", "Generator"))[room]);

    /// <summary>For each folder with a namespace of its own, the folders whose namespaces its files use.</summary>
    private static Dictionary<string, HashSet<string>> Rooms(string root)
    {
        var rooms = new Dictionary<string, HashSet<string>>();
        foreach (string file in Files(root))
        {
            string text = File.ReadAllText(file);
            if (Own().Match(text) is not { Success: true } own)
                continue;
            if (!rooms.TryGetValue(own.Groups[1].Value, out HashSet<string>? used))
                rooms.Add(own.Groups[1].Value, used = []);
            used.UnionWith(Used().Matches(text).Select(match => match.Groups[1].Value));
        }

        foreach ((string room, HashSet<string> used) in rooms)
            used.Remove(room);
        return rooms;
    }

    private static IEnumerable<string> Files(string root) => Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    /// <summary>A way from a room back to itself; empty where there is none.</summary>
    private static List<string> Circle(Dictionary<string, HashSet<string>> rooms)
    {
        var done = new HashSet<string>();
        var way = new List<string>();
        return rooms.Keys.Order().Select(Find).FirstOrDefault(found => found.Count > 0) ?? [];

        List<string> Find(string room)
        {
            int before = way.IndexOf(room);
            if (before >= 0)
                return [.. way[before..], room];
            if (!rooms.TryGetValue(room, out HashSet<string>? used) || !done.Add(room))
                return [];
            way.Add(room);
            List<string> found = used.Order().Select(Find).FirstOrDefault(circle => circle.Count > 0) ?? [];
            way.RemoveAt(way.Count - 1);
            return found;
        }
    }

    [GeneratedRegex(@"^namespace GenNet\.Generator\.([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Own();

    [GeneratedRegex(@"^using GenNet\.Generator\.([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Used();
}
