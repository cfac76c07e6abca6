using System;
using System.IO;
using System.Linq;
using GenNet.Docs.Tests.Pages;

namespace GenNet.Docs.Tests.Api;

/// <summary>docs/api is what the library's documentation says. GENNET_ACCEPT=1 writes it anew.</summary>
public class ApiReferenceTests
{
    private static readonly string Folder = Path.Combine(Repository.Folder, "docs", "api");

    [Fact]
    public void The_reference_is_that_of_the_library()
    {
        (string File, string Text)[] pages = [.. ApiPages.All()];
        string[] expected = [.. pages.Select(page => page.File)];
        if (Environment.GetEnvironmentVariable("GENNET_ACCEPT") == "1")
        {
            foreach (string file in Directory.GetFiles(Folder).Where(file => !expected.Contains(Path.GetFileName(file))))
                File.Delete(file);
            foreach ((string file, string text) in pages)
                File.WriteAllText(Path.Combine(Folder, file), text);
        }

        Assert.Equal(expected.Order(StringComparer.Ordinal), Directory.GetFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(pages, page => Assert.Equal(page.Text, File.ReadAllText(Path.Combine(Folder, page.File)).ReplaceLineEndings("\n")));
    }

    [Fact]
    public void Every_public_member_is_documented()
    {
        string[] bare = [.. PublicTypes.ByFolder().SelectMany(folder => folder).SelectMany(type => PublicTypes.Members(type).Prepend(type))
            .Where(symbol => string.IsNullOrEmpty(DocText.Of(symbol)?.Summary)).Select(symbol => symbol.ToDisplayString())];
        Assert.True(bare.Length == 0, string.Join('\n', bare));
    }
}
