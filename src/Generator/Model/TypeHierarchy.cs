namespace GenNet.Generator.Model;

/// <summary>Where the user's class stands, and how each type around it is declared.</summary>
/// <param name="Namespace">The namespace, or empty for the global one.</param>
/// <param name="Containers">The containing types from the outside in, as declarations: <c>partial class Outer</c>.</param>
/// <param name="Name">The class itself, as C# writes it (<c>@class</c> keeps its sign).</param>
/// <param name="IsSealed">Whether it is sealed.</param>
/// <param name="HasSummary">Whether the user documented the class.</param>
/// <param name="FullName">Namespace, containers and name, joined by dots: unique in the compilation.</param>
/// <param name="Inherited">The members of base classes that have names of the surface.</param>
internal sealed record TypeHierarchy(
    string Namespace, EquatableArray<string> Containers, string Name, bool IsSealed, bool HasSummary, string FullName, EquatableArray<InheritedMember> Inherited);
