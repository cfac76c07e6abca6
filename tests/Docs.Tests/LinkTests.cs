using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using GenNet.Docs.Tests.Pages;

namespace GenNet.Docs.Tests;

/// <summary>Every link of every page leads somewhere.</summary>
public class LinkTests
{
    public static TheoryData<string> AllPages { get; } = [.. Repository.MarkdownFiles()];

    [Theory]
    [MemberData(nameof(AllPages))]
    public void Links_within_the_repository_lead_to_files_and_headings(string path)
    {
        Page page = Page.Read(path);
        string folder = Path.GetDirectoryName(Path.Combine(Repository.Folder, path))!;
        List<string> broken = [];
        foreach (string link in page.Links.Where(link => !IsAddress(link)))
        {
            string[] parts = Uri.UnescapeDataString(link).Split('#', 2);
            string target = parts[0].Length == 0 ? Path.Combine(Repository.Folder, path) : Path.GetFullPath(Path.Combine(folder, parts[0]));
            if (!target.StartsWith(Repository.Folder, StringComparison.Ordinal) || (!File.Exists(target) && !Directory.Exists(target)))
                broken.Add($"{link}: there is no such file");
            else if (parts.Length > 1 && target.EndsWith(".md", StringComparison.Ordinal) && !Page.Read(Path.GetRelativePath(Repository.Folder, target)).Anchors.Contains(parts[1]))
                broken.Add($"{link}: there is no such heading");
        }

        Assert.Empty(broken);
    }

    [Theory]
    [MemberData(nameof(AllPages))]
    public void Links_elsewhere_are_https(string path) => Assert.All(
        Page.Read(path).Links.Where(IsAddress),
        link => Assert.True(link.StartsWith("https://", StringComparison.Ordinal) && Uri.IsWellFormedUriString(link, UriKind.Absolute), link));

    private static bool IsAddress(string link) => link.Contains("://", StringComparison.Ordinal) || link.StartsWith("mailto:", StringComparison.Ordinal);
}
