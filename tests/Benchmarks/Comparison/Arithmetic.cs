using System.Linq;

namespace GenNet.Benchmarks.Comparison;

/// <summary>What a sample costs.</summary>
/// <param name="MultiplyAdds">Of a forward pass.</param>
/// <param name="OfFirstLayer">Those of the first layer, whose input gradient nobody needs.</param>
/// <param name="Parameters">The numbers that an iteration cannot help reading.</param>
internal sealed record Arithmetic(long MultiplyAdds, long OfFirstLayer, long Parameters)
{
    /// <summary>Of dense layers, their biases left out.</summary>
    public static Arithmetic OfDense(int[] sizes)
    {
        long weights = sizes.Zip(sizes.Skip(1), (inputs, outputs) => (long)inputs * outputs).Sum();
        return new Arithmetic(weights, (long)sizes[0] * sizes[1], weights);
    }
}
