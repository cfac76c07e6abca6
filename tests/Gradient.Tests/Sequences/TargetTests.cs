using System;
using System.Linq;

namespace GenNet.Gradient.Tests.Sequences;

/// <summary>Targets that are numbers of classes.</summary>
public class TargetTests
{
    private static readonly double[] Inputs = [0.1, 0.2, -0.3, 1, -1, 0.5, 0.7, 0.2, 0.9, -0.4, 0.3, 0.8];

    [Fact]
    public void Classes_are_as_good_as_distributions()
    {
        ClassesD net = new(1);
        var twin = new DistributionsD(1);
        double[] classes = [3, 0, 4, 4], targets = [.. classes.SelectMany(c => Enumerable.Range(0, 5).Select(j => j == (int)c ? 1.0 : 0))];
        double[] gradients = net.CreateGradients(), expected = twin.CreateGradients();
        Assert.Equal(twin.Backward(Inputs, targets, expected), net.Backward(Inputs, classes, gradients), 1e-14);
        Assert.Equal(twin.Evaluate(Inputs, targets), net.Evaluate(Inputs, classes), 1e-14);
        Assert.All(expected.Zip(gradients), pair => Assert.Equal(pair.First, pair.Second, 1e-14));

        var data = new Dataset<double>(Inputs, classes, 3, 1);
        Assert.Equal(Metrics.Accuracy(twin, new Dataset<double>(Inputs, targets, 3, 5)), Metrics.Accuracy(net, data));
        Assert.Equal(4, Metrics.Confusion(net, data).Count);
    }

    [Fact]
    public void Rows_without_a_target_have_no_part_in_the_mean()
    {
        ClassesD net = new(1);
        double[] all = net.CreateGradients(), some = net.CreateGradients();
        double expected = net.Backward(Inputs.AsSpan(0, 6), [3, 0], some);
        Assert.Equal(expected, net.Backward(Inputs, [3, 0, -1, -100], all), 1e-14);
        Assert.Equal(expected, net.Evaluate(Inputs, [3, 0, -1, -100]), 1e-14);
        Assert.All(some.Zip(all), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
        Assert.Equal(0, net.Backward(Inputs, [-1, -1, -1, -1], all));
        Assert.All(all, gradient => Assert.Equal(0, gradient));
    }

    /// <summary>As many targets as outputs, and numbers of classes all the same.</summary>
    [Fact]
    public void A_single_class_is_a_class()
    {
        var net = new OneClassD(1);
        Assert.Equal(0, net.Backward(Inputs, [0, -1, -1, 0], net.CreateGradients()));
        Assert.Equal(1, Metrics.Accuracy(net, new Dataset<double>(Inputs, new double[] { 0, -1, -1, 0 }, 3, 1)));
        Assert.Throws<ArgumentException>(() => net.Evaluate(Inputs, [0, 1, 0, 0]));
    }

    [Fact]
    public void Gradients_of_tokens_and_steps_without_a_target_agree_with_central_differences()
    {
        var net = new LettersD(3);
        double[] tokens = [.. Enumerable.Range(0, 24).Select(i => (double)(i * i % 6))], classes = [.. tokens.Select((_, i) => i % 5 == 0 ? -1.0 : i % 6)];
        double[] gradients = net.CreateGradients(), inputGradients = Enumerable.Repeat(7.0, tokens.Length).ToArray();
        net.Backward(tokens, classes, gradients, inputGradients);
        Assert.All(inputGradients, gradient => Assert.Equal(0, gradient));
        foreach (TensorInfo tensor in LettersD.Layout.Tensors)
        {
            double[] values = LettersD.Layout.Read<double>(net.Parameters, tensor.Name), analytic = LettersD.Layout.Read<double>(gradients.AsSpan(), tensor.Name);
            for (int i = 0; i < values.Length; i += 1 + values.Length / 12)
            {
                double Loss(double step)
                {
                    double[] moved = [.. values];
                    moved[i] += step;
                    LettersD.Layout.Write<double>(net.Parameters, tensor.Name, moved);
                    double loss = net.Evaluate(tokens, classes);
                    LettersD.Layout.Write<double>(net.Parameters, tensor.Name, values);
                    return loss;
                }

                Assert.Equal((Loss(1e-5) - Loss(-1e-5)) / 2e-5, analytic[i], 1e-8);
            }
        }
    }

    [Fact]
    public void What_is_no_class_or_token_is_refused()
    {
        Assert.Contains("expected the number of a class from 0 to 4", Assert.Throws<ArgumentException>(() => new ClassesD(1).Evaluate(Inputs, [3, 0, 5, 1])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new ClassesD(1).Evaluate(Inputs, [3, 0.5, 1, 1]));
        Assert.Throws<ArgumentException>(() => new ClassesD(1).Evaluate(Inputs, [double.NaN, 0, 1, 1]));
        double[] tokens = new double[12], classes = new double[12];
        tokens[7] = 6;
        Assert.Contains("has 6 at place 7: expected a token, a whole number from 0 to 5", Assert.Throws<ArgumentException>(() => new LettersD(1).Evaluate(tokens, classes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_of_letters_learns_a_sequence_on_any_number_of_threads()
    {
        float[] tokens = [.. Enumerable.Range(0, 32 * 12).Select(i => (float)((i / 12 + i % 12) % 6))], next = [.. tokens.Select(token => (token + 1) % 6)];
        var data = new Dataset<float>(tokens, next, 12, 12);
        foreach (int threads in new[] { 1, 2 })
        {
            var net = new LettersF(1);
            new Trainer<LettersF>(net, new Adam(0.02f)).Fit(data, new FitOptions { Epochs = 40, BatchSize = 16, Seed = 1, Threads = threads });
            Assert.InRange(Metrics.Accuracy(net, data), 0.99, 1);
        }
    }
}
