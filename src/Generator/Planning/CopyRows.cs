using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Planning;

/// <summary>A value to rows of the caller's, which have no padding.</summary>
internal sealed class CopyRows(int layer, Value result, Value source) : Operation(layer)
{
    public Value Source => source;

    public override ImmutableArray<Value> Reads => [source];

    public override Value Result => result;

    public override string Formula => "";

    public override string Comment => "The caller's rows have no padding.";
}
