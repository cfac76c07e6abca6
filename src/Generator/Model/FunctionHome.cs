using System.Collections.Generic;

namespace GenNet.Generator.Model;

/// <summary>Where a method stands.</summary>
/// <param name="Namespace">The namespace, or empty for the global one.</param>
/// <param name="Types">The types that it stands in, from the outside in, as declarations: <c>partial class Outer</c>.</param>
/// <param name="FullName">Namespace, types and name, without any @, joined by dots.</param>
internal sealed record FunctionHome(string Namespace, EquatableArray<string> Types, string FullName)
{
    /// <summary>What the method stands in, from the outside in: the headers of the blocks around it.</summary>
    public IEnumerable<string> Headers()
    {
        if (Namespace.Length > 0)
            yield return $"namespace {Namespace}";
        foreach (string type in Types)
            yield return type;
    }
}
