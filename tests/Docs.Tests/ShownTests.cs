using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using GenNet.Docs.Tests.Code;
using GenNet.Docs.Tests.Pages;

namespace GenNet.Docs.Tests;

/// <summary>Blocks that are no C#: commands, project files, Python, and languages that nobody checks.</summary>
public class ShownTests
{
    private static readonly string[] Languages = ["", "csharp", "text", "xml", "python", "yaml", CodeBlock.File, CodeBlock.Program, CodeBlock.Quotation];

    public static TheoryData<string> AllPages { get; } = [.. Repository.MarkdownFiles()];

    public static TheoryData<string, int> Python { get; } = Lines(block => block.Language == "python");

    [Theory]
    [MemberData(nameof(AllPages))]
    public void Blocks_have_a_language_and_a_note_that_is_checked(string path) => Assert.All(
        Page.Read(path).Blocks, block => Assert.True(Languages.Contains(block.Language) && IsKnown(block), $"Line {block.Line}: nothing checks '{block.Language} {block.Note}'."));

    [Theory]
    [MemberData(nameof(AllPages))]
    public void Parts_of_project_files_are_well_formed(string path)
    {
        foreach (CodeBlock block in Page.Read(path).Blocks.Where(block => block.Language == "xml"))
        {
            try
            {
                XElement.Parse($"<Project>{block.Text}</Project>");
            }
            catch (XmlException exception)
            {
                Assert.Fail($"Line {block.Line}: {exception.Message}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(AllPages))]
    public void Commands_name_projects_that_exist(string path)
    {
        IEnumerable<string[]> commands = Page.Read(path).Blocks.Where(block => block.Language.Length == 0)
            .SelectMany(block => block.Text.Split('\n')).Where(line => line.StartsWith("dotnet ", StringComparison.Ordinal)).Select(line => line.Split(' '));
        foreach (string[] words in commands)
        {
            int at = Array.IndexOf(words, "--project");
            foreach (string word in words.Where((word, i) => (at >= 0 && i == at + 1) || (at < 0 && (word.StartsWith("src/", StringComparison.Ordinal) || word.StartsWith("samples/", StringComparison.Ordinal) || word.StartsWith("tests/", StringComparison.Ordinal)))))
                Assert.True(Directory.Exists(Path.Combine(Repository.Folder, word)), $"There is no {word}: {string.Join(' ', words)}");
        }
    }

    [Theory]
    [MemberData(nameof(Python))]
    public void Python_parses(string path, int line)
    {
        CodeBlock block = Page.Read(path).Blocks.Single(block => block.Line == line);
        try
        {
            ChildProcess.Run("python3", Path.GetTempPath(), block.Text, "-c", "import ast, sys; ast.parse(sys.stdin.read())");
        }
        catch (Win32Exception)
        {
            Assert.Skip("There is no Python here.");
        }
    }

    private static bool IsKnown(CodeBlock block) => block.Language switch
    {
        "csharp" => block.IsCode || block.IsMistake || block.IsEmitted,
        "text" => block.Note.Length == 0 || block.IsOutput || block.IsMade,
        CodeBlock.File => block.Note.Length > 0,
        CodeBlock.Program => true,
        _ => block.Note.Length == 0,
    };

    private static TheoryData<string, int> Lines(Func<CodeBlock, bool> which)
    {
        TheoryData<string, int> lines = [];
        foreach (string path in Repository.MarkdownFiles())
        {
            foreach (CodeBlock block in Page.Read(path).Blocks.Where(which))
                lines.Add(path, block.Line);
        }

        return lines;
    }
}
