using System;
using System.Linq;
using GenNet.Gradient.Tests.Behaviour;

namespace GenNet.Gradient.Tests.Training;

/// <summary>A fit that meets NaN or infinity stops, says where, and leaves a usable network.</summary>
public class DivergenceTests
{
    private static Dataset<float> Data()
    {
        (float[] inputs, float[] targets) = Sample.Rows<ThreadedNet, float>(256);
        return new Dataset<float>(inputs, targets, ThreadedNet.InputSize, 10);
    }

    private static FitOptions Options(int threads, int epochs = 5, Action<BatchReport>? onBatch = null) =>
        new() { Epochs = epochs, BatchSize = 64, Threads = threads, Shuffle = false, OnBatch = onBatch };

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Steps_that_are_too_long_end_the_fit_and_are_taken_back(int threads)
    {
        // Two good epochs, then a rate at which the parameters leave the range of float.
        var net = new ThreadedNet(1);
        var optimizer = new Momentum(0.05f);
        float[]? after = null, momentum = null;
        var trainer = new Trainer<ThreadedNet>(net, optimizer);
        DivergenceException divergence = Assert.Throws<DivergenceException>(() => trainer.Fit(Data(), new FitOptions
        {
            Epochs = 50,
            BatchSize = 64,
            Threads = threads,
            OnEpoch = report =>
            {
                if (report.Epoch != 2)
                    return;
                after = net.Parameters.ToArray();
                momentum = optimizer.State("momentum").ToArray();
                optimizer.LearningRate = 1e38f;
            },
        }));

        Assert.Equal((3, 2, StopReason.Diverged), (divergence.Epoch, divergence.RestoredEpoch, divergence.Result!.StopReason));
        Assert.Equal(2, divergence.Result.Epochs.Length);
        Assert.Equal(after, net.Parameters.ToArray());
        Assert.Equal(momentum, optimizer.State("momentum").ToArray());
        Assert.Equal(8, optimizer.Steps);
        Assert.Contains("as after epoch 2", divergence.Message, StringComparison.Ordinal);

        // And it goes on from there.
        optimizer.LearningRate = 0.05f;
        Assert.True(double.IsFinite(trainer.Fit(Data(), Options(threads)).Loss));
    }

