using System.Linq;

namespace GenNet.Benchmarks;

/// <summary>Random rows for a network.</summary>
internal static class Rows
{
    /// <summary>Inputs in [0, 1), and a class for each row; one output gets 0 or 1.</summary>
    public static (float[] Inputs, float[] Targets) Random<TNet>(int rows)
        where TNet : class, INetwork<TNet, float>
    {
        var random = new RandomStream(1);
        float[] inputs = Enumerable.Range(0, rows * TNet.InputSize).Select(_ => random.NextSingle()).ToArray();
        var targets = new float[rows * TNet.OutputSize];
        for (int row = 0; row < rows; row++)
        {
            if (TNet.OutputSize == 1)
                targets[row] = random.NextInt(2);
            else
                targets[row * TNet.OutputSize + random.NextInt(TNet.OutputSize)] = 1;
        }

        return (inputs, targets);
    }
}
