using System;
using System.IO;
using System.Linq;
using GenNet;

namespace Perceptron;

/// <summary>The whole run: three functions for one unit, why the third is beyond it, and what two layers make of it.</summary>
internal static class Lesson
{
    private static readonly float[] Xor = [0, 1, 1, 0];

    public static int Execute(Options options)
    {
        Learning and = Learn("AND", [0, 0, 0, 1], options);
        Learning or = Learn("OR", [0, 1, 1, 1], options);
        Learning xor = Learn("XOR", Xor, options);
        Console.WriteLine("""
            Why no weights do it: XOR asks of them
              (0,0) -> 0:             b <  0
              (0,1) -> 1:        w2 + b >= 0
              (1,0) -> 1:   w1      + b >= 0
              (1,1) -> 0:   w1 + w2 + b <  0
            The first and the last add up to w1 + w2 + 2b < 0, the two between to w1 + w2 + 2b >= 0. No numbers do both.
            In the plane: the points of 1 and the points of 0 have the same centre, (0.5, 0.5). No line has it on both sides.

            """);
        if (!and.Succeeded || !or.Succeeded)
        {
            Console.Error.WriteLine($"error: AND and OR were not learned within {options.Epochs} epochs: allow more with --epochs.");
            return 1;
        }

        if (!TwoLayersCompute(and, or, options))
            return 1;
        try
        {
            Picture.Save(options.Picture, and, or, xor);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"error: {exception.Message}");
            return 1;
        }

        Console.WriteLine($"wrote {options.Picture}");
        return 0;
    }

    private static Learning Learn(string function, float[] targets, Options options)
    {
        Learning learning = Learning.Of(function, Learning.Corners, targets, options);
        Print(learning);
        return learning;
    }

    private static void Print(Learning learning)
    {
        const int First = 12;
        Console.WriteLine($"{learning.Function}   start: {learning.Start}");
        int shown = learning.Epochs.Count <= First + 1 ? learning.Epochs.Count : First;
        for (int i = 0; i < shown; i++)
            Console.WriteLine($"  epoch {i + 1,3}   mistakes {learning.Epochs[i].Mistakes}   {learning.Epochs[i].Line}");
        if (shown < learning.Epochs.Count)
            Console.WriteLine($"  ... epoch {learning.Epochs.Count,3}   mistakes {learning.Epochs[^1].Mistakes}   {learning.Line}");
        int count = learning.Epochs.Count;
        Console.WriteLine(learning switch
        {
            { Succeeded: true } => $"  learned: epoch {count} made no mistake, and so will every further one.",
            { RepeatsEpoch: { } earlier } => $"  not learned: the weights after epoch {count} are those after epoch {earlier}, so the mistakes repeat for ever:"
                + $" {string.Join(", ", learning.Epochs.Skip(earlier).Select(epoch => epoch.Mistakes))} in each round.",
            _ => $"  not learned in {count} epochs.",
        });
        Console.WriteLine();
    }

    /// <summary>XOR is "or, but not and": the two units that were learned, and a third on their answers, which a line does separate.</summary>
    private static bool TwoLayersCompute(Learning and, Learning or, Options options)
    {
        float[] hidden = [.. Enumerable.Range(0, 4).SelectMany(i => new[] { or.Targets[i], and.Targets[i] })];
        Learning output = Learning.Of("XOR of the answers (OR, AND)", hidden, Xor, options);
        Print(output);

        TwoLayers net = Empty<TwoLayers>();
        TwoLayers.Layout.Write<float>(net.Parameters, "0.weight", [or.Line.W1, or.Line.W2, and.Line.W1, and.Line.W2]);
        TwoLayers.Layout.Write<float>(net.Parameters, "0.bias", [or.Line.Bias, and.Line.Bias]);
        TwoLayers.Layout.Write<float>(net.Parameters, "1.weight", [output.Line.W1, output.Line.W2]);
        TwoLayers.Layout.Write<float>(net.Parameters, "1.bias", [output.Line.Bias]);
        var answers = new float[4];
        net.Forward(Learning.Corners, answers);
        Console.WriteLine($"Two layers of threshold units answer {string.Join(", ", answers)} to (0,0), (0,1), (1,0), (1,1).");
        if (answers.AsSpan().SequenceEqual(Xor))
            return true;
        Console.Error.WriteLine($"error: that is not XOR; the output unit was not learned within {options.Epochs} epochs: allow more with --epochs.");
        return false;
    }

    // A network for inference has no constructor: as a rule its weights come from a file.
    private static TNet Empty<TNet>()
        where TNet : class, IInferenceNetwork<TNet, float> => TNet.Create();
}
