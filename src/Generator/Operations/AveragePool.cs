using System.Collections.Immutable;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;

namespace GenNet.Generator.Operations;

/// <summary>a = the mean of each window of x.</summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">a.</param>
/// <param name="source">x.</param>
/// <param name="windows">The windows.</param>
internal sealed class AveragePool(int layer, Value result, Value source, PoolWindows windows) : Operation(layer)
{
    public Value Source => source;

    public PoolWindows Windows => windows;

    public override ImmutableArray<Value> Reads => [source];

    public override Value Result => result;

    public override string Formula => $"{result.Name} = mean over the windows of {source.Name} {result.Extent}";

    public override string Comment => $"{result.Name} = the mean of each window of {source.Name}: {windows}";

    public override void Differentiate(IAdjoints adjoints)
    {
        if (adjoints.Wants(source))
            adjoints.Add(source, new AveragePoolAdjoint(Layer, adjoints.Flow(source, this), adjoints.GradientOf(this), windows));
    }
}
