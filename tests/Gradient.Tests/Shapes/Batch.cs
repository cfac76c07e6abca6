using System.Linq;
using System.Numerics;

namespace GenNet.Gradient.Tests.Shapes;

/// <summary>Random rows; the targets are one-hot, which every loss takes.</summary>
internal static class Batch
{
    public static (T[] Inputs, T[] Targets) Of<TNet, T>(int rows)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new RandomStream(17, (ulong)rows);
        T[] inputs = Enumerable.Range(0, rows * TNet.InputSize).Select(_ => T.CreateTruncating(random.NextGaussian())).ToArray();
        var targets = new T[rows * TNet.OutputSize];
        for (int row = 0; row < rows; row++)
            targets[row * TNet.OutputSize + random.NextInt(TNet.OutputSize)] = T.CreateTruncating(row % 2 == 0 || TNet.OutputSize > 1 ? 1 : 0);
        return (inputs, targets);
    }

    /// <summary>Weights and biases drawn, so that a bias that is left out shows.</summary>
    public static TNet Network<TNet, T>()
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TNet net = TNet.Create(5);
        var random = new RandomStream(19);
        foreach (TensorInfo bias in TNet.Layout.Tensors.Where(tensor => tensor.Role == TensorRole.Bias))
            TNet.Layout.Write<T>(net.Parameters, bias.Name, Enumerable.Range(0, bias.Count).Select(_ => T.CreateTruncating(0.3 * random.NextGaussian())).ToArray());
        return net;
    }
}
