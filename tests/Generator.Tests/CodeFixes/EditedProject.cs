using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using GenNet.Generator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GenNet.Generator.Tests.CodeFixes;

/// <summary>A user's project as an editor has it open: with the diagnostics of the generator and the analyzer, and the fixes of a provider.</summary>
internal sealed class EditedProject
{
    private readonly CodeFixProvider _provider;
    private readonly Project _project;

    /// <summary>A project.</summary>
    /// <param name="provider">The fixes.</param>
    /// <param name="source">Its files, with <see cref="GeneratorRun.NextFile"/> between them.</param>
    public EditedProject(CodeFixProvider provider, string source)
    {
        CSharpCompilation compilation = Compiled.Before("");
        Project project = new AdhocWorkspace().CurrentSolution
            .AddProject("Project", "Project", LanguageNames.CSharp)
            .WithCompilationOptions(compilation.Options).WithParseOptions(compilation.SyntaxTrees[0].Options).WithMetadataReferences(compilation.References);
        foreach ((int i, string file) in source.Split(GeneratorRun.NextFile).Index())
            project = project.AddDocument($"User{i}.cs", file).Project;
        (_provider, _project) = (provider, project);
    }

    private EditedProject(CodeFixProvider provider, Project project) => (_provider, _project) = (provider, project);

    /// <summary>Its files, with <see cref="GeneratorRun.NextFile"/> between them.</summary>
    public string Source => string.Join(GeneratorRun.NextFile, _project.Documents.OrderBy(document => document.Name, StringComparer.Ordinal).Select(document => Wait(document.GetTextAsync()).ToString()));

    /// <summary>All that is reported.</summary>
    public ImmutableArray<Diagnostic> Reported
    {
        get
        {
            (ImmutableArray<Diagnostic> reported, Compilation after) = Generated;
            return [.. reported, .. Wait(after.WithAnalyzers([new LayersWithoutNetworkAnalyzer()]).GetAnalyzerDiagnosticsAsync())];
        }
    }

    /// <summary>The errors of the compiler, the generator's files among the sources.</summary>
    public ImmutableArray<Diagnostic> Errors => [.. Generated.After.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    /// <summary>What the provider mends.</summary>
    public ImmutableArray<Diagnostic> Fixable => [.. Reported.Where(diagnostic => _provider.FixableDiagnosticIds.Contains(diagnostic.Id))];

    private (ImmutableArray<Diagnostic> Reported, Compilation After) Generated
    {
        get
        {
            GeneratorDriver driver = Compiled.Driver().RunGeneratorsAndUpdateCompilation(Wait(_project.GetCompilationAsync())!, out Compilation after, out _);
            GeneratorRunResult result = driver.GetRunResult().Results.Single();
            Assert.Null(result.Exception);
            return (result.Diagnostics, after);
        }
    }

    /// <summary>The titles of what is offered at the first of the mistakes.</summary>
    public string[] Titles => [.. Actions(Fixable.First()).Select(action => action.Title)];

    /// <summary>The project after the action of a title at the first of the mistakes.</summary>
    public EditedProject Apply(string title)
    {
        CodeAction[] actions = [.. Actions(Fixable.First())];
        CodeAction? action = actions.SingleOrDefault(action => action.Title == title);
        Assert.True(action is not null, $"There is no '{title}', but {string.Join(", ", actions.Select(one => $"'{one.Title}'"))}.");
        return After(action);
    }

    /// <summary>The project after the action of a title at all places, in its first file or in all.</summary>
    public EditedProject ApplyAtAll(string title, FixAllScope scope)
    {
        Diagnostic first = Fixable.First();
        string key = Actions(first).Single(action => action.Title == title).EquivalenceKey!;
        Document document = _project.GetDocument(first.Location.SourceTree)!;
        var context = new FixAllContext(document, _provider, scope, key, _provider.FixableDiagnosticIds, new Known(Fixable), CancellationToken.None);
        return After(Wait(_provider.GetFixAllProvider()!.GetFixAsync(context)!)!);
    }

    private List<CodeAction> Actions(Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        Document document = _project.GetDocument(diagnostic.Location.SourceTree)!;
        Wait(_provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None)));
        return actions;
    }

    private EditedProject After(CodeAction action) =>
        new(_provider, Wait(action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(_project.Id)!);

    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static void Wait(Task task) => task.GetAwaiter().GetResult();

    /// <summary>What an editor would hand over.</summary>
    private sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            SyntaxTree? tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return diagnostics.Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
