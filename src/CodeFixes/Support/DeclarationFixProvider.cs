using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GenNet.CodeFixes.Support;

/// <summary>What the fixes have in common: each is a few changes of text, at one place or at all.</summary>
public abstract class DeclarationFixProvider : CodeFixProvider
{
    private protected DeclarationFixProvider(params string[] diagnostics) => FixableDiagnosticIds = [.. diagnostics];

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => EveryPlace.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (Fix fix in await FindAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                Solution solution = context.Document.Project.Solution;
                context.RegisterCodeFix(CodeAction.Create(fix.Title, cancellation => Edits.ApplyAsync(solution, fix.Edits, cancellation), fix.Key), diagnostic);
            }
        }
    }

    /// <summary>The ways to mend a mistake.</summary>
    internal async Task<IReadOnlyList<Fix>> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return root is null || model is null ? [] : Find(new FixContext(diagnostic, root, model, cancellation)).ToArray();
    }

    private protected abstract IEnumerable<Fix> Find(FixContext context);
}
