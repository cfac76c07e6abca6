using System;
using System.Linq;

namespace GenNet.Gradient.Tests.Jacobians;

/// <summary>The derivatives of losses by the outputs of a sample, as a textbook has them.</summary>
internal static class HandWritten
{
    public static double[] OutputGradient(Loss loss, double[] y, double[] d) => loss switch
    {
        Loss.HalfSquaredError => Each(y, d, (a, b) => a - b),
        Loss.MeanSquaredError => Each(y, d, (a, b) => 2 * (a - b) / y.Length),
        Loss.MeanAbsoluteError => Each(y, d, (a, b) => (double)Math.Sign(a - b) / y.Length),
        Loss.Huber => Each(y, d, (a, b) => Math.Clamp(a - b, -1, 1) / y.Length),
        Loss.BinaryCrossEntropy => Each(y, d, (a, b) => (((1 - b) / (1 - a)) - (b / a)) / y.Length),
        Loss.CrossEntropy => Each(y, d, (a, b) => -b / a),
        _ => throw new ArgumentOutOfRangeException(nameof(loss), loss, null),
    };

    private static double[] Each(double[] y, double[] d, Func<double, double, double> derivative) => [.. y.Zip(d, derivative)];
}
