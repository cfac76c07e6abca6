using System;
using System.IO;
using System.Linq;

namespace GenNet.Gradient.Tests.Sequences;

/// <summary>Truncated backpropagation through time: batches that go on from the state that the batch before has left.</summary>
public class CarriedStateTests
{
    [Fact]
    public void Pieces_have_together_the_loss_of_the_whole()
    {
        const int Rows = 3;
        WholeSeriesD whole = new(1);
        PieceD piece = new(1);
        double[] inputs = Numbers(1, Rows * WholeSeriesD.InputSize), targets = Numbers(2, Rows * WholeSeriesD.OutputSize);
        CarriedState<double> carried = piece.CreateCarriedState(Rows);
        double sum = 0;
        for (int i = 0; i < 3; i++)
            sum += piece.Backward(Piece(inputs, Rows, i), Piece(targets, Rows, i), piece.CreateGradients(), carried);
        Assert.Equal(whole.Evaluate(inputs, targets), sum / 3, 1e-14);

        carried.Reset();
        double[] zeros = piece.CreateGradients(), plain = piece.CreateGradients();
        Assert.Equal(piece.Backward(Piece(inputs, Rows, 0), Piece(targets, Rows, 0), plain), piece.Backward(Piece(inputs, Rows, 0), Piece(targets, Rows, 0), zeros, carried));
        Assert.Equal(plain, zeros);
    }

    [Fact]
    public void The_gradient_is_that_of_a_state_which_is_given()
    {
        const int Rows = 2;
        PieceD net = new(3);
        double[] inputs = Numbers(1, Rows * WholeSeriesD.InputSize), targets = Numbers(2, Rows * WholeSeriesD.OutputSize), gradients = net.CreateGradients(), unused = net.CreateGradients();
        CarriedState<double> carried = net.CreateCarriedState(Rows);

        // The state is that of the weights as they are; what moves them sees it given.
        double Second(Action move, double[] gradients)
        {
            carried.Reset();
            net.Backward(Piece(inputs, Rows, 0), Piece(targets, Rows, 0), gradients, carried);
            move();
            return net.Backward(Piece(inputs, Rows, 1), Piece(targets, Rows, 1), gradients, carried);
        }

        Second(() => { }, gradients);
        foreach (TensorInfo tensor in PieceD.Layout.Tensors)
        {
            double[] values = PieceD.Layout.Read<double>(net.Parameters, tensor.Name), analytic = PieceD.Layout.Read<double>(gradients.AsSpan(), tensor.Name);
            for (int i = 0; i < values.Length; i += 1 + values.Length / 10)
            {
                double Loss(double step)
                {
                    double[] moved = [.. values];
                    moved[i] += step;
                    double loss = Second(() => PieceD.Layout.Write<double>(net.Parameters, tensor.Name, moved), unused);
                    PieceD.Layout.Write<double>(net.Parameters, tensor.Name, values);
                    return loss;
                }

                Assert.Equal((Loss(1e-5) - Loss(-1e-5)) / 2e-5, analytic[i], 1e-8);
            }
        }
    }

    /// <summary>In several blocks, and on several threads, each row has the state of its own.</summary>
    [Fact]
    public void Rows_keep_their_own_states()
    {
        int rows = 2 * ((INetwork<PieceD, double>)new PieceD(1)).Memory.BlockRows + 3;
        PieceD net = new(1);
        double[] first = Numbers(1, rows * PieceD.InputSize), second = Numbers(2, rows * PieceD.InputSize), targets = Numbers(3, rows * PieceD.OutputSize), gradients = net.CreateGradients();
        CarriedState<double> all = net.CreateCarriedState(rows);
        net.Backward(first, targets, gradients, all);
        double together = net.Backward(second, targets, gradients, all), sum = 0;
        for (int row = 0; row < rows; row++)
        {
            CarriedState<double> own = net.CreateCarriedState(1);
            ReadOnlySpan<double> d = targets.AsSpan(row * PieceD.OutputSize, PieceD.OutputSize);
            net.Backward(first.AsSpan(row * PieceD.InputSize, PieceD.InputSize), d, gradients, own);
            sum += net.Backward(second.AsSpan(row * PieceD.InputSize, PieceD.InputSize), d, gradients, own);
        }

        Assert.Equal(sum / rows, together, 1e-13);
    }

