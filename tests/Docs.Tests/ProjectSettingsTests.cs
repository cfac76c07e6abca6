using System.IO;
using GenNet.Docs.Tests.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenNet.Docs.Tests;

/// <summary>What may stand behind the number of a diagnostic.</summary>
public class ProjectSettingsTests
{
    [Fact]
    public void Each_word_changes_its_setting()
    {
        Assert.Equal(ProjectSettings.Default, ProjectSettings.Of([]));
        Assert.Equal(ProjectSettings.Default with { Language = LanguageVersion.CSharp11 }, ProjectSettings.Of(["LangVersion=11"]));
        Assert.Equal(ProjectSettings.Default with { IsOptimized = false, HasResources = false }, ProjectSettings.Of(["Optimize=false", "resources=none"]));
    }

    [Theory]
    [InlineData("LangVersion=x")]
    [InlineData("Optimise=false")]
    [InlineData("resources")]
    public void Other_words_are_refused(string word) => Assert.Throws<InvalidDataException>(() => ProjectSettings.Of([word]));

    [Theory]
    [InlineData(true, OptimizationLevel.Release)]
    [InlineData(false, OptimizationLevel.Debug)]
    public void A_project_is_compiled_as_it_says(bool isOptimized, OptimizationLevel level)
    {
        ProjectSettings settings = ProjectSettings.Default with { IsOptimized = isOptimized, Language = LanguageVersion.CSharp12 };
        CSharpCompilation compilation = ProjectOfPage.Compile("class Empty;", Path.GetDirectoryName(typeof(ProjectSettingsTests).Assembly.Location)!, settings).Compilation;
        Assert.Equal((level, LanguageVersion.CSharp12), (compilation.Options.OptimizationLevel, compilation.LanguageVersion));
    }
}
