using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace GenNet.Generator.Tests.Functions;

/// <summary>What a fragment of C# is; another of its kind can stand in its place.</summary>
internal enum FragmentKind
{
    /// <summary>An expression of the function's type.</summary>
    Scalar,

    /// <summary>An expression of integers.</summary>
    Whole,

    /// <summary>An expression that is true or false.</summary>
    Condition,

    Statement,

    /// <summary>Statements in braces.</summary>
    Block,
}

/// <summary>
/// A piece of a random function. It need not be understood, for C# itself runs it: a text with places for its parts is enough to print it and to make it smaller.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">C# with {0}, {1}, ... for the parts, $T for float or double, $Math for the class of its functions and $L for the suffix of its literals.</param>
/// <param name="Parts">The parts. A block has only statements, one after the other, and no text.</param>
internal sealed record Fragment(FragmentKind Kind, string Text, params ImmutableArray<Fragment> Parts)
{
    public static readonly Fragment One = Literal(1);

    /// <summary>A number as the function's type.</summary>
    public static Fragment Literal(double value) => new(FragmentKind.Scalar, value.ToString("0.0##", CultureInfo.InvariantCulture) + "$L");

    public static Fragment Block(params ImmutableArray<Fragment> statements) => new(FragmentKind.Block, "", statements);

    /// <summary>The fragments in it, itself first.</summary>
    public IEnumerable<Fragment> All => Parts.SelectMany(part => part.All).Prepend(this);

    /// <summary>C#.</summary>
    public override string ToString()
    {
        if (Kind == FragmentKind.Block)
            return $"{{\n{string.Concat(Parts.Select(part => part + "\n"))}}}";
        string text = Text;
        for (int i = 0; i < Parts.Length; i++)
            text = text.Replace($"{{{i}}}", Parts[i].ToString(), StringComparison.Ordinal);
        return text;
    }

    /// <summary>Each with a little less, those with much less first. Some are no C# any more.</summary>
    public IEnumerable<Fragment> Smaller() => Shorter().Concat(Parts.SelectMany((part, i) => part.Smaller().Select(smaller => this with { Parts = Parts.SetItem(i, smaller) })));

    private IEnumerable<Fragment> Shorter()
    {
        foreach (Fragment part in Parts.Where(part => part.Kind == Kind && Kind != FragmentKind.Block))
            yield return part;
        if (Kind == FragmentKind.Scalar && Parts.Length > 0)
            yield return One;
        if (Kind == FragmentKind.Whole && (Parts.Length > 0 || Text.Any(char.IsAsciiLetter)))
            yield return this with { Text = "1", Parts = [] };
        if (Kind == FragmentKind.Condition && Parts.Length > 0)
            yield return this with { Text = "true", Parts = [] };
        if (Kind != FragmentKind.Block)
            yield break;
        for (int i = 0; i < Parts.Length; i++)
        {
            yield return this with { Parts = Parts.RemoveAt(i) };
            foreach (Fragment inner in Parts[i].Parts.Where(part => part.Kind == FragmentKind.Block))
                yield return this with { Parts = Parts.RemoveAt(i).InsertRange(i, inner.Parts) };
        }
    }
}
