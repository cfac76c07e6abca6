using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using GenNet.Generator.Diagnostics;
using GenNet.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Tests;

/// <summary>Each diagnostic links to its page in the repository that the build knows, or to nothing.</summary>
public class HelpLinkTests
{
    [Theory]
    [InlineData("https://host.example/owner/name", "https://host.example/owner/name/blob/main/docs/diagnostics/GENNET001.md")]
    [InlineData("https://host.example/owner/name.git", "https://host.example/owner/name/blob/main/docs/diagnostics/GENNET001.md")]
    [InlineData("https://host.example/owner/name/", "https://host.example/owner/name/blob/main/docs/diagnostics/GENNET001.md")]
    [InlineData("http://host.example:8080/name.git", "http://host.example:8080/name/blob/main/docs/diagnostics/GENNET001.md")]
    [InlineData("https://user:secret@host.example/owner/name", "https://host.example/owner/name/blob/main/docs/diagnostics/GENNET001.md")]
    [InlineData("ssh://git@host.example/owner/name.git", "")]
    [InlineData("git@host.example:owner/name.git", "")]
    [InlineData("file:///home/name", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void The_page_stands_in_the_repository(string? repository, string page) => Assert.Equal(page, HelpLink.Of(repository, "GENNET001"));

    [Fact]
    public void Every_descriptor_has_the_link_of_the_build()
    {
        string? repository = typeof(HelpLink).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "RepositoryUrl").Value;
        DiagnosticDescriptor[] descriptors = [.. typeof(Descriptors).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>()];
        Assert.NotEmpty(descriptors);
        Assert.All(descriptors, descriptor => Assert.Equal(HelpLink.Of(repository, descriptor.Id), descriptor.HelpLinkUri));
    }

    [Fact]
    public void What_is_wrong_within_a_block_has_it_too()
    {
        var descriptor = new DiagnosticDescriptor("GENNET001", "", "Wrong", "GenNet", DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: "https://host.example/page");
        var diagnostics = new List<Diagnostic>();
        new LayerReports(diagnostics, null!, default).Report(null!, new LayerPlace(Location.None, "In the block: ", Block: null, Copy: "", First: 0), descriptor);
        Diagnostic reported = Assert.Single(diagnostics);
        Assert.Equal("In the block: Wrong", reported.GetMessage(null));
        Assert.Equal(descriptor.HelpLinkUri, reported.Descriptor.HelpLinkUri);
    }
}
