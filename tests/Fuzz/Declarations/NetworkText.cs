using System.Collections.Immutable;
using System.Linq;

namespace GenNet.Fuzz.Declarations;

/// <summary>One declaration of a network.</summary>
/// <param name="Open">What stands around it: the openings of namespaces and containers.</param>
/// <param name="Network">The attribute of the network.</param>
/// <param name="Layers">The attributes of the layers.</param>
/// <param name="Head">Modifiers, keyword, name and bases.</param>
/// <param name="Members">Members of the user's.</param>
internal sealed record NetworkText(ImmutableArray<string> Open, string Network, ImmutableArray<string> Layers, string Head, ImmutableArray<string> Members)
{
    public override string ToString() =>
        string.Concat(Open.Select(open => open + " {\n")) + Network + "\n" + string.Concat(Layers.Select(layer => layer + "\n"))
        + Head + (Members.Length == 0 ? ";\n" : " {\n" + string.Concat(Members.Select(member => "    " + member + "\n")) + "}\n")
        + string.Concat(Open.Select(_ => "}\n"));

    /// <summary>The same with less, one thing at a time.</summary>
    public System.Collections.Generic.IEnumerable<NetworkText> Smaller()
    {
        foreach (string open in Open)
            yield return this with { Open = Open.Remove(open) };
        foreach (string layer in Layers)
            yield return this with { Layers = Layers.Remove(layer) };
        foreach (string member in Members)
            yield return this with { Members = Members.Remove(member) };
        if (Network != "[Network]")
            yield return this with { Network = "[Network]" };
    }
}
