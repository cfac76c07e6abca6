using System;
using System.Collections.Generic;
using GenNet;

namespace Perceptron;

/// <summary>Where a threshold unit changes its answer: w1 x1 + w2 x2 + b = 0. It answers 1 on the line and on the side that (w1, w2) points to.</summary>
internal readonly record struct Line(float W1, float W2, float Bias)
{
    public static Line Of(ThresholdUnit unit)
    {
        ReadOnlySpan<float> parameters = unit.Parameters;
        float[] weight = ThresholdUnit.Layout.Read(parameters, "0.weight");
        return new Line(weight[0], weight[1], ThresholdUnit.Layout.Read(parameters, "0.bias")[0]);
    }

    /// <summary>The ends of the line in a square; none where it does not pass through it.</summary>
    public (double[] X, double[] Y) Within((double Low, double High) range)
    {
        var ends = new List<(double X, double Y)>();
        foreach (double edge in (ReadOnlySpan<double>)[range.Low, range.High])
        {
            Add((edge, -(W1 * edge + Bias) / W2));
            Add((-(W2 * edge + Bias) / W1, edge));
        }

        return ends.Count < 2 ? ([], []) : ([ends[0].X, ends[^1].X], [ends[0].Y, ends[^1].Y]);

        // A coordinate is NaN or infinite where the line is parallel to the edge.
        void Add((double X, double Y) end)
        {
            if (end.X >= range.Low && end.X <= range.High && end.Y >= range.Low && end.Y <= range.High && !ends.Contains(end))
                ends.Add(end);
        }
    }

    public override string ToString() => $"{W1:0.###} x1 {Term(W2)} x2 {Term(Bias)} = 0";

    private static string Term(float number) => $"{(number < 0 ? '-' : '+')} {MathF.Abs(number):0.###}";
}
