using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Playground.Hosting;

namespace Playground.Tests.Hosting;

/// <summary>The methods that pages show are cut out of the file that the compiler has written.</summary>
public class EmittedFileTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "parts/emitted/Playground.Browser.DigitNet.g.cs"));

    private static readonly string Generator = Path.Combine(Root(AppContext.BaseDirectory), "tests/Generator.Tests");

    /// <summary>Networks of every kind: the snapshots of the generator's tests.</summary>
    public static TheoryData<string> Networks { get; } = [.. Directory.EnumerateFiles(Generator, "*.g.verified.cs", SearchOption.AllDirectories)
        .Where(path => File.ReadAllText(path).Contains("namespace GenNet.Emitted", StringComparison.Ordinal)).Select(path => Path.GetRelativePath(Generator, path))];

    [Theory]
    [MemberData(nameof(Networks))]
    public void Methods_are_runs_of_lines_of_the_file_and_whole(string name)
    {
        string text = File.ReadAllText(Path.Combine(Generator, name)), file = Unindented(text);
        Assert.All(EmittedFile.Methods(text), method =>
        {
            Assert.Contains(Unindented(method.Code), file, StringComparison.Ordinal);
            Assert.Equal(method.Code.Count(c => c == '{'), method.Code.Count(c => c == '}'));
            Assert.NotEmpty(method.Summary);
        });
    }

    [Fact]
    public void Methods_are_whole_with_block_and_with_arrow()
    {
        Dictionary<string, EmittedMethod> methods = EmittedFile.Methods(Text).ToDictionary(method => method.Name);
        Assert.StartsWith("private static void Layer1Forward(", methods["Layer1Forward"].Code, StringComparison.Ordinal);
        Assert.EndsWith("\n}", methods["Layer1Forward"].Code, StringComparison.Ordinal);
        Assert.Equal(2, methods["Layer2Forward"].Code.Split('\n').Length);
        Assert.EndsWith(";", methods["Layer2Forward"].Code, StringComparison.Ordinal);
    }

    [Fact]
    public void The_summary_says_what_is_computed()
    {
        EmittedMethod forward = EmittedFile.Methods(Text).Single(method => method.Name == "Layer1Forward");
        Assert.Equal("Layer 1, forward: z1 = x W1 + b1 [rows x 100]; a1 = ReLU(z1).", forward.Summary);
    }

    [Fact]
    public void A_file_without_methods_is_refused() => Assert.Throws<InvalidDataException>(() => EmittedFile.Methods("class Empty;"));

    private static string Unindented(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()));

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "GenNet.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
