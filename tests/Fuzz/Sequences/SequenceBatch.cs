using System;
using System.Linq;
using System.Numerics;

namespace GenNet.Fuzz.Sequences;

/// <summary>Rows of a network of sequences. What stands behind the length of a row is NaN, in inputs and targets, so that it shows wherever it counts.</summary>
internal sealed class SequenceBatch<TNet, T>
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int _steps;

    public SequenceBatch(SequenceCase network, int[] lengths, ulong stream)
    {
        var random = new RandomStream((ulong)network.Seed, stream);
        (_steps, Lengths) = (network.Steps, lengths);
        bool isOfSteps = TNet.OutputSize == TNet.StepOutputSize * _steps;
        Inputs = new T[lengths.Length * TNet.InputSize];
        Targets = new T[lengths.Length * TNet.TargetSize];
        OutputGradients = new T[lengths.Length * TNet.OutputSize];
        T Draw(bool isToken) => T.CreateTruncating(isToken ? random.NextInt(network.Vocabulary) : random.NextGaussian());
        bool areDistributions = network.Declaration.Contains("CrossEntropy", StringComparison.Ordinal);
        T Target() => T.CreateTruncating(TNet.HasClassTargets ? random.NextInt(TNet.StepOutputSize + 1) - 1 : areDistributions ? random.NextDouble() : random.NextGaussian());
        for (int row = 0; row < lengths.Length; row++)
        {
            Fill(Inputs.AsSpan(row * TNet.InputSize, TNet.InputSize), lengths[row] * network.Features, () => Draw(network.Vocabulary > 0));
            int of = isOfSteps ? lengths[row] : _steps;
            Fill(Targets.AsSpan(row * TNet.TargetSize, TNet.TargetSize), of * TNet.TargetSize / _steps, Target);
            Fill(OutputGradients.AsSpan(row * TNet.OutputSize, TNet.OutputSize), of * TNet.OutputSize / _steps, () => Draw(false));
            if (TNet.HasLengths)
                Inputs[(row + 1) * TNet.InputSize - 1] = T.CreateTruncating(lengths[row]);
        }
    }

    public int[] Lengths { get; }

    public T[] Inputs { get; }

    public T[] Targets { get; }

    public T[] OutputGradients { get; }

    public T[] InputsOf(int row) => Inputs[(row * TNet.InputSize)..((row + 1) * TNet.InputSize)];

    public T[] TargetsOf(int row) => Targets[(row * TNet.TargetSize)..((row + 1) * TNet.TargetSize)];

    /// <summary>The terms of the loss of a row.</summary>
    public int TermsOf(int row)
    {
        bool isOfSteps = TNet.OutputSize == TNet.StepOutputSize * _steps;
        return TNet.HasClassTargets ? TargetsOf(row).Count(target => target >= T.Zero) : isOfSteps ? Lengths[row] : 1;
    }

    private static void Fill(Span<T> numbers, int count, Func<T> draw)
    {
        numbers.Fill(T.NaN);
        foreach (ref T number in numbers[..count])
            number = draw();
    }
}