    [Fact]
    public void A_row_of_fewer_steps_leaves_the_state_behind_its_last_one()
    {
        PieceLengthsD net = new(1);
        ShortPieceD twin = new(1);
        double[] first = Numbers(1, 6), second = Numbers(2, 6), targets = Numbers(3, 4), gradients = net.CreateGradients();
        double[] padding = [.. Enumerable.Repeat(double.NaN, 6), 2], nothing = [double.NaN, double.NaN, double.NaN, double.NaN];
        CarriedState<double> carried = net.CreateCarriedState(1), expected = twin.CreateCarriedState(1);
        net.Backward([.. first, .. padding], [.. targets, .. nothing], gradients, carried);
        twin.Backward(first, targets, gradients, expected);
        Assert.Equal(twin.Backward(second, targets, gradients, expected), net.Backward([.. second, .. padding], [.. targets, .. nothing], gradients, carried), 1e-14);
    }

    [Fact]
    public void What_is_refused_leaves_the_state_and_what_is_carried_goes_to_one_call()
    {
        PieceD net = new(1), twin = new(1);
        double[] inputs = Numbers(1, PieceD.InputSize), targets = Numbers(2, PieceD.OutputSize), gradients = net.CreateGradients();
        CarriedState<double> carried = net.CreateCarriedState(1), expected = twin.CreateCarriedState(1);
        net.Backward(inputs, targets, gradients, carried);
        twin.Backward(inputs, targets, gradients, expected);

        double[] spoilt = [.. inputs];
        spoilt[2] = double.NaN;
        Assert.True(double.IsNaN(new Trainer<PieceD, double>(net, new Adam<double>(0.1)).Step(spoilt, targets, carried)));
        Assert.Throws<ArgumentException>(() => net.Backward(inputs, targets, new double[3], carried));
        Assert.Throws<ArgumentException>(() => net.Backward(inputs, targets, net.Parameters, carried));
        Assert.Equal(twin.Backward(inputs, targets, gradients), net.Backward(inputs, targets, gradients));
        Assert.Equal(twin.Backward(inputs, targets, gradients, expected), net.Backward(inputs, targets, gradients, carried));
    }

    [Fact]
    public void Nothing_of_a_batch_is_left_in_the_workspace()
    {
        PieceD net = new(1);
        Workspace<double> workspace = PieceD.CreateWorkspace();
        double[] inputs = Numbers(1, PieceD.InputSize), targets = Numbers(2, PieceD.OutputSize);
        net.Backward(inputs, targets, net.CreateGradients(), net.CreateCarriedState(1), workspace);
        Assert.Equal(default, workspace.TakeCarried());
    }