    [Theory]
    [InlineData(1, float.NaN)]
    [InlineData(3, float.NaN)]
    [InlineData(3, float.PositiveInfinity)]
    public void Data_that_are_not_finite_are_named(int threads, float poison)
    {
        (float[] inputs, float[] targets) = Sample.Rows<ThreadedNet, float>(256);
        inputs[ThreadedNet.InputSize * 130 + 7] = poison;
        var net = new ThreadedNet(1);
        float[] before = net.Parameters.ToArray();
        DivergenceException divergence = Assert.Throws<DivergenceException>(() =>
            new Trainer<ThreadedNet>(net, new Adam()).Fit(new Dataset<float>(inputs, targets, ThreadedNet.InputSize, 10), Options(threads)));
        Assert.Equal((1, 3, DivergenceSource.Inputs, 0), (divergence.Epoch, divergence.Batch, divergence.FoundIn, divergence.RestoredEpoch));
        Assert.Null(divergence.Tensor);
        Assert.Equal([130L], divergence.Rows);
        Assert.Contains("epoch 1, batch 3 of 4 (rows 128 to 191 of the data set)", divergence.Message, StringComparison.Ordinal);
        Assert.Contains("the inputs of row 130 of the data set are not finite with ", divergence.Message, StringComparison.Ordinal);
        Assert.Contains("Mend these rows or leave them out", divergence.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("lower learning rate", divergence.Message, StringComparison.Ordinal);
        Assert.Contains("as before the fit", divergence.Message, StringComparison.Ordinal);
        Assert.Equal(before, net.Parameters.ToArray());
        Assert.Equal(2, divergence.Result!.Steps);
    }

    [Fact]
    public void Rows_of_shuffled_batches_are_those_of_the_data_set()
    {
        (float[] inputs, float[] targets) = Sample.Rows<ThreadedNet, float>(256);
        targets[10 * 17 + 3] = targets[10 * 200] = float.NaN;
        var options = new FitOptions { BatchSize = 256, Threads = 1, Seed = 3 };
        DivergenceException divergence = Assert.Throws<DivergenceException>(() =>
            new Trainer<ThreadedNet>(new ThreadedNet(1), new Adam()).Fit(new Dataset<float>(inputs, targets, 784, 10), options));
        Assert.Equal(DivergenceSource.Targets, divergence.FoundIn);
        Assert.Equal([17L, 200L], divergence.Rows);
        Assert.Contains("the targets of rows 17, 200 of the data set are not finite, the first with NaN in column ", divergence.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_whose_own_loss_is_not_finite_are_found()
    {
        // The third batch has one row that leaves the range of float on its way through the network.
        (float[] inputs, float[] targets) = Sample.Rows<SquaredNet, float>(32);
        inputs[4 * 19] = 1e38f;
        DivergenceException divergence = Assert.Throws<DivergenceException>(() => new Trainer<SquaredNet>(new SquaredNet(1), new Sgd(1e-3f))
            .Fit(new Dataset<float>(inputs, targets, 4, 2), new FitOptions { BatchSize = 8, Shuffle = false }));
        Assert.Equal((1, 3, DivergenceSource.Loss), (divergence.Epoch, divergence.Batch, divergence.FoundIn is DivergenceSource.Gradients ? DivergenceSource.Loss : divergence.FoundIn));
        Assert.Equal([19L], divergence.Rows);
    }

    [Fact]
    public void A_first_batch_that_overflows_is_not_blamed_on_the_learning_rate()
    {
        (float[] inputs, float[] targets) = Sample.Rows<SquaredNet, float>(32);
        DivergenceException divergence = Assert.Throws<DivergenceException>(() => new Trainer<SquaredNet>(new SquaredNet(1), new Sgd(1e-3f))
            .Fit(new Dataset<float>(inputs.Select(x => x * 1e38f).ToArray(), targets, 4, 2), new FitOptions { BatchSize = 8 }));
        Assert.Contains("No step had been taken yet", divergence.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("lower learning rate", divergence.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "0.weight")]
    [InlineData(3, "1.bias")]
    public void The_first_tensor_of_the_parameters_is_named(int threads, string name)
    {
        var net = new ThreadedNet(1);
        DivergenceException divergence = Assert.Throws<DivergenceException>(() => new Trainer<ThreadedNet>(net, new Sgd(0.01f)).Fit(Data(), Options(threads, onBatch: report =>
        {
            if (report is { Epoch: 2, Batch: 1 })
                ThreadedNet.Layout.Write<float>(net.Parameters, name, Enumerable.Repeat(float.NaN, ThreadedNet.Layout[name].Count).ToArray());
        })));
        Assert.Equal((2, 2, DivergenceSource.Parameters, name), (divergence.Epoch, divergence.Batch, divergence.FoundIn, divergence.Tensor));
        Assert.All(net.Parameters.ToArray(), w => Assert.True(float.IsFinite(w)));
    }

    [Theory]
    [InlineData(1, false, null)]
    [InlineData(3, false, null)]
    [InlineData(3, false, 1.0)]
    [InlineData(1, true, null)]
    [InlineData(3, true, null)]
    public void A_gradient_that_overflows_while_the_loss_does_not_is_found_in_its_batch(int threads, bool own, double? clipNorm)
    {
        // Inputs so large that x^T dz of the first layer leaves the range of float; its weights are so small that nothing else does.
        (float[] inputs, float[] targets) = Sample.Rows<ThreadedNet, float>(256);
        for (int i = ThreadedNet.InputSize * 128; i < inputs.Length; i++)
            inputs[i] = 3e38f * Math.Sign(inputs[i]);
        var net = new ThreadedNet(1);
        foreach (TensorInfo tensor in ThreadedNet.Layout.Tensors)
        {
            float scale = tensor.Name switch { "0.weight" => 1e-38f, "1.weight" => 1e4f, _ => 1 };
            ThreadedNet.Layout.Write<float>(net.Parameters, tensor.Name, ThreadedNet.Layout.Read<float>(net.Parameters, tensor.Name).Select(w => w * scale).ToArray());
        }

        float[] before = net.Parameters.ToArray();
        IOptimizer<float> optimizer = own ? new OwnOptimizer() : new Sgd(1e-42f);
        DivergenceException divergence = Assert.Throws<DivergenceException>(() => new Trainer<ThreadedNet>(net, optimizer) { ClipNorm = clipNorm, KeepGradients = true }
            .Fit(new Dataset<float>(inputs, targets, ThreadedNet.InputSize, 10), Options(threads)));
        Assert.True(double.IsFinite(divergence.Loss));
        Assert.Equal((1, 3, DivergenceSource.Gradients, "0.weight"), (divergence.Epoch, divergence.Batch, divergence.FoundIn, divergence.Tensor));
        Assert.Equal(before, net.Parameters.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_gradient_that_overflows_on_its_way_to_the_parameters_is_found_in_its_batch(int threads)
    {
        // Weights so large that what flows back through them leaves the range of float; activations so small that the loss does not.
        var net = new ThreadedNet(1);
        foreach (TensorInfo tensor in ThreadedNet.Layout.Tensors)
        {
            float scale = tensor.Name switch { "0.weight" => 1e-38f, "1.weight" => 1e38f, _ => 1 };
            ThreadedNet.Layout.Write<float>(net.Parameters, tensor.Name, ThreadedNet.Layout.Read<float>(net.Parameters, tensor.Name).Select(w => w * scale).ToArray());
        }

        float[] before = net.Parameters.ToArray();
        var trainer = new Trainer<ThreadedNet>(net, new Sgd(1e4f));
        DivergenceException divergence = Assert.Throws<DivergenceException>(() => trainer.Fit(Data(), Options(threads)));
        Assert.True(double.IsFinite(divergence.Loss));
        Assert.Equal((1, 1, DivergenceSource.Gradients, "0.bias"), (divergence.Epoch, divergence.Batch, divergence.FoundIn, divergence.Tensor));
        Assert.Equal(before, net.Parameters.ToArray());
        Assert.Throws<InvalidOperationException>(() => trainer.Gradients.Length);
    }

    [Fact]
    public void Parameters_that_the_last_step_spoils_are_found_after_the_epoch()
    {
        var net = new ThreadedNet(1);
        float[] before = net.Parameters.ToArray();
        DivergenceException divergence = Assert.Throws<DivergenceException>(() => new Trainer<ThreadedNet>(net, new SpoilingOptimizer(step: 4)).Fit(Data(), Options(1, epochs: 1)));
        Assert.Equal((1, 4, DivergenceSource.Parameters, "0.weight"), (divergence.Epoch, divergence.Batch, divergence.FoundIn, divergence.Tensor));
        Assert.Equal(before, net.Parameters.ToArray());
    }

    private sealed class OwnOptimizer : IOptimizer<float>
    {
        public void Update(Span<float> parameters, ReadOnlySpan<float> gradients)
        {
        }
    }

    private sealed class SpoilingOptimizer(int step) : IOptimizer<float>
    {
        private int _steps;

        public void Update(Span<float> parameters, ReadOnlySpan<float> gradients)
        {
            if (++_steps == step)
                parameters[0] = float.PositiveInfinity;
        }
    }
}
