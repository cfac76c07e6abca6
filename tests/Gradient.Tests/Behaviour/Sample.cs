using System.Linq;
using System.Numerics;

namespace GenNet.Gradient.Tests.Behaviour;

/// <summary>Random rows for a network.</summary>
internal static class Sample
{
    public static (T[] Inputs, T[] Targets) Rows<TNet, T>(int rows, ulong seed = 1)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new RandomStream(seed);
        T[] inputs = Enumerable.Range(0, rows * TNet.InputSize).Select(_ => T.CreateTruncating(random.NextGaussian())).ToArray();
        var targets = new T[rows * TNet.OutputSize];
        for (int row = 0; row < rows; row++)
            targets[row * TNet.OutputSize + random.NextInt(TNet.OutputSize)] = T.One;
        return (inputs, targets);
    }
}
