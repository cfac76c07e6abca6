using GenNet.Generator.Expressions;

namespace GenNet.Generator.Programs;

/// <summary>A local of a function as it is written out: a parameter, a node of the graph, a version of a variable of the user's. Names are unique in a program.</summary>
/// <param name="name">Its name in C#.</param>
/// <param name="type">Its type in C#: float, double, int, bool.</param>
/// <param name="isActive">Whether it depends on what is differentiated.</param>
/// <param name="role">What it is for.</param>
internal sealed class Number(string name, string type, bool isActive, NumberRole role = NumberRole.Node)
{
    public string Name => name;

    public string Type => type;

    public bool IsActive => isActive;

    public NumberRole Role => role;

    public Variable Variable { get; } = new(name);

    public override string ToString() => $"{type} {name}";
}

/// <summary>What a number is for.</summary>
internal enum NumberRole
{
    /// <summary>Computed once where it is declared.</summary>
    Node,

    /// <summary>The caller's.</summary>
    Parameter,

    /// <summary>Declared before a branch and assigned once on each side of it.</summary>
    Merge,

    /// <summary>Declared before a loop, read and assigned in each iteration.</summary>
    Carry,

    /// <summary>Counts the iterations of a loop.</summary>
    Index,
}
