using System;
using System.Linq;
using System.Numerics;
using GenNet.Gradient.Tests.Behaviour;

namespace GenNet.Gradient.Tests.Residuals;

/// <summary>Residual networks learn, on any number of threads the same.</summary>
public class TrainingTests
{
    [Fact]
    public void Two_threads_compute_the_gradient_of_one() => Threads<ThreadedResidual, float>(1e-5);

    [Fact]
    public void Two_threads_compute_the_gradient_of_one_in_double() => Threads<ThreadedResidualD, double>(1e-13);

    [Fact]
    public void A_step_is_that_of_the_gradients_of_Backward()
    {
        (double[] inputs, double[] targets) = Sample.Rows<ThreadedResidualD, double>(33);
        ThreadedResidualD net = new(3), other = new(3);
        double[] gradients = other.CreateGradients();
        double loss = other.Backward(inputs, targets, gradients);
        Assert.Equal(loss, new Trainer<ThreadedResidualD, double>(net, new Momentum<double>(0.1)).Step(inputs, targets), 1e-14);
        new Momentum<double>(0.1).Update(other.Parameters, gradients);
        Assert.Equal(other.Parameters.ToArray(), net.Parameters.ToArray(), (a, b) => Math.Abs(a - b) <= 1e-14);
    }

    [Fact]
    public void A_network_of_eighteen_layers_learns_xor()
    {
        float[] inputs = [0, 0, 0, 1, 1, 0, 1, 1], targets = [0, 1, 1, 0], outputs = new float[4];
        var net = new DeepResidual(1);
        var trainer = new Trainer<DeepResidual>(net, new Adam(0.003f));
        for (int step = 0; step < 500; step++)
            trainer.Step(inputs, targets);
        net.Forward(inputs, outputs);
        Assert.True(net.Evaluate(inputs, targets) < 0.05f);
        Assert.Equal(targets, outputs.Select(y => MathF.Round(y)));
    }

    private static void Threads<TNet, T>(double tolerance)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (T[] inputs, T[] targets) = Sample.Rows<TNet, T>(129);
        var data = new Dataset<T>(inputs, targets, TNet.InputSize, TNet.OutputSize);
        T[] Trained(int threads)
        {
            TNet net = TNet.Create(5);
            new Trainer<TNet, T>(net, new Sgd<T>(T.CreateTruncating(0.1))).Fit(data, new FitOptions<T> { Epochs = 3, BatchSize = 129, Threads = threads });
            return net.Parameters.ToArray();
        }

        // Sums in another order show that there were several threads.
        T[] one = Trained(1), two = Trained(2);
        Assert.Equal(two, Trained(2));
        Assert.NotEqual(one, two);
        Assert.NotEqual(TNet.Create(5).Parameters.ToArray(), one);
        Assert.Equal(one, two, (a, b) => T.Abs(a - b) <= T.CreateTruncating(tolerance));
    }
}
