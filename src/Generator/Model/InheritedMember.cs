namespace GenNet.Generator.Model;

/// <summary>A member of a base class that has a name of the surface, so that the surface may hide it.</summary>
/// <param name="Signature">Its name, and for a method the types of its parameters: <c>Save(string)</c>.</param>
/// <param name="IsAbstract">Whether it must be overridden.</param>
internal sealed record InheritedMember(string Signature, bool IsAbstract);
