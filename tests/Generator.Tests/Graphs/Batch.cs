using System;
using System.Collections.Generic;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>What the caller gives a network: samples, targets and gradients of the outputs, at random.</summary>
internal sealed class Batch
{
    public Batch(NetworkModel model, int rows, int seed = 1)
    {
        var random = new Random(seed);
        Rows = rows;
        Inputs = model.Inputs;
        Outputs = model.Outputs;
        X = Numbers.Draw(rows * Inputs, () => model.Layers[0] is EmbeddingLayer embedding ? random.Next(embedding.Vocabulary) : 4 * random.NextDouble() - 2);
        D = Numbers.Draw(rows * model.TargetShape.Size, () => model.Loss.Kind switch
        {
            _ when model.Targets == Targets.Classes => random.Next(model.OutputShape.Features + 1) - 1,

            // Weights of classes, which need not be a distribution.
            Loss.CrossEntropy or Loss.BinaryCrossEntropy => random.NextDouble(),
            Loss.Perceptron => random.Next(2),
            _ => 6 * random.NextDouble() - 3,
        });
        OutputGradients = Numbers.Draw(rows * Outputs, () => 2 * random.NextDouble() - 1);
        if (model.HasLengths)
            CutShort(model, random);
    }

    public int Rows { get; }

    public int Inputs { get; }

    public int Outputs { get; }

    public double[] X { get; }

    public double[] D { get; }

    /// <summary>dy, where the loss is the caller's own.</summary>
    public double[] OutputGradients { get; }

    /// <summary>Gives each row a length; what stands behind it is NaN, so that it shows wherever it counts.</summary>
    private void CutShort(NetworkModel model, Random random)
    {
        int steps = model.InputShape.Dimensions[0];
        for (int row = 0; row < Rows; row++)
        {
            int length = 1 + random.Next(steps);
            X.AsSpan(row * Inputs, Inputs)[(length * (Inputs - 1) / steps)..].Fill(double.NaN);
            X[(row + 1) * Inputs - 1] = length;
            if (model.OutputShape.Rank != 2)
                continue;
            foreach (double[] numbers in new[] { D, OutputGradients })
                numbers.AsSpan(row * numbers.Length / Rows, numbers.Length / Rows)[(length * numbers.Length / Rows / steps)..].Fill(double.NaN);
        }
    }

    private static bool IsVariance(Value value) => value.Kind == ValueKind.State && value.Name.StartsWith('V');

    /// <summary>Gives parameters numbers: the same to each memory.</summary>
    public static void SetParameters(Memory memory, IEnumerable<Value> parameters)
    {
        var random = new Random(2);
        foreach (Value value in parameters)
        {
            double range = value.IsRow ? 0.5 : 2 / Math.Sqrt(value.Rows);
            foreach ((int row, int column) in Numbers.Places(value))
                memory[value, row, column] = IsVariance(value) ? 0.5 + random.NextDouble() : range * (2 * random.NextDouble() - 1);
        }
    }
}
