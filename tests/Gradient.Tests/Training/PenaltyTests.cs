using System;
using System.Linq;
using GenNet.Gradient.Tests.Behaviour;

namespace GenNet.Gradient.Tests.Training;

/// <summary>The L1 and L2 penalty of the weights, against central differences of the loss that a trainer reports and against its definition.</summary>
public class PenaltyTests
{
    private const double L1 = 0.03, L2 = 0.2;

    [Fact]
    public void The_gradient_is_that_of_the_reported_loss_with_padded_rows() => GradientIsThatOfTheLoss<SmallDoubleNet>();

    [Fact]
    public void The_gradient_is_that_of_the_reported_loss_without_padding() => GradientIsThatOfTheLoss<TinyDoubleNet>();

    [Fact]
    public void The_term_counts_every_weight_once_and_no_bias()
    {
        SmallDoubleNet net = WithBiases<SmallDoubleNet>();
        (double[] inputs, double[] targets) = Sample.Rows<SmallDoubleNet, double>(7);
        double[] weights = SmallDoubleNet.Layout.Names.Where(name => name.EndsWith("weight", StringComparison.Ordinal))
            .SelectMany(name => SmallDoubleNet.Layout.Read<double>(net.Parameters, name)).ToArray();
        Assert.Equal(9 * 21 + 21 * 5, weights.Length);
        double expected = net.Evaluate(inputs, targets) + L1 * weights.Sum(Math.Abs) + L2 / 2 * weights.Sum(w => w * w);
        Assert.Equal(expected, new Trainer<SmallDoubleNet, double>(net, new NoStep()) { L1 = L1, L2 = L2 }.Step(inputs, targets), 1e-12);
    }

    [Fact]
    public void It_is_the_weight_decay_of_PyTorch_on_weights()
    {
        // w - rate * (dw + L2 w), biases without.
        SmallDoubleNet net = WithBiases<SmallDoubleNet>(), plain = WithBiases<SmallDoubleNet>();
        (double[] inputs, double[] targets) = Sample.Rows<SmallDoubleNet, double>(7);
        var gradients = new double[net.Parameters.Length];
        plain.Backward(inputs, targets, gradients);
        new Trainer<SmallDoubleNet, double>(net, new Sgd<double>(0.1)) { L2 = L2 }.Step(inputs, targets);
        foreach (string name in SmallDoubleNet.Layout.Names)
        {
            double decay = name.EndsWith("weight", StringComparison.Ordinal) ? L2 : 0;
            Assert.Equal(
                SmallDoubleNet.Layout.Read<double>(plain.Parameters, name).Zip(SmallDoubleNet.Layout.Read<double>(gradients, name), (w, dw) => w - 0.1 * (dw + decay * w)),
                SmallDoubleNet.Layout.Read<double>(net.Parameters, name), (a, b) => Math.Abs(a - b) < 1e-14);
        }
    }

    [Fact]
    public void The_sum_of_many_floats_is_taken_in_double()
    {
        // 47,640 weights of 0.1f: a sum of floats is off in the sixth place.
        var net = new ThreadedNet(1);
        net.Parameters.Clear();
        foreach (TensorInfo tensor in ThreadedNet.Layout.Tensors.Where(tensor => tensor.Role == TensorRole.Weight))
            ThreadedNet.Layout.Write<float>(net.Parameters, tensor.Name, Enumerable.Repeat(0.1f, tensor.Count).ToArray());
        (float[] inputs, float[] targets) = Sample.Rows<ThreadedNet, float>(1);
        double without = 0, with = 0;
        var data = new Dataset<float>(inputs, targets, ThreadedNet.InputSize, 10);
        new Trainer<ThreadedNet>(net, new NoStepFloat()).Fit(data, new FitOptions { OnBatch = report => without = report.Loss });
        new Trainer<ThreadedNet>(net, new NoStepFloat()) { L2 = 2 }.Fit(data, new FitOptions { OnBatch = report => with = report.Loss });
        Assert.Equal(47640 * (double)0.1f * 0.1f, with - without, 1e-9);
    }

    private static void GradientIsThatOfTheLoss<TNet>()
        where TNet : class, INetwork<TNet, double>
    {
        TNet net = WithBiases<TNet>();
        (double[] inputs, double[] targets) = Sample.Rows<TNet, double>(7);
        var trainer = new Trainer<TNet, double>(net, new NoStep()) { L1 = L1, L2 = L2 };
        trainer.Step(inputs, targets);
        double[] gradients = trainer.Gradients.ToArray();
        int checkedCount = 0;
        foreach (TensorInfo tensor in TNet.Layout.Tensors)
        {
            double[] values = TNet.Layout.Read<double>(net.Parameters, tensor.Name), slopes = TNet.Layout.Read<double>(gradients, tensor.Name);
            for (int i = 0; i < values.Length; i++)
            {
                double LossAt(double value)
                {
                    double[] moved = [.. values];
                    moved[i] = value;
                    TNet.Layout.Write<double>(net.Parameters, tensor.Name, moved);
                    return trainer.Step(inputs, targets);
                }

                const double Epsilon = 1e-6;
                double slope = (LossAt(values[i] + Epsilon) - LossAt(values[i] - Epsilon)) / (2 * Epsilon);
                LossAt(values[i]);
                Assert.True(Math.Abs(slope - slopes[i]) < 1e-8, $"{tensor.Name}[{i}]: {slopes[i]} should be {slope}");
                checkedCount++;
            }
        }

        Assert.Equal(TNet.ParameterCount, checkedCount);
    }

    /// <summary>A network whose biases are not zero, as they are at first.</summary>
    private static TNet WithBiases<TNet>()
        where TNet : class, INetwork<TNet, double>
    {
        TNet net = TNet.Create(3);
        foreach (TensorInfo tensor in TNet.Layout.Tensors.Where(tensor => tensor.Role == TensorRole.Bias))
            TNet.Layout.Write<double>(net.Parameters, tensor.Name, Enumerable.Range(1, tensor.Count).Select(i => 0.3 * i).ToArray());
        return net;
    }

    private sealed class NoStep : IOptimizer<double>
    {
        public void Update(Span<double> parameters, ReadOnlySpan<double> gradients)
        {
        }
    }

    private sealed class NoStepFloat : IOptimizer<float>
    {
        public void Update(Span<float> parameters, ReadOnlySpan<float> gradients)
        {
        }
    }
}
