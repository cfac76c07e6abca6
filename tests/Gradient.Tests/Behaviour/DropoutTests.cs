using System;
using GenNet.CompilerServices;
using System.Linq;
using GenNet;

namespace GenNet.Gradient.Tests.Behaviour;

/// <summary>What dropout does in training, and what it does not do elsewhere.</summary>
public class DropoutTests
{
    [Fact]
    public void Outside_training_nothing_is_dropped()
    {
        var with = new DropoutNet(3);
        var without = new PlainNet(3);
        Assert.Equal(without.Parameters.ToArray(), with.Parameters.ToArray());
        (float[] inputs, float[] targets) = Sample.Rows<DropoutNet, float>(140);
        var expected = new float[140 * 4];
        var outputs = new float[140 * 4];
        without.Forward(inputs, expected);
        with.Forward(inputs, outputs);
        Assert.Equal(expected, outputs);
        Assert.Equal(without.Evaluate(inputs, targets), with.Evaluate(inputs, targets));
    }

    [Fact]
    public void Each_call_drops_others_and_one_seed_gives_one_sequence()
    {
        (float[] inputs, float[] targets) = Sample.Rows<DropoutNet, float>(20);
        float[] Losses(int seed)
        {
            var net = new DropoutNet(3);
            Workspace<float> workspace = DropoutNet.CreateWorkspace();
            workspace.Noise = new DropoutNoise((ulong)seed);
            var gradients = new float[net.Parameters.Length];
            return Enumerable.Range(0, 5).Select(_ => net.Backward(inputs, targets, gradients, workspace)).ToArray();
        }

        Assert.Equal(5, Losses(1).Distinct().Count());
        Assert.Equal(Losses(1), Losses(1));
        Assert.Empty(Losses(1).Intersect(Losses(2)));
    }

    [Fact]
    public void The_networks_own_masks_follow_from_its_seed()
    {
        (float[] inputs, float[] targets) = Sample.Rows<DropoutNet, float>(20);
        float[] Losses(int seed)
        {
            var net = new DropoutNet(seed);
            new PlainNet(3).Parameters.CopyTo(net.Parameters);
            var gradients = new float[net.Parameters.Length];
            return [net.Backward(inputs, targets, gradients), net.Backward(inputs, targets, gradients)];
        }

        Assert.Equal(Losses(1), Losses(1));
        Assert.NotEqual(Losses(1), Losses(2));
        Assert.NotEqual(Losses(1)[0], Losses(1)[1]);
    }

