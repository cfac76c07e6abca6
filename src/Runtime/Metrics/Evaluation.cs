using System;
using System.Numerics;

namespace GenNet;

/// <summary>Takes the outputs of some rows, [n x OutputSize], and their targets, [n x TargetSize].</summary>
internal delegate void OutputBlock<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;

/// <summary>Computes the outputs of all rows, block by block, in memory for one block.</summary>
internal static class Evaluation
{
    // Enough rows for the register tiles to run full, few enough for their outputs to stay in the cache.
    private const int BlockRows = 256;

    /// <summary>All rows of a data set, in order.</summary>
    /// <exception cref="ArgumentException">The rows of the data are not of the network's sizes.</exception>
    public static void Run<TNet, T>(TNet network, Dataset<T> data, OutputBlock<T> block)
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        RowSizes.Require<TNet, T>(data.InputSize, data.TargetSize, "data set", nameof(data));
        int inputSize = TNet.InputSize, outputSize = TNet.OutputSize, targetSize = TNet.TargetSize;
        var outputs = new T[Math.Min(BlockRows, data.Count) * outputSize];
        for (int start = 0; start < data.Count; start += BlockRows)
        {
            int rows = Math.Min(BlockRows, data.Count - start);
            Span<T> computed = outputs.AsSpan(0, rows * outputSize);
            network.Forward(data.Inputs.Slice(start * inputSize, rows * inputSize), computed);
            Give<TNet, T>(block, data.Inputs.Slice(start * inputSize, rows * inputSize), computed, data.Targets.Slice(start * targetSize, rows * targetSize));
        }
    }

    /// <summary>All rows of a data stream, in order.</summary>
    /// <exception cref="ArgumentException">The rows of the data are not of the network's sizes, or there is none.</exception>
    public static void Run<TNet, T>(TNet network, DataStream<T> data, OutputBlock<T> block)
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        RowSizes.Require<TNet, T>(data.InputSize, data.TargetSize, "data stream", nameof(data));
        int inputSize = TNet.InputSize, outputSize = TNet.OutputSize, targetSize = TNet.TargetSize;
        var inputs = new T[BlockRows * inputSize];
        var targets = new T[BlockRows * targetSize];
        var outputs = new T[BlockRows * outputSize];
        bool any = false;
        using DataReader<T> reader = data.Open();
        for (int rows; (rows = reader.Fill(inputs, targets, inputSize, targetSize)) > 0; any = true)
        {
            Span<T> computed = outputs.AsSpan(0, rows * outputSize);
            network.Forward(inputs.AsSpan(0, rows * inputSize), computed);
            Give<TNet, T>(block, inputs.AsSpan(0, rows * inputSize), computed, targets.AsSpan(0, rows * targetSize));
        }

        if (!any)
            throw new ArgumentException("The data stream has no rows, expected at least one.", nameof(data));
    }

    /// <summary>Gives on what has been computed: of steps, those that each row has.</summary>
    private static void Give<TNet, T>(OutputBlock<T> block, ReadOnlySpan<T> inputs, Span<T> outputs, ReadOnlySpan<T> targets)
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int inputSize = TNet.InputSize, outputSize = TNet.StepOutputSize, steps = TNet.OutputSize / outputSize, targetSize = TNet.TargetSize / steps;
        if (!TNet.HasLengths || steps == 1)
        {
            block(outputs, targets);
            return;
        }

        for (int row = 0; row < inputs.Length / inputSize; row++)
        {
            int length = int.CreateTruncating(inputs[(row + 1) * inputSize - 1]);
            block(outputs.Slice(row * steps * outputSize, length * outputSize), targets.Slice(row * steps * targetSize, length * targetSize));
        }
    }
}
