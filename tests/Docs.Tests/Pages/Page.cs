using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace GenNet.Docs.Tests.Pages;

/// <summary>A Markdown file of the repository.</summary>
internal sealed class Page
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    private readonly MarkdownDocument _document;

    private Page(string path)
    {
        Path = path;
        Text = File.ReadAllText(System.IO.Path.Combine(Repository.Folder, path)).ReplaceLineEndings("\n");
        _document = Markdown.Parse(Text, Pipeline);
        Blocks = _document.Descendants<LeafBlock>().Select(Block).OfType<CodeBlock>().ToArray();
    }

    /// <summary>Its path from the root of the repository, with slashes.</summary>
    public string Path { get; }

    public string Text { get; }

    /// <summary>The blocks of code and the comments that concern them, in the order of the page.</summary>
    public IReadOnlyList<CodeBlock> Blocks { get; }

    /// <summary>What its links point to, images included.</summary>
    public IEnumerable<string> Links => _document.Descendants<LinkInline>().Select(link => link.Url ?? "");

    /// <summary>The sources of its images.</summary>
    public IEnumerable<string> Images => _document.Descendants<LinkInline>().Where(link => link.IsImage).Select(link => link.Url ?? "");

    /// <summary>The text of its first heading.</summary>
    public string Title => Text.Split('\n').First(line => line.StartsWith("# ", StringComparison.Ordinal))[2..];

    /// <summary>The names under which links find its headings.</summary>
    public IEnumerable<string> Anchors => _document.Descendants<HeadingBlock>().Select(heading => heading.GetAttributes().Id ?? "");

    public static Page Read(string path) => new(path);

    private static CodeBlock? Block(LeafBlock leaf) => leaf switch
    {
        FencedCodeBlock fenced => new CodeBlock(fenced.Info ?? "", fenced.Arguments ?? "", Lines(fenced), fenced.Line + 2),
        HtmlBlock { Type: HtmlBlockType.Comment } comment => Comment(Lines(comment), comment.Line + 1),
        ParagraphBlock { Parent: QuoteBlock, Inline: { } text } quoted => new CodeBlock(CodeBlock.Quotation, "", string.Concat(text.Descendants<Inline>().Select(PlainText)), quoted.Line + 1),
        _ => null,
    };

    /// <summary>A comment whose first line is one of the words that Docs.Tests knows; the lines behind it are its text.</summary>
    private static CodeBlock? Comment(string text, int line)
    {
        string inner = text[4..text.LastIndexOf("-->", StringComparison.Ordinal)], first = inner.Split('\n')[0], rest = inner[Math.Min(inner.Length, first.Length + 1)..];
        return first.Trim() switch
        {
            CodeBlock.Hidden => new CodeBlock(CodeBlock.Hidden, "", rest, line + 1),
            { } word when word.StartsWith(CodeBlock.File, StringComparison.Ordinal) => new CodeBlock(CodeBlock.File, word[CodeBlock.File.Length..].Trim(), rest, line + 1),
            { } word when word == CodeBlock.Program || word.StartsWith(CodeBlock.Program + ", not run: ", StringComparison.Ordinal) => new CodeBlock(CodeBlock.Program, word[CodeBlock.Program.Length..], "", line),
            { } word when word.StartsWith(CodeBlock.Program, StringComparison.Ordinal) => throw new InvalidDataException($"Line {line}: '{word}' is no comment that Docs.Tests knows."),
            _ => null,
        };
    }

    private static string PlainText(Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline => " ",
        _ => "",
    };

    private static string Lines(LeafBlock block) => block.Lines.Count == 0 ? "" : string.Concat(block.Lines.Lines.Take(block.Lines.Count).Select(line => line.ToString() + "\n"));
}
