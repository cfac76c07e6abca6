using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Planning;

/// <summary>
/// Zeros behind the columns of a value. What parameters have in their padding is the user's, so it may be anything; it must count in no gradient.
/// </summary>
internal sealed class ClearPadding(int layer, Value value) : Operation(layer)
{
    public override ImmutableArray<Value> Reads => [value];

    public override Value Result => value;

    public override string Formula => "";

    public override string Comment => $"Behind its {(value.Columns == 1 ? "one column" : $"{value.Columns} columns")} {value.Name} is zero, whatever the parameters have in their padding.";
}
