using GenNet.Docs.Tests.Code;

namespace GenNet.Docs.Tests;

/// <summary>What counts as a quotation.</summary>
public class ExcerptTests
{
    private const string Text = "a\n  b\nc 1.00\n\nd 20 %\ne\n";

    [Theory]
    [InlineData("a\nb")]
    [InlineData("b\n    c 1.00")]
    [InlineData("a\n...\ne")]
    [InlineData("...\nd 20 %\n...")]
    public void Runs_of_lines_are_found_without_their_indentation(string quoted) => Assert.Null(Excerpt.Missing(Text, quoted, Excerpt.Exactly));

    [Theory]
    [InlineData("a\nc 1.00", "a\nc 1.00")]
    [InlineData("e\n...\na", "a")]
    [InlineData("c 1.05", "c 1.05")]
    [InlineData("a\n...\nb\nd 20 %", "b\nd 20 %")]
    public void Other_lines_are_not(string quoted, string missing) => Assert.Equal(missing, Excerpt.Missing(Text, quoted, Excerpt.Exactly));

    [Theory]
    [InlineData("The weights cannot be read. .../net.safetensors: truncated", true)]
    [InlineData("The weights cannot be read. /tmp/a/net.safetensors: ...", true)]
    [InlineData("The weights cannot be read.", false)]
    [InlineData("The weights cannot be read. .../other.safetensors: truncated", false)]
    public void Messages_may_have_gaps(string quoted, bool found) => Assert.Equal(found, Excerpt.WithGaps(quoted, @"The weights cannot be read. /tmp\a/net.safetensors: truncated"));

    [Theory]
    [InlineData("c 1.05", true)]
    [InlineData("c 1.2", false)]
    [InlineData("c -1.00", false)]
    [InlineData("d 19 %", true)]
    [InlineData("d 19", false)]
    public void Numbers_may_differ_by_a_tenth(string quoted, bool found) => Assert.Equal(found, Excerpt.Missing(Text, quoted, Excerpt.Nearly) is null);
}
