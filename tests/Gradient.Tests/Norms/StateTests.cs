using System;
using System.Collections.Generic;
using System.Linq;
using GenNet.Gradient.Tests.Behaviour;

namespace GenNet.Gradient.Tests.Norms;

/// <summary>Running statistics in training: each step takes its part of the batch's, and nothing else touches them.</summary>
public class StateTests
{
    [Fact]
    public void They_stand_behind_all_that_is_trained_and_are_not_counted()
    {
        Layout layout = DeepNet.Layout;
        Assert.Equal(
            ["0.weight", "1.weight", "1.bias", "1.running_mean", "1.running_var", "2.weight", "2.bias", "3.weight", "3.bias", "3.running_mean", "3.running_var", "4.weight", "4.bias"], layout.Names);
        Assert.Equal(20 * 100 + 200 + 101 * 100 + 200 + 101 * 5, DeepNet.ParameterCount);
        Assert.Equal(DeepNet.ParameterCount, layout.ParameterCount);
        Assert.True(layout.HasState);
        Assert.All(layout.Tensors, tensor => Assert.Equal(tensor.IsTrainable, tensor.Offset < layout.TrainableLength));
        Assert.All(layout.Tensors.Where(tensor => !tensor.IsTrainable), tensor => Assert.Equal(0, tensor.Offset % 16));
        Assert.Equal([0, 0, 0, 0.1, 0.1, 0, 0, 0, 0, 0.2, 0.2, 0, 0], layout.Tensors.Select(tensor => tensor.Momentum));

        var net = new DeepNet(1);
        Assert.All(layout.Read<float>(net.Parameters, "1.running_mean"), mean => Assert.Equal(0, mean));
        Assert.All(layout.Read<float>(net.Parameters, "1.running_var"), variance => Assert.Equal(1, variance));
        Assert.All(layout.Read<float>(net.Parameters, "1.weight"), weight => Assert.Equal(1, weight));
        Assert.All(layout.Read<float>(net.Parameters, "1.bias"), bias => Assert.Equal(0, bias));
    }

    [Fact]
    public void A_step_takes_its_part_of_the_statistics_whatever_happens_to_the_gradients()
    {
        (float[] inputs, float[] targets) = Sample.Rows<DeepNet, float>(150);
        DeepNet start = NormSample.Network<DeepNet, float>();
        double[] before = NormSample.Numbers<DeepNet, float>(start.Parameters).State;
        double[] statistics = NormSample.Numbers<DeepNet, float>(NormSample.Backward<DeepNet, float>(start, inputs, targets).Gradients).State;
        double[] momentum = [.. Enumerable.Repeat(0.1, 200), .. Enumerable.Repeat(0.2, 200)];
        double[] expected = [.. before.Select((running, i) => (1 - momentum[i]) * running + momentum[i] * statistics[i])];
        foreach (Func<DeepNet, Trainer<DeepNet>> make in Trainers())
        {
            DeepNet net = NormSample.Network<DeepNet, float>();
            make(net).Step(inputs, targets);
            var (trained, state) = NormSample.Numbers<DeepNet, float>(net.Parameters);
            NormSample.AssertClose(expected, state, 1e-6);
            Assert.NotEqual(NormSample.Numbers<DeepNet, float>(start.Parameters).Trained, trained);
        }
    }

