using System;
using System.IO;
using System.Linq;

namespace GenNet.Gradient.Tests.Behaviour;

/// <summary>Networks that learn, the same way each time.</summary>
public class TrainingTests
{
    private static readonly float[] XorInputs = [0, 0, 0, 1, 1, 0, 1, 1];
    private static readonly float[] XorTargets = [0, 1, 1, 0];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Xor_converges(int seed)
    {
        var net = new TinyNet(seed);
        var trainer = new Trainer<TinyNet>(net, new Sgd(0.4f));
        for (int epoch = 0; epoch < 10_000; epoch++)
            trainer.Step(XorInputs, XorTargets);
        var outputs = new float[4];
        net.Forward(XorInputs, outputs);
        Assert.True(net.Evaluate(XorInputs, XorTargets) < 0.02f);
        Assert.Equal([0f, 1, 1, 0], outputs.Select(y => MathF.Round(y)));
    }

    [Fact]
    public void One_seed_gives_one_network_and_one_training()
    {
        (float[] inputs, float[] targets) = Sample.Rows<MnistNet, float>(129);
        float[] Trained(int seed, int threads)
        {
            var net = new MnistNet(seed);
            var data = new Dataset<float>(inputs, targets, 784, 10);
            new Trainer<MnistNet>(net, new Sgd(0.1f)).Fit(data, new FitOptions { Epochs = 2, BatchSize = 129, Threads = threads });
            return net.Parameters.ToArray();
        }

        Assert.Equal(new MnistNet(5).Parameters.ToArray(), new MnistNet(5).Parameters.ToArray());
        Assert.NotEqual(new MnistNet(5).Parameters.ToArray(), new MnistNet(6).Parameters.ToArray());
        Assert.Equal(Trained(5, 1), Trained(5, 1));
        Assert.Equal(Trained(5, 3), Trained(5, 3));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Several_threads_compute_the_gradient_of_one(int threads)
    {
        (float[] inputs, float[] targets) = Sample.Rows<MnistNet, float>(129);
        var data = new Dataset<float>(inputs, targets, 784, 10);
        float[] Trained(int count)
        {
            var net = new MnistNet(5);
            new Trainer<MnistNet>(net, new Sgd(0.1f)).Fit(data, new FitOptions { Epochs = 2, BatchSize = 129, Threads = count });
            return net.Parameters.ToArray();
        }

        float[] one = Trained(1), several = Trained(threads);
        Assert.Equal(several, Trained(threads));
        Assert.NotEqual(one, several);
        for (int i = 0; i < one.Length; i++)
            Assert.Equal(one[i], several[i], 1e-5f);
    }

    [Fact]
    public void A_saved_network_loads_bit_for_bit()
    {
        var net = new PaddedNet(5);
        using var stream = new MemoryStream();
        net.Save(stream);
        stream.Position = 0;
        Assert.Equal(net.Parameters.ToArray(), PaddedNet.Load(stream).Parameters.ToArray());
    }

    [Fact]
    public void A_file_of_another_network_is_refused_and_changes_nothing()
    {
        string path = Path.GetTempFileName();
        try
        {
            new TinyNet(1).Save(path);
            var net = new PaddedNet(5);
            float[] before = net.Parameters.ToArray();
            InvalidDataException exception = Assert.Throws<InvalidDataException>(() => net.Restore(path));
            Assert.Contains("0.weight", exception.Message, StringComparison.Ordinal);
            Assert.Equal(before, net.Parameters.ToArray());
        }
        finally
        {
            File.Delete(path);
        }
    }
}
