using System;
using System.IO;
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
}
