using GenNet.Generator.Graphs;

namespace GenNet.Generator.Planning;

/// <summary>Where a value stands in its buffer.</summary>
/// <param name="Value">The value.</param>
/// <param name="Offset">Where it starts.</param>
/// <param name="Columns">The numbers of a row, with the padding between pieces but not behind the last.</param>
/// <param name="Stride">The distance between rows.</param>
/// <param name="Over">The value in whose memory it stands, which nobody reads any more; null where the memory is its own.</param>
internal sealed record Place(Value Value, int Offset, int Columns, int Stride, Value? Over = null);
