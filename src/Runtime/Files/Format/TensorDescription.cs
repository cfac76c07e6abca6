using System.Collections.Immutable;

namespace GenNet;

/// <summary>A tensor without its numbers. A class, since a collection of structs has code of its own for each thing that is done with it: in a native program, 80 KB.</summary>
/// <param name="Name">Its name, such as <c>0.weight</c>.</param>
/// <param name="DataType">Its type as the format writes it, such as F32; in what a network needs, no type.</param>
/// <param name="Shape">Its dimensions, slowest first.</param>
internal sealed record TensorDescription(string Name, string DataType, ImmutableArray<int> Shape)
{
    /// <summary>The shape for messages: <c>[100, 784]</c>.</summary>
    public string Dimensions => $"[{string.Join(", ", Shape)}]";
}