    [Fact]
    public void What_does_not_fit_is_refused_with_what_was_expected()
    {
        var net = new PieceF(1);
        CarriedState<float> two = net.CreateCarriedState(2), foreign = new MemoryF(1).CreateCarriedState(1);
        var trainer = new Trainer<PieceF>(net, new Adam(0.1f));
        float[] x = new float[PieceF.InputSize], d = new float[PieceF.OutputSize];
        Assert.Contains("that of 2 sequences, the batch has 1 rows", Assert.Throws<ArgumentException>(() => trainer.Step(x, d, two)).Message, StringComparison.Ordinal);
        Assert.Contains("make it with the CreateCarriedState of this network", Assert.Throws<ArgumentException>(() => trainer.Step(x, d, foreign)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => trainer.Step(x, d, null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => net.CreateCarriedState(0));
        Assert.Contains("has no recurrent layer", Assert.Throws<InvalidOperationException>(() => new ClassesD(1).CreateCarriedState(1)).Message, StringComparison.Ordinal);

        var data = new Dataset<float>(new float[3 * PieceF.InputSize], new float[3 * PieceF.OutputSize], PieceF.InputSize, PieceF.OutputSize);
        Assert.Contains("set Shuffle to false", Assert.Throws<ArgumentException>(() => trainer.Fit(data, new FitOptions { CarryState = true })).Message, StringComparison.Ordinal);
        Assert.Contains("leave 1", Assert.Throws<ArgumentException>(() => trainer.Fit(data, new FitOptions { CarryState = true, Shuffle = false, BatchSize = 2 })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => trainer.Fit(DataStream.FromDataset(data), new FitOptions { CarryState = true, Shuffle = false, BatchSize = 1 }));
        Assert.Contains("expected at least the 4 of a batch", Assert.Throws<ArgumentException>(() => Dataset<float>.FromSeries(x, d, x.Length, d.Length, 4)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fit_carries_the_state_through_each_epoch_and_resumes()
    {
        float[] inputs = [.. Numbers(1, 11 * 12).Select(number => (float)number)], targets = [.. Numbers(2, 11 * 8).Select(number => (float)number)];
        Dataset<float> data = Dataset<float>.FromSeries(inputs, targets, 12, 8, batchSize: 2);
        Assert.Equal(10, data.Count);
        Assert.Equal(inputs.AsSpan(5 * 12, 12), data.Inputs.Slice(12, 12));
        Assert.Equal(targets.AsSpan(8, 8), data.Targets.Slice(16, 8));

        PieceF fitted = new(1), stepped = new(1), resumed = new(1);
        var options = new FitOptions { Epochs = 4, BatchSize = 2, Shuffle = false, CarryState = true, Threads = 1 };
        new Trainer<PieceF>(fitted, new Adam(0.01f)).Fit(data, options);
        var trainer = new Trainer<PieceF>(stepped, new Adam(0.01f));
        CarriedState<float> carried = stepped.CreateCarriedState(2);
        for (int epoch = 0; epoch < 4; epoch++)
        {
            carried.Reset();
            for (int batch = 0; batch < 5; batch++)
                trainer.Step(data.Inputs.Slice(batch * 24, 24), data.Targets.Slice(batch * 16, 16), carried);
        }

        Assert.Equal(stepped.Parameters, fitted.Parameters);
        string path = Path.Combine(Path.GetTempPath(), $"carried-{Guid.NewGuid():N}.safetensors");
        try
        {
            var half = new FitOptions { Epochs = 2, BatchSize = 2, Shuffle = false, CarryState = true, Threads = 1, Checkpoint = new CheckpointOptions { Path = path } };
            new Trainer<PieceF>(new PieceF(1), new Adam(0.01f)).Fit(data, half);
            new Trainer<PieceF>(resumed, new Adam(0.01f)).Fit(data, new FitOptions { Epochs = 4, BatchSize = 2, Shuffle = false, CarryState = true, Threads = 1, ResumeFrom = path });
            Assert.Equal(fitted.Parameters, resumed.Parameters);
            Assert.Contains("state carried", Assert.Throws<ArgumentException>(() => new Trainer<PieceF>(new PieceF(1), new Adam(0.01f)).Fit(
                data, new FitOptions { Epochs = 4, BatchSize = 2, Shuffle = false, Threads = 1, ResumeFrom = path })).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Each step asks for what the step before it has said, the first step of a piece for what the piece before it has said last: without its state that is a guess.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void What_is_learned_within_pieces_holds_across_them(int threads)
    {
        const int Batch = 32, Length = Batch * 20 * 3;
        var random = new Random(1);
        float[] inputs = new float[Length * 2], targets = new float[Length * 2];
        for (int step = 0, said = 0; step < Length; step++)
        {
            targets[step * 2 + said] = 1;
            said = random.Next(2);
            inputs[step * 2 + said] = 1;
        }

        Dataset<float> data = Dataset<float>.FromSeries(inputs, targets, 6, 6, Batch);
        var carried = new FitOptions { Epochs = 20, BatchSize = Batch, Shuffle = false, CarryState = true, Threads = threads };
        Assert.InRange(new Trainer<MemoryF>(new MemoryF(1), new Adam(0.02f)).Fit(data, carried).Epochs[^1].Loss, 0, 0.05);
        var without = new FitOptions { Epochs = 20, BatchSize = Batch, Threads = threads };
        Assert.InRange(new Trainer<MemoryF>(new MemoryF(1), new Adam(0.02f)).Fit(data, without).Epochs[^1].Loss, 0.2, 0.3);
    }

    private static double[] Numbers(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => 2 * random.NextDouble() - 1)];
    }

    /// <summary>One of three pieces of each row.</summary>
    private static double[] Piece(double[] numbers, int rows, int index) =>
        [.. numbers.Chunk(numbers.Length / rows).SelectMany(row => row.Skip(index * row.Length / 3).Take(row.Length / 3))];
}
