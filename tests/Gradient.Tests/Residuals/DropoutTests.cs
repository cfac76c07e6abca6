using System.Numerics;
using GenNet.Gradient.Tests.Shapes;

namespace GenNet.Gradient.Tests.Residuals;

/// <summary>
/// Residual connections around a dropout alone: without training, both of the terms are one value, where training has two. A flatten in place of the dropout is
/// the same network without it.
/// </summary>
public class DropoutTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(131)]
    public void Without_training_they_are_what_they_are_without_dropout(int rows)
    {
        Infer<Dropped, Undropped, float>(rows);
        Infer<DroppedD, UndroppedD, double>(rows);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(131)]
    public void At_a_rate_of_zero_they_are_trained_like_those_without_dropout(int rows)
    {
        (double[] inputs, double[] targets) = Batch.Of<UndroppedD, double>(rows);
        UndroppedD expected = Batch.Network<UndroppedD, double>();
        ZeroRateD net = Batch.Network<ZeroRateD, double>();
        double[] gradients = expected.CreateGradients(), actual = net.CreateGradients(), inputGradients = new double[inputs.Length], actualOfInputs = new double[inputs.Length];
        Assert.Equal(expected.Backward(inputs, targets, gradients, inputGradients), net.Backward(inputs, targets, actual, actualOfInputs), 1e-14);
        Assert.Equal(gradients, actual, (a, b) => double.Abs(a - b) <= 1e-14);
        Assert.Equal(inputGradients, actualOfInputs, (a, b) => double.Abs(a - b) <= 1e-14);
    }

    private static void Infer<TNet, TExpected, T>(int rows)
        where TNet : class, INetwork<TNet, T>
        where TExpected : class, INetwork<TExpected, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (T[] inputs, T[] targets) = Batch.Of<TExpected, T>(rows);
        TNet net = Batch.Network<TNet, T>();
        TExpected expected = Batch.Network<TExpected, T>();
        Assert.Equal(expected.Parameters.ToArray(), net.Parameters.ToArray());
        T[] outputs = new T[targets.Length], actual = new T[targets.Length];
        expected.Forward(inputs, outputs);
        net.Forward(inputs, actual);
        Assert.Equal(outputs, actual);
        Assert.Equal(expected.Evaluate(inputs, targets), net.Evaluate(inputs, targets));
    }
}
