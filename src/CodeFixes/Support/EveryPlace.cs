using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GenNet.CodeFixes.Support;

/// <summary>Mends a mistake wherever it stands in a file, a project or a solution: what two places change alike is changed once.</summary>
internal sealed class EveryPlace : FixAllProvider
{
    public static EveryPlace Instance { get; } = new();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        ImmutableArray<Fix> fixes = await FixesAsync(fixAllContext).ConfigureAwait(false);
        return fixes.IsEmpty ? null : CodeAction.Create(
            $"Fix all {string.Join(", ", fixAllContext.DiagnosticIds.OrderBy(id => id))}",
            cancellation => Edits.ApplyAsync(fixAllContext.Solution, Edits.Merge(fixes), cancellation), fixAllContext.CodeActionEquivalenceKey);
    }

    private static async Task<ImmutableArray<Fix>> FixesAsync(FixAllContext context)
    {
        var fixes = ImmutableArray.CreateBuilder<Fix>();
        foreach (Diagnostic diagnostic in await DiagnosticsAsync(context).ConfigureAwait(false))
        {
            if (context.Solution.GetDocument(diagnostic.Location.SourceTree) is not { } document)
                continue;
            IReadOnlyList<Fix> found = await ((DeclarationFixProvider)context.CodeFixProvider).FindAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false);
            fixes.AddRange(found.Where(fix => fix.Key == context.CodeActionEquivalenceKey));
        }

        return fixes.ToImmutable();
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        if (context is { Scope: FixAllScope.Document, Document: { } document })
            return await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
        IEnumerable<Project> projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects.Where(project => project.Language == context.Project.Language) : [context.Project];
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (Project project in projects)
            diagnostics.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
        return diagnostics.ToImmutable();
    }
}
