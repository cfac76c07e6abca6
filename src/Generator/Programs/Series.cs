using GenNet.Generator.Expressions;

namespace GenNet.Generator.Programs;

/// <summary>A span of a function.</summary>
/// <param name="name">Its name in C#.</param>
/// <param name="type">The type of its numbers: float or double.</param>
/// <param name="isActive">Whether it depends on what is differentiated.</param>
/// <param name="isWritten">Whether the function writes it. One that is only read never changes, so its numbers are variables of expressions: x[i].</param>
internal sealed class Series(string name, string type, bool isActive, bool isWritten)
{
    public string Name => name;

    public string Type => type;

    public bool IsActive => isActive;

    public bool IsWritten => isWritten;

    /// <summary>A number of it, as C# writes it.</summary>
    public string At(Expr index) => $"{name}[{((Opaque)index).Text}]";
}

/// <summary>A number of a span that is only read, which is a variable of expressions.</summary>
/// <param name="Series">The span.</param>
/// <param name="Index">Its place.</param>
internal sealed record Element(Series Series, Opaque Index);
