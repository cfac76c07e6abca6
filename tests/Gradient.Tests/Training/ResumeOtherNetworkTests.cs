using System;
using System.IO;
using System.Numerics;
using GenNet.Gradient.Tests.Behaviour;

namespace GenNet.Gradient.Tests.Training;

/// <summary>A fit is resumed by the network that began it: one whose tensors are the same is another all the same, and is told the difference.</summary>
public sealed class ResumeOtherNetworkTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("gennet-other-").FullName;

    private string File => Path.Combine(_directory, "checkpoint.safetensors");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private void Fit<TNet, T>(TNet network, IOptimizer<T> optimizer, int epochs, string? resumeFrom = null)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (T[] inputs, T[] targets) = Sample.Rows<TNet, T>(64);
        new Trainer<TNet, T>(network, optimizer).Fit(new Dataset<T>(inputs, targets, 784, 10), new FitOptions<T>
        {
            Epochs = epochs, Threads = 1, Checkpoint = new CheckpointOptions { Path = File }, ResumeFrom = resumeFrom,
        });
    }

    private string Refused<TNet, T>(TNet network)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] before = network.Parameters.ToArray();
        var adam = new Adam<T>(T.CreateTruncating(0.001f));
        string message = Assert.Throws<InvalidDataException>(() => Fit(network, adam, 3, File)).Message;
        Assert.Equal(before, network.Parameters.ToArray());
        Assert.Equal(0, adam.Steps);
        return message;
    }

    [Fact]
    public void The_activation_its_constant_the_loss_and_the_precision_are_compared()
    {
        Fit(new LeakyNet(1), new Adam(), 2);
        Assert.Contains("the checkpoint's layer 1 is Dense(784, 60, LeakyReLU(0.01)), the network's is Dense(784, 60, ReLU)", Refused<ThreadedNet, float>(new ThreadedNet(1)), StringComparison.Ordinal);
        Assert.Contains("the checkpoint's layer 1 is Dense(784, 60, LeakyReLU(0.01)), the network's is Dense(784, 60, LeakyReLU(0.2))", Refused<LeakierNet, float>(new LeakierNet(1)), StringComparison.Ordinal);
        Assert.Contains("the checkpoint's loss is CrossEntropy, the network's is MeanSquaredError.", Refused<LeakySquaredNet, float>(new LeakySquaredNet(1)), StringComparison.Ordinal);
        Assert.Contains("the checkpoint's precision is Float, the network's is Double", Refused<ThreadedDoubleNet, double>(new ThreadedDoubleNet(1)), StringComparison.Ordinal);
        Fit(new LeakyNet(2), new Adam(), 3, File);
    }

    [Fact]
    public void The_rate_of_dropout_is_compared()
    {
        Fit(new DroppingNet(1), new Adam(), 2);
        Assert.Contains("the checkpoint's layer 2 is Dropout(60, 60, 0.4), the network's is Dropout(60, 60, 0.3)", Refused<DroppingLessNet, float>(new DroppingLessNet(1)), StringComparison.Ordinal);
        Assert.Contains("the checkpoint's network is 'Float; CrossEntropy; Dense(784, 60, ReLU); Dropout(60, 60, 0.4); Dense(60, 10, Softmax)'", Refused<ThreadedNet, float>(new ThreadedNet(1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_alone_are_loaded_by_any_network_of_the_same_tensors()
    {
        var net = new LeakyNet(1);
        Fit(net, new Adam(), 2);
        Assert.Equal(net.Parameters.ToArray(), LeakySquaredNet.Load(File).Parameters.ToArray());
        var other = new DroppingLessNet(1);
        other.Restore(File, new Adam());
        Assert.Equal(net.Parameters.ToArray(), other.Parameters.ToArray());
    }
}
