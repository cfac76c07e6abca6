using System;
using System.Linq;
using GenNet.Generator.Model;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>Normalisations of one sample outside training, as their declarations read.</summary>
internal static class PlainNorms
{
    /// <summary>What comes out before the activation.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="x">What comes in.</param>
    /// <param name="parameter">A number of a tensor, such as W: of weights and biases in the order of their shape.</param>
    public static double[] Of(NormLayer layer, double[] x, Func<string, int, double> parameter) => layer switch
    {
        BatchNormLayer batch => [.. x.Select((xi, i) => Affine(
            (xi - parameter("M", Channel(batch.Input, i))) / Math.Sqrt(parameter("V", Channel(batch.Input, i)) + batch.Epsilon), Channel(batch.Input, i), parameter))],
        GroupNormLayer groups => [.. Centred(x, x.Length / groups.Groups, layer.Epsilon).Select((hat, i) => Affine(hat, Channel(groups.Input, i), parameter))],
        _ when layer.Input.Rank == 3 => [.. Centred(x, x.Length, layer.Epsilon).Select((hat, i) => Affine(hat, i, parameter))],
        _ => [.. Centred(x, Features(layer.Input), layer.Epsilon).Select((hat, i) => Affine(hat, i % Features(layer.Input), parameter))],
    };

    private static double Affine(double hat, int weight, Func<string, int, double> parameter) => hat * parameter("W", weight) + parameter("b", weight);

    private static int Features(Shape shape) => shape.Dimensions[shape.Rank - 1];

    /// <summary>The features come last, the channels of an image first.</summary>
    private static int Channel(Shape shape, int number) => shape.Rank == 3 ? number / (shape.Size / shape.Dimensions[0]) : number % Features(shape);

    private static double[] Centred(double[] x, int length, double epsilon) => [.. x.Chunk(length).SelectMany(run =>
    {
        double mean = run.Average(), variance = run.Average(xi => (xi - mean) * (xi - mean));
        return run.Select(xi => (xi - mean) / Math.Sqrt(variance + epsilon));
    })];
}
