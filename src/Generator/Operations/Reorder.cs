using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>
/// Sequences in the other order. The steps of a sample follow one another; recurrent layers want the first steps of all samples, then the second steps, and so on, so that
/// what they compute at a time is one matrix.
/// </summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">The sequences in the one order, [steps, features].</param>
/// <param name="source">In the other order; where they are states, the one before the first step is left out.</param>
/// <param name="byStep">Whether the result is in the order of steps.</param>
internal sealed class Reorder(int layer, Value result, Value source, bool byStep) : Operation(layer)
{
    public Value Source => source;

    public bool ByStep => byStep;

    /// <summary>The steps.</summary>
    public int Length => result.Steps;

    /// <summary>Whether the source has a state before the first step.</summary>
    public bool IsOfStates => source.Steps == result.Steps + 1;

    public override ImmutableArray<Value> Reads => [source];

    public override Value Result => result;

    public override int Steps => 1;

    public override string Formula => $"{result.Name} = {source.Name}, {(byStep ? "step by step" : "sample by sample")} {result.Extent}";

    public override PaddingOf Padding => PaddingOf.Anything;

    public override void Differentiate(IAdjoints adjoints)
    {
        if (adjoints.Wants(source))
            adjoints.Add(source, new Reorder(Layer, adjoints.Flow(source, this, result.Shape), adjoints.GradientOf(this), !byStep));
    }
}