    [Fact]
    public void A_batch_in_parts_is_dropped_like_the_whole()
    {
        const int Rows = 300;
        var net = new DropoutNet(3);
        (float[] inputs, float[] targets) = Sample.Rows<DropoutNet, float>(Rows);
        Workspace<float> workspace = DropoutNet.CreateWorkspace();
        float[] Gradient(int from, int to)
        {
            var gradients = new float[net.Parameters.Length];
            workspace.Noise = new DropoutNoise(9, Step: 4, FirstRow: from);
            net.Backward(inputs.AsSpan(from * 30, (to - from) * 30), targets.AsSpan(from * 4, (to - from) * 4), gradients, workspace);
            return gradients.Select(g => g * (to - from) / Rows).ToArray();
        }

        float[] whole = Gradient(0, Rows);
        float[] parts = Gradient(0, 77).Zip(Gradient(77, Rows), (a, b) => a + b).ToArray();
        for (int i = 0; i < whole.Length; i++)
            Assert.Equal(whole[i], parts[i], 1e-6);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.1)]
    [InlineData(0.9)]
    public void The_mean_is_kept_and_the_rate_is_met(double rate)
    {
        const int Rows = 500, Columns = 203, Stride = 208;
        int keep = (int)Math.Round((1 - rate) * 65536);
        var mask = new double[Rows * Stride];
        Array.Fill(mask, 7);
        new DropoutNoise(5, 6).Mask(Rows, keep, 2, new Rows<double>(ref mask[0], Columns, Stride));
        double[] drawn = Enumerable.Range(0, Rows * Columns).Select(i => mask[i / Columns * Stride + i % Columns]).ToArray();
        double error = 5 * Math.Sqrt(rate * (1 - rate) / drawn.Length);
        Assert.InRange(drawn.Count(m => m == 0) / (double)drawn.Length, rate - error, rate + error);
        Assert.InRange(drawn.Average(), 1 - error / (1 - rate), 1 + error / (1 - rate));
        Assert.All(drawn, m => Assert.True(m == 0 || m == 65536.0 / keep));
        Assert.Equal(Rows * (Stride - Columns), mask.Count(m => m == 7));
    }

    [Fact]
    public void Masks_of_rows_columns_layers_and_steps_are_unrelated()
    {
        static double[] Mask(ulong seed, ulong step, int layer, int row)
        {
            var mask = new double[4000];
            new DropoutNoise(seed, step, row).Mask(1, 32768, layer, new Rows<double>(ref mask[0], 4000, 4000));
            return mask;
        }

        double[] one = Mask(1, 1, 1, 0);
        foreach (double[] other in new[] { Mask(2, 1, 1, 0), Mask(1, 2, 1, 0), Mask(1, 1, 2, 0), Mask(1, 1, 1, 1), Mask(1, 1 + (1UL << 32), 1, 0) })
        {
            // Agreement of independent masks is binomial: half, within five standard deviations.
            int agreeing = one.Zip(other).Count(pair => pair.First == pair.Second);
            Assert.InRange(agreeing, 2000 - 5 * 32, 2000 + 5 * 32);
        }
    }

    [Fact]
    public void Channels_are_dropped_as_a_whole_by_the_decisions_over_columns()
    {
        const int Rows = 300, Channels = 19, Plane = 6, Stride = 120, Keep = 40000;
        var noise = new DropoutNoise(5, 6, FirstRow: 3);
        var mask = new float[Rows * Stride];
        Array.Fill(mask, 7);
        noise.ChannelMask(Rows, Keep, 2, Channels, new Rows<float>(ref mask[0], Channels * Plane, Stride));
        var decisions = new float[Rows * Channels];
        noise.Mask(Rows, Keep, 2, new Rows<float>(ref decisions[0], Channels, Channels));
        for (int row = 0; row < Rows; row++)
        {
            for (int j = 0; j < Stride; j++)
                Assert.Equal(j < Channels * Plane ? decisions[row * Channels + j / Plane] : 7, mask[row * Stride + j]);
        }
    }

    [Fact]
    public void Channels_of_a_batch_in_parts_are_dropped_like_those_of_the_whole()
    {
        const int Rows = 200, Size = 4 * 3 * 5;
        var net = new ChannelDropoutNet(3);
        (float[] inputs, float[] targets) = Sample.Rows<ChannelDropoutNet, float>(Rows);
        Workspace<float> workspace = ChannelDropoutNet.CreateWorkspace();
        float[] InputGradients(int from, int to)
        {
            var inputGradients = new float[(to - from) * Size];
            workspace.Noise = new DropoutNoise(9, Step: 4, FirstRow: from);
            net.Backward(inputs.AsSpan(from * Size, (to - from) * Size), targets.AsSpan(from * 2, (to - from) * 2), net.CreateGradients(), inputGradients, workspace);
            return inputGradients;
        }

        // What is dropped has no gradient: of each channel all or nothing.
        float[] whole = InputGradients(0, Rows), parts = [.. InputGradients(0, 77), .. InputGradients(77, Rows)];
        Assert.Equal(whole.Select(g => g == 0), parts.Select(g => g == 0));
        int[] dropped = [.. whole.Chunk(15).Select(channel => channel.Count(g => g == 0))];
        Assert.All(dropped, count => Assert.True(count is 0 or 15));
        Assert.InRange(dropped.Count(count => count == 15), 320, 480);
    }

    [Fact]
    public void A_rate_of_zero_changes_nothing()
    {
        var net = new NoDropoutNet(3);
        var plain = new PlainNet(3);
        (float[] inputs, float[] targets) = Sample.Rows<PlainNet, float>(20);
        var gradients = new float[plain.Parameters.Length];
        var expected = new float[plain.Parameters.Length];
        Assert.Equal(plain.Backward(inputs, targets, expected), net.Backward(inputs, targets, gradients));
        Assert.Equal(expected, gradients);
    }
}

[Network]
[Dense(30, 40, Activation.Tanh)]
[Dropout(0.5)]
[Dense(4, Activation.Softmax)]
internal sealed partial class DropoutNet;

[Network]
[Dense(30, 40, Activation.Tanh)]
[Dropout(0)]
[Dense(4, Activation.Softmax)]
internal sealed partial class NoDropoutNet;

[Network]
[Dense(30, 40, Activation.Tanh)]
[Dense(4, Activation.Softmax)]
internal sealed partial class PlainNet;

[Network]
[Input(4, 3, 5)]
[Dropout(0.5, Channels = true)]
[Flatten]
[Dense(2)]
internal sealed partial class ChannelDropoutNet;
