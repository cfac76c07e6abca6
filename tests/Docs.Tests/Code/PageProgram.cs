using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using GenNet.Docs.Tests.Pages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenNet.Docs.Tests.Code;

/// <summary>The blocks of a page that make one program.</summary>
internal sealed class PageProgram(Page page, bool runs)
{
    private readonly List<CodeBlock> _blocks = [];

    /// <summary>Whether it is run, or compiled only.</summary>
    public bool Runs { get; } = runs;

    public IEnumerable<CodeBlock> Code => _blocks.Where(block => block.IsCode);

    public IEnumerable<CodeBlock> Mistakes => _blocks.Where(block => block.IsMistake);

    public IEnumerable<CodeBlock> Excerpts => _blocks.Where(block => block.IsEmitted);

    public IEnumerable<CodeBlock> Outputs => _blocks.Where(block => block.IsOutput);

    public IEnumerable<CodeBlock> Made => _blocks.Where(block => block.IsMade);

    public IEnumerable<CodeBlock> Files => _blocks.Where(block => block.Language == CodeBlock.File);

    /// <summary>What the page says that a mistake is told: the quotation before it, or null.</summary>
    public string? MessageOf(CodeBlock mistake) => _blocks.TakeWhile(block => block != mistake)
        .Aggregate((CodeBlock?)null, (quoted, block) => block.IsMistake ? null : block.Language == CodeBlock.Quotation ? block : quoted)?.Text;

    /// <summary>The programs of a page, in their order.</summary>
    public static IReadOnlyList<PageProgram> Of(Page page)
    {
        List<PageProgram> programs = [new(page, runs: true)];
        foreach (CodeBlock block in page.Blocks)
        {
            if (block.Language == CodeBlock.Program)
                programs.Add(new PageProgram(page, runs: block.Note.Length == 0));
            else
                programs[^1]._blocks.Add(block);
        }

        return programs;
    }

    /// <summary>Blocks as one file of C#: usings, then statements, then types. Messages of the compiler give the lines of the page.</summary>
    public string Source(IEnumerable<CodeBlock> blocks)
    {
        StringBuilder usings = new(), statements = new(), types = new();
        foreach (CodeBlock block in blocks)
        {
            var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(block.Text, ProjectSettings.Default.Parsing).GetRoot();
            foreach (UsingDirectiveSyntax directive in root.Usings)
                usings.AppendLine(directive.ToString());
            foreach (MemberDeclarationSyntax member in root.Members)
                Append(member is GlobalStatementSyntax ? statements : types, block, member);
        }

        return $"{usings}{statements}{types}";
    }

    private void Append(StringBuilder text, CodeBlock block, MemberDeclarationSyntax member)
    {
        int line = member.GetLocation().GetLineSpan().StartLinePosition.Line + block.Line;
        text.Append(CultureInfo.InvariantCulture, $"#line {line} \"{page.Path}\"\n{member}\n");
    }
}
