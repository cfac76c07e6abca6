using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GenNet.CodeFixes.Support;

/// <summary>What is done with changes of several places.</summary>
internal static class Edits
{
    /// <summary>The solution with the changes.</summary>
    public static async Task<Solution> ApplyAsync(Solution solution, IEnumerable<Edit> edits, CancellationToken cancellation)
    {
        Solution changed = solution;
        foreach (IGrouping<SyntaxTree, Edit> file in edits.GroupBy(edit => edit.Tree))
        {
            if (solution.GetDocument(file.Key) is not { } document)
                continue;
            SourceText text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
            changed = changed.WithDocumentText(document.Id, text.WithChanges(file.Select(edit => edit.Change).OrderBy(change => change.Span.Start)));
        }

        return changed;
    }

    /// <summary>The changes of several fixes, each change once. A fix that cannot be made along with those before it is left out: it can be made afterwards.</summary>
    public static ImmutableArray<Edit> Merge(IEnumerable<Fix> fixes)
    {
        var merged = ImmutableArray.CreateBuilder<Edit>();
        foreach (Fix fix in fixes)
        {
            if (!fix.Edits.Any(edit => merged.Any(edit.IsAgainst)))
                merged.AddRange(fix.Edits.Where(edit => !merged.Contains(edit)).ToArray());
        }

        return merged.ToImmutable();
    }
}
