using System;
using System.Collections.Generic;
using GenNet;

namespace Perceptron;

/// <summary>One pass over the four samples.</summary>
/// <param name="Mistakes">The samples that were answered wrongly when their turn came; each moved the line.</param>
/// <param name="Corrections">The line after each mistake.</param>
/// <param name="Line">The line at the end.</param>
internal sealed record Epoch(int Mistakes, IReadOnlyList<Line> Corrections, Line Line);

/// <summary>How a threshold unit went about a function of two bits.</summary>
/// <param name="Function">The name of the function.</param>
/// <param name="Targets">Its values at (0,0), (0,1), (1,0), (1,1).</param>
/// <param name="Start">The line before the first epoch.</param>
/// <param name="Epochs">The epochs, up to the first without a mistake, the first after which the weights are ones that were there before, or the last allowed.</param>
/// <param name="RepeatsEpoch">The earlier epoch that ended with the weights of the last one (0: they are those of the start); null where there is none.</param>
internal sealed record Learning(string Function, float[] Targets, Line Start, IReadOnlyList<Epoch> Epochs, int? RepeatsEpoch)
{
    /// <summary>(0,0), (0,1), (1,0), (1,1).</summary>
    public static readonly float[] Corners = [0, 0, 0, 1, 1, 0, 1, 1];

    /// <summary>Whether the last epoch was without a mistake.</summary>
    public bool Succeeded => Epochs[^1].Mistakes == 0;

    /// <summary>The line at the end.</summary>
    public Line Line => Epochs[^1].Line;

    public static Learning Of(string function, float[] inputs, float[] targets, Options options)
    {
        var unit = new ThresholdUnit(options.Seed);
        var trainer = new Trainer<ThresholdUnit>(unit, new Sgd(options.LearningRate));
        Line start = Line.Of(unit);
        var seen = new Dictionary<Line, int> { [start] = 0 };
        var epochs = new List<Epoch>();
        int? repeats = null;
        while (epochs.Count < options.Epochs && repeats is null && (epochs.Count == 0 || epochs[^1].Mistakes > 0))
        {
            epochs.Add(RunEpoch(unit, trainer, inputs, targets));
            if (epochs[^1].Mistakes > 0 && !seen.TryAdd(epochs[^1].Line, epochs.Count))
                repeats = seen[epochs[^1].Line];
        }

        return new Learning(function, targets, start, epochs, repeats);
    }

    private static Epoch RunEpoch(ThresholdUnit unit, Trainer<ThresholdUnit> trainer, float[] inputs, float[] targets)
    {
        var corrections = new List<Line>();
        Span<float> output = stackalloc float[1];
        for (int i = 0; i < targets.Length; i++)
        {
            ReadOnlySpan<float> x = inputs.AsSpan(2 * i, 2);
            unit.Forward(x, output);
            trainer.Step(x, targets.AsSpan(i, 1));
            if (output[0] != targets[i])
                corrections.Add(Line.Of(unit));
        }

        return new Epoch(corrections.Count, corrections, Line.Of(unit));
    }
}
