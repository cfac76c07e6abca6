using System;
using System.Linq;
using System.Reflection;
using GenNet.CodeFixes;
using GenNet.CodeFixes.Support;
using GenNet.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GenNet.Generator.Tests.CodeFixes;

/// <summary>What an editor and a command line make of the two assemblies.</summary>
public class ProviderTests
{
    private static readonly Type[] Providers = [.. typeof(PartialFixProvider).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DeclarationFixProvider)))];

    [Fact]
    public void An_editor_finds_them() => Assert.All(Providers, provider =>
    {
        ExportCodeFixProviderAttribute export = Assert.Single(provider.GetCustomAttributes<ExportCodeFixProviderAttribute>());
        Assert.Equal((provider.Name, LanguageNames.CSharp), (export.Name, Assert.Single(export.Languages)));
    });

    [Fact]
    public void Each_diagnostic_that_can_be_mended_has_one() => Assert.Equal(
        typeof(DiagnosticIds).GetFields().Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal),
        Providers.SelectMany(provider => ((CodeFixProvider)Activator.CreateInstance(provider)!).FixableDiagnosticIds).Order(StringComparer.Ordinal));

    /// <summary>The command line has no workspaces: it must find nothing to load in the one assembly, and all that it needs for the other.</summary>
    [Fact]
    public void A_command_line_needs_no_workspaces()
    {
        Assert.DoesNotContain(
            typeof(PartialFixProvider).Assembly.GetTypes(),
            type => type.GetCustomAttributes<GeneratorAttribute>().Any() || type.GetCustomAttributes<DiagnosticAnalyzerAttribute>().Any());
        Assert.DoesNotContain(typeof(NetworkGenerator).Assembly.GetReferencedAssemblies(), assembly => assembly.Name!.Contains("Workspaces", StringComparison.Ordinal));
    }
}
