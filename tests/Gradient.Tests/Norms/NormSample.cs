using System;
using System.Linq;
using System.Numerics;
using GenNet.Gradient.Tests.Behaviour;

namespace GenNet.Gradient.Tests.Norms;

/// <summary>Networks with numbers that are not those of the beginning, and what is done with them in several tests.</summary>
internal static class NormSample
{
    /// <summary>A network whose tensors are all drawn, variances above 0.</summary>
    public static TNet Network<TNet, T>()
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TNet net = TNet.Create(5);
        var random = new RandomStream(19);
        foreach (TensorInfo tensor in TNet.Layout.Tensors.Where(tensor => tensor.Shape.Length == 1))
        {
            TNet.Layout.Write<T>(net.Parameters, tensor.Name, Enumerable.Range(0, tensor.Count)
                .Select(_ => T.CreateTruncating(tensor.Role == TensorRole.RunningVariance ? 0.5 + random.NextDouble() : 0.5 * random.NextGaussian())).ToArray());
        }

        return net;
    }

    /// <summary>The numbers of a buffer that are trained, without padding, and those that are not.</summary>
    public static (double[] Trained, double[] State) Numbers<TNet, T>(ReadOnlySpan<T> buffer)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] all = buffer.ToArray();
        double[] Of(bool trained) => [.. TNet.Layout.Tensors.Where(tensor => tensor.IsTrainable == trained)
            .SelectMany(tensor => TNet.Layout.Read<T>(all.AsSpan(), tensor.Name)).Select(double.CreateTruncating)];
        return (Of(true), Of(false));
    }

    /// <summary>Loss, gradients, statistics and input gradients of a batch.</summary>
    public static (double Loss, T[] Gradients, T[] InputGradients) Backward<TNet, T>(TNet net, T[] inputs, T[] targets)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // What the buffers hold before must not matter.
        T[] gradients = Enumerable.Repeat(T.NaN, net.Parameters.Length).ToArray(), inputGradients = Enumerable.Repeat(T.NaN, inputs.Length).ToArray();
        T loss = net.Backward(inputs, targets, gradients, inputGradients);
        return (double.CreateTruncating(loss), gradients, inputGradients);
    }

    public static Dataset<float> Data(int rows)
    {
        (float[] inputs, float[] targets) = Sample.Rows<DeepNet, float>(rows);
        return new Dataset<float>(inputs, targets, DeepNet.InputSize, DeepNet.OutputSize);
    }

    public static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= tolerance * Math.Max(1, Math.Abs(expected[i])), $"[{i}]: {actual[i]:r} instead of {expected[i]:r}");
    }
}
