using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using GenNet.Gradient.Tests.Behaviour;

namespace GenNet.Gradient.Tests.Training;

/// <summary>The masks of dropout in a fit follow from its seed and the place in it: not from threads, and not from what was before.</summary>
public sealed class DropoutFitTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("gennet-dropout-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private static float[] Fitted(int threads, int seed = 0, CheckpointOptions? checkpoint = null, string? resumeFrom = null, int epochs = 4)
    {
        (float[] inputs, float[] targets) = Sample.Rows<DroppingNet, float>(256);
        var net = new DroppingNet(1);
        new Trainer<DroppingNet>(net, new Sgd(0.05f)).Fit(new Dataset<float>(inputs, targets, DroppingNet.InputSize, 10), new FitOptions
        {
            Epochs = epochs, BatchSize = 64, Shuffle = false, Seed = seed, Threads = threads, Checkpoint = checkpoint, ResumeFrom = resumeFrom,
        });
        return net.Parameters.ToArray();
    }

    [Fact]
    public void Threads_draw_the_masks_that_one_draws()
    {
        // Other masks give other parameters: those of another seed lie farther away than rounding brings any.
        float[] one = Fitted(threads: 1);
        Assert.Equal(one, Fitted(threads: 3), (a, b) => Math.Abs(a - b) < 1e-5);
        Assert.NotEqual(one, Fitted(threads: 3));
        Assert.NotEqual(one, Fitted(threads: 1, seed: 1), (a, b) => Math.Abs(a - b) < 1e-3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_resumed_fit_draws_the_masks_of_an_uninterrupted_one(int threads)
    {
        string path = Path.Combine(_directory, "checkpoint.safetensors");
        Fitted(threads, checkpoint: new CheckpointOptions { Path = path }, epochs: 2);
        Assert.Equal(Fitted(threads), Fitted(threads, resumeFrom: path));
    }

    [Fact]
    public void Fits_of_one_epoch_draw_the_masks_of_one_fit()
    {
        (float[] inputs, float[] targets) = Sample.Rows<DroppingNet, float>(256);
        var net = new DroppingNet(1);
        var trainer = new Trainer<DroppingNet>(net, new Sgd(0.05f));
        for (int i = 0; i < 4; i++)
            trainer.Fit(new Dataset<float>(inputs, targets, 784, 10), new FitOptions { BatchSize = 64, Shuffle = false, Threads = 1 });
        Assert.Equal(Fitted(threads: 1), net.Parameters.ToArray());
    }

    [Fact]
    public void Single_steps_are_saved_and_resumed_with_their_masks()
    {
        (float[] inputs, float[] targets) = Sample.Rows<DroppingNet, float>(32);
        void Steps(DroppingNet net, IOptimizer<float> optimizer, int count)
        {
            var trainer = new Trainer<DroppingNet>(net, optimizer);
            for (int i = 0; i < count; i++)
                trainer.Step(inputs, targets);
        }

        string path = Path.Combine(_directory, "steps.safetensors");
        DroppingNet whole = new(7), first = new(7), second = new(8);
        Steps(whole, new Adam(), 6);
        var adam = new Adam();
        Steps(first, adam, 3);
        first.Save(path, adam);
        adam = new Adam();
        second.Restore(path, adam);
        Steps(second, adam, 3);
        Assert.Equal(whole.Parameters.ToArray(), second.Parameters.ToArray());

        // A file of before the masks' place was saved leaves that of the network; one whose place is no number is refused as a whole.
        SafeTensorsFile file = SafeTensorsFile.Read(path);
        new SafeTensorsFile(file.Tensors, file.Metadata.Where(pair => !pair.Key.StartsWith("dropout.", StringComparison.Ordinal)).ToDictionary()).Write(path);
        new DroppingNet(8).Restore(path, new Adam());
        new SafeTensorsFile(file.Tensors, new Dictionary<string, string>(file.Metadata) { ["dropout.step"] = "-1" }).Write(path);
        float[] before = second.Parameters.ToArray();
        Assert.Throws<InvalidDataException>(() => second.Restore(path, adam));
        Assert.Equal(before, second.Parameters.ToArray());
    }
}
