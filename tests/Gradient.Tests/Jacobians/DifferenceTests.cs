using System;
using System.Linq;
using System.Numerics;
using GenNet.Gradient.Tests.Shapes;

namespace GenNet.Gradient.Tests.Jacobians;

/// <summary>The vector-Jacobian product against central differences of the sum of v y, of every network in double: whatever its loss is, it has no part in it.</summary>
public class DifferenceTests
{
    private const int Rows = 3;

    /// <summary>So many numbers of each tensor, spread over it.</summary>
    private const int Samples = 12;

    public static TheoryData<string> Networks => AllNetworks.Smooth("Double");

    [Theory]
    [MemberData(nameof(Networks))]
    public void It_is_the_gradient_of_a_weighted_sum_of_the_outputs(string network) => AllNetworks.Run(typeof(DifferenceTests), nameof(Check), network);

    private static void Check<TNet, T>()
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TNet net = Batch.Network<TNet, T>();
        T[] inputs = Batch.Of<TNet, T>(Rows).Inputs, gradients = net.CreateGradients(), inputGradients = new T[inputs.Length];
        var random = new RandomStream(29);
        T[] v = [.. Enumerable.Range(0, Rows * TNet.OutputSize).Select(_ => T.CreateTruncating(random.NextGaussian()))], outputs = new T[v.Length];
        net.VectorJacobianProduct(inputs, v, gradients, inputGradients);

        foreach (TensorInfo tensor in TNet.Layout.Tensors)
        {
            T[] analytic = TNet.Layout.Read<T>(gradients.AsSpan(), tensor.Name), values = TNet.Layout.Read<T>(net.Parameters, tensor.Name);
            for (int i = 0; i < tensor.Count; i += 1 + (tensor.Count / Samples))
            {
                int at = i;
                Compare($"{tensor.Name}, number {i}", analytic[i], values[i], value =>
                {
                    values[at] = value;
                    TNet.Layout.Write<T>(net.Parameters, tensor.Name, values);
                });
            }
        }

        for (int i = 0; i < inputs.Length; i += 1 + (inputs.Length / Samples))
        {
            int at = i;
            Compare($"input {i}", inputGradients[i], inputs[i], value => inputs[at] = value);
        }

        void Compare(string what, T analytic, T value, Action<T> set)
        {
            T step = T.CreateTruncating(1e-6);
            set(value + step);
            double above = Sum();
            set(value - step);
            double numeric = (above - Sum()) / 2e-6;
            set(value);
            Assert.True(
                Math.Abs(numeric - double.CreateTruncating(analytic)) <= 1e-6 + (1e-5 * Math.Abs(numeric)), $"{what}: the difference is {numeric:R}, the product {analytic:R}.");
        }

        double Sum()
        {
            net.Forward(inputs, outputs);
            return outputs.Zip(v, (y, weight) => double.CreateTruncating(y * weight)).Sum();
        }
    }
}
