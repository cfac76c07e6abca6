namespace GenNet.Generator.Model;

/// <summary>The parameters that a network carries in its assembly.</summary>
/// <param name="FileName">The file that they come from, without its folder.</param>
/// <param name="Resource">The name of the resource that the file is; empty where the declaration has an error.</param>
internal sealed record EmbeddedWeights(string FileName, string Resource);
