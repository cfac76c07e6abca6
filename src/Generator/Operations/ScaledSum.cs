using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>What products have in common: s times a sum, and b, where there are s and b.</summary>
internal static class ScaledSum
{
    /// <summary>What is read, in the order of the formula.</summary>
    public static ImmutableArray<Value> Reads(Value source, Value weight, Value? scale, Value? bias) =>
        new[] { source, weight, scale, bias }.OfType<Value>().ToImmutableArray();

    /// <summary>What stands before the sum: <c>b[f] + s[f] * </c>.</summary>
    public static string Start(string index, Value? scale, Value? bias) =>
        (bias is null ? "" : $"{bias.Name}[{index}] + ") + (scale is null ? "" : $"{scale.Name}[{index}] * ");
}
