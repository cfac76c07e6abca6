namespace GenNet.Generator.Model;

/// <summary>The parameters that a network carries in its assembly.</summary>
/// <param name="FileName">The file that they come from, without its folder.</param>
/// <param name="Words">The tensors in the order of the layout, each dense, in the precision of the network: as 64-bit words, lower
/// bits first; that literal compiles fastest.</param>
internal sealed record EmbeddedWeights(string FileName, EquatableArray<ulong> Words);
