using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;

namespace GenNet.Fuzz.Declarations;

/// <summary>A source and what is done to it, edit by edit; every other edit may be taken back.</summary>
/// <param name="Start">The source.</param>
/// <param name="Edits">The edits; null is a return to the source before the last one.</param>
internal sealed record EditedSource(Source Start, ImmutableArray<Edit?> Edits)
{
    public IEnumerable<string> Texts()
    {
        string text = Start.ToString(), before = text;
        yield return text;
        foreach (Edit? edit in Edits)
        {
            (before, text) = edit is null ? (text, before) : (text, edit.Apply(text));
            yield return text;
        }
    }

    public IEnumerable<EditedSource> Smaller()
    {
        for (int i = 0; i < Edits.Length; i++)
            yield return this with { Edits = Edits.RemoveAt(i) };
        foreach (Source smaller in Start.Smaller())
            yield return this with { Start = smaller };
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach ((int i, string source) in Texts().Index())
            text.Append("\n--- ").Append(i).Append('\n').Append(source);
        return text.ToString();
    }
}
