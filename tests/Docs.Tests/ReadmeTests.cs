using System;
using System.IO;
using System.Linq;
using GenNet.Docs.Tests.Pages;

namespace GenNet.Docs.Tests;

/// <summary>What a newcomer meets first.</summary>
public class ReadmeTests
{
    private const int MostWords = 1200;

    private static readonly Page Readme = Page.Read("README.md");

    [Fact]
    public void It_is_read_in_five_minutes() => Assert.InRange(Readme.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 1, MostWords);

    [Fact]
    public void It_shows_a_picture_of_a_sample() => Assert.Contains(Readme.Images, image => image.StartsWith("samples/", StringComparison.Ordinal));

    [Fact]
    public void It_leads_to_every_page_of_the_documentation()
    {
        string[] pages = [.. Directory.GetFiles(Path.Combine(Repository.Folder, "docs"), "*.md").Select(path => "docs/" + Path.GetFileName(path))];
        string[] reached = [.. Readme.Links.Select(link => link.Split('#')[0])];
        string[] further = [.. reached.Where(link => link.StartsWith("docs/", StringComparison.Ordinal) && link.EndsWith(".md", StringComparison.Ordinal))
            .SelectMany(link => Page.Read(link).Links.Select(inner => "docs/" + inner.Split('#')[0]))];
        Assert.Empty(pages.Except(reached).Except(further));
    }
}
