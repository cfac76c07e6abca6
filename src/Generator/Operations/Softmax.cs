using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>Each row of y is the softmax of a row of z, which serves as scratch: nobody may read it afterwards.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">y.</param>
/// <param name="source">z.</param>
internal sealed class Softmax(int layer, Value result, Value source) : Operation(layer)
{
    public Value Source => source;

    public override ImmutableArray<Value> Reads => [source];

    public override Value Result => result;

    public override string Formula => $"{result.Name} = softmax({source.Name}) {result.Extent}";

    public override string Comment => $"{result.Name} = exp({source.Name}) / sum of exp({source.Name}), less the largest of them in both: no exponential overflows";

    public override PaddingOf Padding => PaddingOf.Anything;

    public override bool MayOverwrite(Value read) => true;

    /// <summary>dz = y (dy - sum of dy y).</summary>
    public override void Differentiate(IAdjoints adjoints) =>
        adjoints.Add(source, new SoftmaxAdjoint(Layer, adjoints.Flow(source, this), result, adjoints.GradientOf(this)));
}
