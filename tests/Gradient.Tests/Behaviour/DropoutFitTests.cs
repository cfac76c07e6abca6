using System;
using System.Linq;
using GenNet;

namespace GenNet.Gradient.Tests.Behaviour;

/// <summary>Where the masks of a fit come from: its seed, the epoch and the batch, and nothing else.</summary>
public class DropoutFitTests
{
    private const int Rows = 500, BatchSize = 200, Batches = 3;
    private const float Rate = 0.1f;

    [Fact]
    public void The_steps_of_a_fit_are_counted_from_its_first_epoch_on()
    {
        var expected = new DropoutNet(3);
        Workspace<float> workspace = DropoutNet.CreateWorkspace();
        var gradients = new float[expected.Parameters.Length];
        var optimizer = new Sgd(Rate);
        Dataset<float> data = Data();
        for (int step = 0; step < 2 * Batches; step++)
        {
            int start = step % Batches * BatchSize, end = Math.Min(Rows, start + BatchSize);
            workspace.Noise = new DropoutNoise(7, (ulong)step);
            expected.Backward(data.Inputs[(start * 30)..(end * 30)], data.Targets[(start * 4)..(end * 4)], gradients, workspace);
            optimizer.Update(expected.Parameters, gradients);
        }

        Assert.Equal(expected.Parameters.ToArray(), Fitted(threads: 1, seed: 7));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void The_number_of_threads_changes_no_mask(int threads)
    {
        // Sums are split differently, so that there are rounding errors; another mask would change far more.
        const float Rounding = 2e-6f;
        float[] alone = Fitted(threads: 1, seed: 7);
        float[] together = Fitted(threads, seed: 7);
        float[] other = Fitted(threads: 1, seed: 8);
        Assert.NotEqual(alone, together);
        Assert.InRange(Distance(alone, together), 0, Rounding);
        Assert.True(Distance(alone, other) > 1000 * Rounding, $"Other masks change the parameters by only {Distance(alone, other)}.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void One_seed_gives_one_result_bit_for_bit(int threads)
    {
        float[] first = Fitted(threads, seed: 7);
        Assert.Equal(first, Fitted(threads, seed: 7));

        // The network's own masks, which calls of Backward use up, take no part.
        var used = new DropoutNet(3);
        Dataset<float> data = Data();
        used.Backward(data.Inputs, data.Targets, new float[used.Parameters.Length]);
        Fit(used, threads, seed: 7, from: 1, to: 2);
        Assert.Equal(first, used.Parameters.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_fit_from_a_later_epoch_continues_the_masks(int threads)
    {
        var net = new DropoutNet(3);
        Fit(net, threads, seed: 7, from: 1, to: 1);
        Fit(net, threads, seed: 7, from: 2, to: 2);
        Assert.Equal(Fitted(threads, seed: 7), net.Parameters.ToArray());

        var repeated = new DropoutNet(3);
        Fit(repeated, threads, seed: 7, from: 1, to: 1);
        Fit(repeated, threads, seed: 7, from: 1, to: 1);
        Assert.NotEqual(net.Parameters.ToArray(), repeated.Parameters.ToArray());
    }

    [Fact]
    public void A_fit_on_a_stream_draws_masks_of_its_own_for_each_epoch_and_continues_them()
    {
        Dataset<float> data = Data();
        DataStream<float> stream = DataStream.FromRows(
            Enumerable.Range(0, Rows).Select(row => ((ReadOnlyMemory<float>)data.Input(row).ToArray(), (ReadOnlyMemory<float>)data.Target(row).ToArray())), 30, 4);
        float[] Fitted(params (int From, int To)[] fits)
        {
            var net = new DropoutNet(3);
            foreach ((int from, int to) in fits)
                new Trainer<DropoutNet>(net, new Sgd(Rate)).Fit(stream, Options(threads: 2, seed: 7, from, to));
            return net.Parameters.ToArray();
        }

        Assert.Equal(Fitted((1, 2)), Fitted((1, 1), (2, 2)));
        Assert.NotEqual(Fitted((1, 1), (1, 1)), Fitted((1, 2)));
    }

    private static Dataset<float> Data()
    {
        (float[] inputs, float[] targets) = Sample.Rows<DropoutNet, float>(Rows);
        return new Dataset<float>(inputs, targets, 30, 4);
    }

    private static float[] Fitted(int threads, int seed)
    {
        var net = new DropoutNet(3);
        Fit(net, threads, seed, from: 1, to: 2);
        return net.Parameters.ToArray();
    }

    private static void Fit(DropoutNet net, int threads, int seed, int from, int to) =>
        new Trainer<DropoutNet>(net, new Sgd(Rate)).Fit(Data(), Options(threads, seed, from, to));

    // In the order of the data, so that a seed is one of masks only.
    private static FitOptions Options(int threads, int seed, int from, int to) =>
        new() { Threads = threads, Seed = seed, FirstEpoch = from, Epochs = to, BatchSize = BatchSize, Shuffle = false };

    private static float Distance(float[] a, float[] b) => a.Zip(b).Max(pair => Math.Abs(pair.First - pair.Second));
}
