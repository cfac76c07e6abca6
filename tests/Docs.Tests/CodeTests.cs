using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using GenNet.Docs.Tests.Code;
using GenNet.Docs.Tests.Pages;
using Microsoft.CodeAnalysis;

namespace GenNet.Docs.Tests;

/// <summary>The C# of every page compiles, runs, and does what the page says (README.md of these tests).</summary>
public sealed class CodeTests
{
    public static TheoryData<string> PagesWithCode { get; } = [.. Repository.MarkdownFiles().Where(path => Page.Read(path).Blocks.Any(block => block.Language == "csharp"))];

    [Theory]
    [MemberData(nameof(PagesWithCode))]
    public void A_page_compiles_and_runs(string path)
    {
        string folder = Directory.CreateTempSubdirectory("gennet-docs-").FullName;
        try
        {
            foreach (PageProgram program in PageProgram.Of(Page.Read(path)))
                Check(program, path, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Check(PageProgram program, string path, string folder)
    {
        foreach (CodeBlock file in program.Files)
            File.WriteAllText(Path.Combine(folder, file.Note), file.Text);
        foreach (CodeBlock mistake in program.Mistakes)
        {
            Diagnostic[] problems = [.. ProjectOfPage.Compile(program.Source([mistake]), folder, ProjectSettings.Of(mistake.Settings)).Problems];
            Assert.True(problems.Select(problem => problem.Id).Distinct().SequenceEqual([mistake.Diagnostic]), $"{path}, line {mistake.Line}, must give {mistake.Diagnostic}:\n{Lines(problems)}");
            if (program.MessageOf(mistake) is { } message)
                Assert.True(problems.All(problem => Excerpt.WithGaps(message, problem.GetMessage(CultureInfo.InvariantCulture))), $"{path}, line {mistake.Line}, does not say\n{message}\nbut\n{Lines(problems)}");
        }

        if (!program.Code.Any())
            return;
        ProjectOfPage project = ProjectOfPage.Compile(program.Source(program.Code), folder, ProjectSettings.Default);
        Assert.True(project.Problems.IsEmpty, Lines(project.Problems));
        foreach (CodeBlock excerpt in program.Excerpts)
        {
            string? missing = Excerpt.Missing(project.Emitted, excerpt.Text, Excerpt.Exactly);
            Assert.True(missing is null, $"{path}, line {excerpt.Line}: the compiler does not write\n{missing}\nbut\n{project.Emitted}");
        }

        string output = program.Runs && project.Compilation.Options.OutputKind == OutputKind.ConsoleApplication ? Run(project, folder) : "";
        foreach (CodeBlock expected in program.Outputs)
        {
            string? missing = Excerpt.Missing(output, expected.Text, Excerpt.Nearly);
            Assert.True(missing is null, $"{path}, line {expected.Line}: the program does not print\n{missing}\nbut\n{output}");
        }
    }

    private static string Run(ProjectOfPage project, string folder)
    {
        string built = Directory.CreateDirectory(Path.Combine(folder, "built")).FullName;
        return ChildProcess.Run("dotnet", folder, "", "exec", project.Emit(built));
    }

    private static string Lines(IEnumerable<Diagnostic> problems) => string.Join('\n', problems);
}
