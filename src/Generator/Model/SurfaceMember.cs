using System.Collections.Immutable;

namespace GenNet.Generator.Model;

/// <summary>What a member of a network's class is.</summary>
internal enum SurfaceKind
{
    /// <summary>A constant of type int.</summary>
    Constant,

    /// <summary>A property that can be read.</summary>
    Property,

    /// <summary>A method.</summary>
    Method,

    /// <summary>A constructor.</summary>
    Constructor,

    /// <summary>A private member that the others need; only in networks without mistakes.</summary>
    Hidden,

    /// <summary>A property of an interface, implemented for it alone.</summary>
    InterfaceProperty,

    /// <summary>A method of an interface, implemented for it alone.</summary>
    InterfaceMethod,
}

/// <summary>A member that the generator writes into the class of a network. Types are written in full, as the compiler displays them.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Modifiers">What stands before its type, each with a space.</param>
/// <param name="Type">Its type.</param>
/// <param name="Parameters">The types and names of its parameters, where it has any; a default value belongs to the name.</param>
/// <param name="Interface">The interface that it implements, or null.</param>
internal sealed record SurfaceMember(
    SurfaceKind Kind, string Name, string Modifiers, string Type, ImmutableArray<(string Type, string Name)> Parameters, string? Interface)
{
    /// <summary>Whether there can be others of its name, with other parameters.</summary>
    public bool IsOverloaded => Kind is SurfaceKind.Method or SurfaceKind.Constructor;

    /// <summary>Whether it is implemented for an interface alone, so that its name is free.</summary>
    public bool IsExplicit => Kind is SurfaceKind.InterfaceProperty or SurfaceKind.InterfaceMethod;
}
