using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using GenNet.Docs.Tests.Code;
using GenNet.Docs.Tests.Pages;
using GenNet.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GenNet.Docs.Tests;

/// <summary>Each diagnostic has a page, which shows the mistake and what to write instead. That the code does what the page says is tested with that of all pages.</summary>
public partial class DiagnosticPageTests
{
    private const string Folder = "docs/diagnostics";
    private const string Index = Folder + "/README.md";

    private static readonly Dictionary<string, DiagnosticDescriptor> All =
        typeof(Descriptors).GetFields().Select(field => (DiagnosticDescriptor)field.GetValue(null)!).ToDictionary(descriptor => descriptor.Id);

    public static TheoryData<string> Ids { get; } = [.. All.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void Each_diagnostic_has_a_page_and_no_other_has() => Assert.Equal(
        All.Keys.Select(PathOf).Append(Index).Order(StringComparer.Ordinal), Repository.MarkdownFiles().Where(path => path.StartsWith(Folder + "/", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_has_number_and_title(string id) => Assert.Equal($"{id}: {All[id].Title.ToString(CultureInfo.InvariantCulture)}", Page.Read(PathOf(id)).Title);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_quotes_the_message(string id)
    {
        PageProgram program = PageProgram.Of(Page.Read(PathOf(id))).First(program => program.Mistakes.Any());
        string pattern = string.Concat(Placeholder().Split(All[id].MessageFormat.ToString(CultureInfo.InvariantCulture)).Select(part => Regex.Escape(part) + ".*"));
        Assert.Matches($"^(In the block .*: )?{pattern}$", program.MessageOf(program.Mistakes.First()));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_has_the_mistake_and_behind_it_what_to_write(string id)
    {
        CodeBlock[] blocks = [.. Page.Read(PathOf(id)).Blocks];
        int mistake = Array.FindIndex(blocks, block => block.IsMistake);
        Assert.Equal(id, blocks[mistake].Diagnostic);
        Assert.Contains(blocks.Skip(mistake), block => block.IsCode || block.Language == "xml");
        Assert.Contains("what-to-do", Page.Read(PathOf(id)).Anchors);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_index_has_each_once(string id)
    {
        string row = $"| [{id}]({id}.md) | {All[id].Title.ToString(CultureInfo.InvariantCulture)} | ";
        Assert.Single(Page.Read(Index).Text.Split('\n'), line => line.StartsWith(row, StringComparison.Ordinal) && line.Length > row.Length + " |".Length);
    }

    private static string PathOf(string id) => $"{Folder}/{id}.md";

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();
}
