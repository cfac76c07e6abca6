using System.Collections.Generic;
using GenNet.Generator.Model;

namespace GenNet.Generator.Parsing;

/// <summary>What is known of the layers before a layer. After a mistake shapes are guesses, and nothing is measured against a guess.</summary>
/// <param name="input">The shape that [Input] states, or null.</param>
/// <param name="hasInput">Whether there is an [Input], right or wrong.</param>
/// <param name="hasLengths">Whether rows say at their end how many steps they have.</param>
internal sealed class LayersBefore(Shape? input, bool hasInput, bool hasLengths = false)
{
    private readonly List<Shape?> _inputs = [];

    /// <summary>The shape of what comes, or null where it is not known.</summary>
    public Shape? Shape { get; private set; } = input;

    /// <summary>How many layers there are, a gap counted as one.</summary>
    public int Count => _inputs.Count;

    /// <summary>Whether there may be more of them or fewer.</summary>
    public bool HasGap { get; private set; }

    /// <summary>Whether rows say at their end how many steps they have.</summary>
    public bool HasLengths => hasLengths;

    /// <summary>Whether there is nothing that could say what comes.</summary>
    public bool IsNothing => Count == 0 && !hasInput;

    /// <summary>Whether it is [Input] that says what comes.</summary>
    public bool IsInput => Count == 0 && hasInput;

    /// <summary>The shape of what comes into one of the layers, or null where it is not known.</summary>
    public Shape? InputOf(int layer) => _inputs[layer];

    /// <summary>Adds a layer.</summary>
    /// <param name="into">The shape of what comes into it, or null where it is not known.</param>
    /// <param name="outOf">The shape of what comes out of it, or null where it is not known.</param>
    public void Add(Shape? into, Shape? outOf)
    {
        _inputs.Add(into);
        Shape = outOf;
    }

    /// <summary>Adds layers that nothing is known of.</summary>
    public void AddGap()
    {
        Add(null, null);
        HasGap = true;
    }
}
