using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace GenNet.Generator.Tests.Functions;

/// <summary>What a parameter of a random function is.</summary>
internal enum ParameterKind
{
    Scalar,
    Span,

    /// <summary>A span that the function writes.</summary>
    Written,
    Int,
    Long,
    Bool,
}

/// <summary>A parameter of a random function.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsConstant">Whether it is marked [Constant].</param>
internal sealed record RandomParameter(string Name, ParameterKind Kind, bool IsConstant = false)
{
    /// <summary>Whether it has a gradient.</summary>
    public bool IsDifferentiated => !IsConstant && Kind is ParameterKind.Scalar or ParameterKind.Span;

    public bool IsSpan => Kind is ParameterKind.Span or ParameterKind.Written;

    /// <summary>Whether it is an integer, as which a point has truth values too.</summary>
    public bool IsWhole => Kind is ParameterKind.Int or ParameterKind.Long or ParameterKind.Bool;

    public string Declaration => (IsConstant ? "[Constant] " : "") + Kind switch
    {
        ParameterKind.Scalar => "$T",
        ParameterKind.Span => "ReadOnlySpan<$T>",
        ParameterKind.Written => "Span<$T>",
        ParameterKind.Int => "int",
        ParameterKind.Long => "long",
        _ => "bool",
    } + " " + Name;
}

/// <summary>A random function.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Body">What it does. With a written span it returns nothing, else a number.</param>
internal sealed record RandomFunction(string Name, ImmutableArray<RandomParameter> Parameters, Fragment Body)
{
    public bool IsVoid => Parameters.Any(parameter => parameter.Kind == ParameterKind.Written);

    public bool HasLoop => Body.All.Any(fragment => fragment.Text.StartsWith("for ", StringComparison.Ordinal));

    /// <summary>C#, with $T for its type.</summary>
    public override string ToString() =>
        $"[Differentiable]\npublic static {(IsVoid ? "void" : "$T")} {Name}({string.Join(", ", Parameters.Select(parameter => parameter.Declaration))})\n{Body}\n";

    /// <summary>Each with a little less. Some are no C# any more.</summary>
    public IEnumerable<RandomFunction> Smaller()
    {
        foreach (RandomParameter parameter in Parameters)
        {
            if (parameter.Kind != ParameterKind.Written)
                yield return this with { Parameters = Parameters.Remove(parameter) };
            if (parameter.IsConstant)
                yield return this with { Parameters = Parameters.Replace(parameter, parameter with { IsConstant = false }) };
        }

        foreach (Fragment body in Body.Smaller())
            yield return this with { Body = body };
    }
}

/// <summary>Random functions of one class; each may call those before it.</summary>
/// <param name="Type">float or double, in all of them.</param>
/// <param name="Functions">The functions.</param>
/// <param name="Seed">Of the points at which they are compared.</param>
internal sealed record RandomProgram(string Type, ImmutableArray<RandomFunction> Functions, int Seed)
{
    /// <summary>The class.</summary>
    /// <param name="className">Its name.</param>
    /// <param name="type">float or double.</param>
    public string Source(string className, string type) => Typed($"public static partial class {className}\n{{\n{string.Concat(Functions)}}}\n", type);

    /// <summary>The text with a type for $T, and what goes with that.</summary>
    public static string Typed(string text, string type) => text
        .Replace("$T", type, StringComparison.Ordinal)
        .Replace("$Math", type == "float" ? "MathF" : "Math", StringComparison.Ordinal)
        .Replace("$L", type == "float" ? "f" : "", StringComparison.Ordinal);

    /// <summary>Each with a little less, those with much less first.</summary>
    public IEnumerable<RandomProgram> Smaller()
    {
        for (int i = 0; i < Functions.Length - 1; i++)
            yield return this with { Functions = Functions.RemoveAt(i) };
        if (Type == "float")
            yield return this with { Type = "double" };
        for (int i = Functions.Length - 1; i >= 0; i--)
        {
            foreach (RandomFunction smaller in Functions[i].Smaller())
                yield return this with { Functions = Functions.SetItem(i, smaller) };
        }
    }

    public override string ToString() => Source("Program", Type);
}