    private static IEnumerable<Func<DeepNet, Trainer<DeepNet>>> Trainers() =>
    [
        net => new Trainer<DeepNet>(net, new Sgd(0.1f)),
        net => new Trainer<DeepNet>(net, new Sgd(0.1f)) { KeepGradients = true },
        net => new Trainer<DeepNet>(net, new Momentum(0.1f)) { ClipNorm = 1e-3, L2 = 0.1 },
        net => new Trainer<DeepNet>(net, new AdamW(0.01f)) { ClipValue = 1e-4, L1 = 0.1 },
        net => new Trainer<DeepNet>(net, new OwnDescent()),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Optimizers_see_what_is_trained_and_no_more(int threads)
    {
        var net = new DeepNet(1);
        var own = new OwnDescent();
        new Trainer<DeepNet>(net, own).Fit(NormSample.Data(300), new FitOptions { BatchSize = 150, Threads = threads });
        Assert.Equal([DeepNet.Layout.TrainableLength], own.Lengths.Distinct());

        var adam = new Adam(0.01f);
        new Trainer<DeepNet>(net, adam).Fit(NormSample.Data(300), new FitOptions { BatchSize = 150, Threads = threads });
        Assert.Equal(DeepNet.Layout.TrainableLength, adam.State("mean").Length);
        Assert.Equal(500, DeepNet.Layout.Read(adam.State("mean"), "4.weight").Length);
        Assert.Throws<ArgumentException>("buffer", () => DeepNet.Layout.Read(adam.State("mean"), "1.running_mean"));
    }

    [Fact]
    public void A_loop_of_ones_own_does_what_the_trainer_does()
    {
        (float[] inputs, float[] targets) = Sample.Rows<DeepNet, float>(40);
        DeepNet expected = new(3), net = new(3);
        var trainer = new Trainer<DeepNet>(expected, new Adam(0.01f));
        var adam = new Adam(0.01f);
        float[] gradients = net.CreateGradients();
        int trained = DeepNet.Layout.TrainableLength;
        for (int step = 0; step < 3; step++)
        {
            trainer.Step(inputs, targets);
            net.Backward(inputs, targets, gradients);
            adam.Update(net.Parameters[..trained], gradients.AsSpan(0, trained));
            net.UpdateRunningStatistics(gradients);
        }

        Assert.Equal(expected.Parameters.ToArray(), net.Parameters.ToArray());
        Assert.Equal(gradients, trainer.Gradients.ToArray());
        Assert.Throws<ArgumentException>(() => net.UpdateRunningStatistics<DeepNet, float>(gradients.AsSpan(0, trained)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_fit_is_the_same_for_a_number_of_threads(int threads)
    {
        float[] Fitted()
        {
            var net = new DeepNet(1);
            new Trainer<DeepNet>(net, new Adam(0.01f)).Fit(NormSample.Data(700), new FitOptions { Epochs = 2, BatchSize = 300, Threads = threads });
            return net.Parameters.ToArray();
        }

        float[] first = Fitted();
        Assert.All(first, number => Assert.True(float.IsFinite(number)));
        Assert.Equal(first, Fitted());
    }

    /// <summary>Of two threads each normalises its half.</summary>
    [Fact]
    public void The_threads_of_a_fit_are_blocks()
    {
        // 200 rows are two blocks of 100 on one thread, and on two.
        Dataset<float> data = NormSample.Data(200);
        float[] Fitted(int threads)
        {
            var net = new DeepNet(1);
            new Trainer<DeepNet>(net, new Momentum(0.01f)).Fit(data, new FitOptions { Epochs = 1, BatchSize = 200, Threads = threads, Shuffle = false });
            return net.Parameters.ToArray();
        }

        NormSample.AssertClose(Array.ConvertAll(Fitted(1), number => (double)number), Array.ConvertAll(Fitted(2), number => (double)number), 1e-5);
    }

    [Fact]
    public void It_learns_and_evaluates_what_it_has_learned()
    {
        var net = new DeepNet(1);
        Dataset<float> data = NormSample.Data(256);
        FitResult result = new Trainer<DeepNet>(net, new Adam(0.01f)).Fit(data, new FitOptions { Epochs = 40, BatchSize = 64, Threads = 1 });
        Assert.True(result.Loss < 0.2 * result.Epochs[0].Loss, $"{result.Loss}");
        Assert.True(net.Evaluate(data.Inputs, data.Targets) < 0.2 * result.Epochs[0].Loss);
    }

    [Theory]
    [InlineData(129, 64)]
    [InlineData(3, 2)]
    [InlineData(10, 1)]
    [InlineData(1, 32)]
    public void A_fit_whose_last_batch_is_a_single_row_is_refused_before_anything_changes(int rows, int batchSize)
    {
        var net = new DeepNet(1);
        var optimizer = new Adam(0.01f);
        var trainer = new Trainer<DeepNet>(net, optimizer);
        ArgumentException refused = Assert.Throws<ArgumentException>("BatchSize", () => trainer.Fit(NormSample.Data(rows), new FitOptions { BatchSize = batchSize }));
        Assert.Contains("the last one has 1: choose another BatchSize", refused.Message, StringComparison.Ordinal);
        Assert.Equal(new DeepNet(1).Parameters.ToArray(), net.Parameters.ToArray());
        Assert.Equal((0, 0), (optimizer.Steps, trainer.Epochs));
    }

    [Fact]
    public void A_stream_that_ends_with_a_single_row_is_refused_when_it_comes()
    {
        Dataset<float> data = NormSample.Data(9);
        float[] inputs = data.Inputs.ToArray(), targets = data.Targets.ToArray();
        DataStream<float> stream = DataStream.FromRows(
            Enumerable.Range(0, 9).Select(row => ((ReadOnlyMemory<float>)inputs.AsMemory(row * 20, 20), (ReadOnlyMemory<float>)targets.AsMemory(row * 5, 5))), 20, 5);
        Assert.Throws<ArgumentException>("inputs", () => new Trainer<DeepNet>(new DeepNet(1), new Sgd(0.1f)).Fit(stream, new FitOptions { BatchSize = 4, Shuffle = false }));
    }

    /// <summary>Plain gradient descent by a user, who keeps what he has been given.</summary>
    private sealed class OwnDescent : IOptimizer<float>
    {
        public List<int> Lengths { get; } = [];

        public void Update(Span<float> parameters, ReadOnlySpan<float> gradients)
        {
            Lengths.AddRange([parameters.Length, gradients.Length]);
            for (int i = 0; i < parameters.Length; i++)
                parameters[i] -= 0.1f * gradients[i];
        }
    }
}
