using System;

namespace GenNet.Benchmarks.Networks;

/// <summary>Rows of inputs and targets that only a seed and the sizes decide.</summary>
/// <param name="Inputs">[rows x input size], uniform in [0, 1).</param>
/// <param name="Targets">[rows x output size]: one-hot, or 0 and 1 where there is one output; of tokens [rows x steps], the numbers of classes.</param>
internal sealed record SampleData(float[] Inputs, float[] Targets)
{
    private const int Seed = 2026;

    /// <summary>Draws rows; of the inputs, the given fraction is zero (MNIST has 0.81), as in images.</summary>
    public static SampleData Draw(int rows, int inputSize, int outputSize, double zeros = 0)
    {
        var values = new RandomStream(Seed, 0);
        var holes = new RandomStream(Seed, 1);
        var labels = new RandomStream(Seed, 2);
        var inputs = new float[rows * inputSize];
        foreach (ref float input in inputs.AsSpan())
        {
            float value = values.NextSingle();
            input = holes.NextDouble() < zeros ? 0 : value;
        }

        var targets = new float[rows * outputSize];
        for (int row = 0; row < rows; row++)
        {
            int label = labels.NextInt(Math.Max(2, outputSize));
            if (outputSize == 1)
                targets[row] = label;
            else
                targets[row * outputSize + label] = 1;
        }

        return new SampleData(inputs, targets);
    }

    /// <summary>Draws rows of tokens, and for each step of each row a token as its target.</summary>
    public static SampleData DrawTokens(int rows, int steps, int vocabulary)
    {
        return new SampleData(Tokens(stream: 0), Tokens(stream: 2));

        float[] Tokens(ulong stream)
        {
            var random = new RandomStream(Seed, stream);
            var tokens = new float[rows * steps];
            foreach (ref float token in tokens.AsSpan())
                token = random.NextInt(vocabulary);
            return tokens;
        }
    }
}
