using GenNet.Generator.Emission.Text;
using GenNet.Generator.Planning;

namespace GenNet.Generator.Emission.Layers;

/// <summary>What a loop is written with.</summary>
/// <param name="Code">Where it goes.</param>
/// <param name="Words">The number type and its vector.</param>
/// <param name="Format">How rows stand in memory.</param>
internal sealed record LoopWriter(CodeWriter Code, Vocabulary Words, RowFormat Format);
