using System;
using System.IO;
using System.Linq;
using GenNet.Docs.Tests.Code;
using GenNet.Docs.Tests.Pages;
using GenNet.Generator;
using GenNet.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenNet.Docs.Tests.Made;

/// <summary>Blocks <c>text made STEP</c> are what that step of the generator makes of the page's network. GENNET_ACCEPT=1 writes them anew.</summary>
public class MadeTests
{
    public static TheoryData<string> PagesWithSteps { get; } = [.. Repository.MarkdownFiles().Where(path => Page.Read(path).Blocks.Any(block => block.IsMade))];

    [Theory]
    [MemberData(nameof(PagesWithSteps))]
    public void A_page_shows_what_each_step_makes(string path)
    {
        Page page = Page.Read(path);
        string file = Path.Combine(Repository.Folder, path), text = page.Text;
        foreach (PageProgram program in PageProgram.Of(page).Where(program => program.Made.Any()))
        {
            NetworkModel model = ModelOf(program.Source(program.Code));
            foreach (CodeBlock block in program.Made)
            {
                string made = GeneratorSteps.Of(block.Note[(block.Note.IndexOf(' ', StringComparison.Ordinal) + 1)..], model);
                if (Environment.GetEnvironmentVariable("GENNET_ACCEPT") == "1")
                    text = text.Replace($"```text {block.Note}\n{block.Text}```", $"```text {block.Note}\n{made}```", StringComparison.Ordinal);
                else
                    Assert.Equal(made, block.Text);
            }
        }

        if (text != page.Text)
            File.WriteAllText(file, text);
    }

    private static NetworkModel ModelOf(string source)
    {
        var driver = CSharpGeneratorDriver.Create(
            [new NetworkGenerator().AsSourceGenerator()], parseOptions: ProjectSettings.Default.Parsing,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        GeneratorRunResult result = driver.RunGenerators(ProjectOfPage.Before(source, ProjectSettings.Default)).GetRunResult().Results.Single();
        return (NetworkModel)result.TrackedSteps[NetworkGenerator.ModelStep].Single().Outputs.Single().Value;
    }
}
