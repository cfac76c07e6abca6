using System;
using System.IO;
using System.Threading;

namespace GenNet.Gradient.Tests.Behaviour;

/// <summary>The real thing, where the files are: GENNET_MNIST names their folder, else data/mnist of the repository.</summary>
public class MnistTests
{
    [Fact]
    public void The_lectures_network_reaches_97_5_percent_within_ten_epochs()
    {
        string? folder = Folder();
        Assert.SkipWhen(folder is null, "The MNIST files are not here: set GENNET_MNIST to their folder.");
        Dataset<float> train = Dataset.FromIdx(Path.Combine(folder!, "train-images-idx3-ubyte.gz"), Path.Combine(folder!, "train-labels-idx1-ubyte.gz"));
        Dataset<float> test = Dataset.FromIdx(Path.Combine(folder!, "t10k-images-idx3-ubyte.gz"), Path.Combine(folder!, "t10k-labels-idx1-ubyte.gz"));
        Assert.Equal((60_000, 10_000), (train.Count, test.Count));

        var net = new MnistNet(1);
        double best = 0;
        using var enough = new CancellationTokenSource();
        new Trainer<MnistNet>(net, new Sgd(0.5f)).Fit(train, new FitOptions
        {
            Epochs = 10,
            BatchSize = 16,
            Seed = 1,
            CancellationToken = enough.Token,
            OnEpoch = _ =>
            {
                best = Math.Max(best, Metrics.Accuracy(net, test));
                if (best >= 0.975)
                    enough.Cancel();
            },
        });
        Assert.True(best >= 0.975, $"The best test accuracy of ten epochs is {best:F4}.");
    }

    private static string? Folder()
    {
        if (Environment.GetEnvironmentVariable("GENNET_MNIST") is { Length: > 0 } given)
            return given;
        for (DirectoryInfo? directory = new(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            string data = Path.Combine(directory.FullName, "data", "mnist");
            if (File.Exists(Path.Combine(directory.FullName, "GenNet.sln")))
                return Directory.Exists(data) ? data : null;
        }

        return null;
    }
}
