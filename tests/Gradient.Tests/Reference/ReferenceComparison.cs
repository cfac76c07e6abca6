using System;
using System.Linq;
using System.Numerics;

namespace GenNet.Gradient.Tests;

/// <summary>An emitted network with the parameters of a case against its values.</summary>
internal static class ReferenceComparison
{
    // |a - b| <= tolerance * max(1, |b|): relative for large values, absolute for small ones, which are sums of larger terms.
    public const double DoubleTolerance = 1e-10, FloatTolerance = 1e-4;

    public static void Compare<TNet, T>(ReferenceCase expected, double tolerance)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TNet net = Network<TNet, T>(expected);
        T[] input = Cast<T>(expected.Input), target = Cast<T>(expected.Target);
        var output = new T[expected.Output.Length];
        net.Forward(input, output);
        Close("output", expected.Output, output, tolerance);
        Close("loss", [expected.Loss], [net.Evaluate(input, target)], tolerance);

        var gradients = new T[net.Parameters.Length];
        var inputGradients = new T[input.Length];
        Close("loss of Backward", [expected.Loss], [net.Backward(input, target, gradients)], tolerance);
        CompareGradients<TNet, T>(expected, gradients, tolerance);
        net.Backward(input, target, gradients, inputGradients);
        CompareGradients<TNet, T>(expected, gradients, tolerance);
        if (expected.InputGradient.Length > 0)
            Close("input gradient", expected.InputGradient, inputGradients, tolerance);
        else
            Assert.All(inputGradients, gradient => Assert.Equal(T.Zero, gradient));
    }

    /// <summary>A network with the parameters of a case.</summary>
    public static TNet Network<TNet, T>(ReferenceCase expected)
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TNet net = TNet.Create();
        Assert.Equal(expected.Parameters.Keys.Order(), TNet.Layout.Names.Order());
        foreach ((string name, double[] values) in expected.Parameters)
            TNet.Layout.Write<T>(net.Parameters, name, Cast<T>(values));
        return net;
    }

    public static void CompareGradients<TNet, T>(ReferenceCase expected, T[] gradients, double tolerance)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach ((string name, double[] values) in expected.Gradients)
            Close("gradient of " + name, values, TNet.Layout.Read<T>(gradients.AsSpan(), name), tolerance);
    }

    public static void Close<T>(string what, double[] expected, T[] actual, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            double value = double.CreateTruncating(actual[i]);
            Assert.True(
                Math.Abs(value - expected[i]) <= tolerance * Math.Max(1, Math.Abs(expected[i])),
                $"{what}[{i}]: PyTorch has {expected[i]:R}, the network {value:R}.");
        }
    }

    public static T[] Cast<T>(double[] values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => values.Select(T.CreateTruncating).ToArray();
}
