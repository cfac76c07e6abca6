using System;
using System.Numerics;

namespace GenNet;

/// <summary>How good a network is, in numbers that people read.</summary>
public static class Metrics
{
    // Enough rows for the register tiles to run full, few enough for their outputs to stay in the cache.
    private const int BlockRows = 256;

    /// <summary>The fraction of rows that are classified correctly.</summary>
    /// <param name="network">Computes the outputs; with several outputs the largest one is the class (the first of equals),
    /// with a single output (a probability) it is class 1 from 0.5 on.</param>
    /// <param name="data">The rows; the class of a target row is found in the same way.</param>
    /// <returns>From 0 to 1. A row whose outputs contain NaN counts as wrong.</returns>
    /// <exception cref="ArgumentException">The rows of the data are not of the network's sizes.</exception>
    public static double Accuracy<TNet, T>(TNet network, Dataset<T> data)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        int inputSize = TNet.InputSize;
        int outputSize = TNet.OutputSize;
        if (data.InputSize != inputSize || data.TargetSize != outputSize)
            throw new ArgumentException($"{typeof(TNet).Name} takes rows of {inputSize} inputs and {outputSize} targets, the data set has {data.InputSize} and {data.TargetSize}.", nameof(data));

        var outputs = new T[Math.Min(BlockRows, data.Count) * outputSize];
        int correct = 0;
        for (int start = 0; start < data.Count; start += BlockRows)
        {
            int rows = Math.Min(BlockRows, data.Count - start);
            Span<T> block = outputs.AsSpan(0, rows * outputSize);
            network.Forward(data.Inputs.Slice(start * inputSize, rows * inputSize), block);
            correct += CountCorrect<T>(block, data.Targets.Slice(start * outputSize, rows * outputSize), outputSize);
        }

        return (double)correct / data.Count;
    }

    private static int CountCorrect<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int correct = 0;
        for (int i = 0; i < outputs.Length; i += size)
        {
            int predicted = OneHot.Decode(outputs.Slice(i, size));
            if (predicted >= 0 && predicted == OneHot.Decode(targets.Slice(i, size)))
                correct++;
        }

        return correct;
    }
}
