using System.Collections.Generic;

namespace GenNet.Generator.Model;

/// <summary>Where the user's class stands, and how each type around it is declared. All names are as C# writes them, with their @.</summary>
/// <param name="Namespace">The namespace, or empty for the global one.</param>
/// <param name="Containers">The containing types from the outside in, as declarations: <c>partial class Outer</c>.</param>
/// <param name="Name">The class itself.</param>
/// <param name="IsSealed">Whether it is sealed.</param>
/// <param name="HasSummary">Whether the user documented the class.</param>
/// <param name="FullName">Namespace, containers and name, without any @, joined by dots. Where the user's names collide two classes can have one.</param>
/// <param name="Inherited">The members of base classes that have names of the surface.</param>
internal sealed record TypeHierarchy(
    string Namespace, EquatableArray<string> Containers, string Name, bool IsSealed, bool HasSummary, string FullName, EquatableArray<InheritedMember> Inherited)
{
    /// <summary>What the class stands in, from the outside in: the headers of the blocks around it.</summary>
    public IEnumerable<string> Headers()
    {
        if (Namespace.Length > 0)
            yield return $"namespace {Namespace}";
        foreach (string container in Containers)
            yield return container;
    }
}
