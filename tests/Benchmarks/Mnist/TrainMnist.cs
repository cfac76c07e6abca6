using System;
using System.IO;
using System.Threading;
using GenNet.Benchmarks.Networks;

namespace GenNet.Benchmarks.Mnist;

/// <summary>GenNet's side of the MNIST comparison: a program of its own, timed from outside.</summary>
internal static class TrainMnist
{
    public static int Run(string[] arguments)
    {
        MnistRecipe recipe = MnistRecipe.Parse(arguments);
        return recipe.Model == "lenet" ? Run(recipe, new LeNet5(recipe.Seed), new Adam(recipe.Rate)) : Run(recipe, new DigitNet(recipe.Seed), new Sgd(recipe.Rate));
    }

    private static int Run<TNet>(MnistRecipe recipe, TNet network, IOptimizer<float> optimizer)
        where TNet : class, INetwork<TNet, float>
    {
        Dataset<float> train = Read(recipe.Data, "train");
        Dataset<float> test = Read(recipe.Data, "t10k");
        using var reached = new CancellationTokenSource();
        double accuracy = 0;
        FitResult result = new Trainer<TNet>(network, optimizer).Fit(train, new FitOptions
        {
            Epochs = recipe.Epochs,
            BatchSize = recipe.Batch,
            Threads = recipe.Threads,
            Seed = recipe.Seed,
            CancellationToken = reached.Token,
            OnEpoch = _ =>
            {
                accuracy = Metrics.Accuracy(network, test);
                if (accuracy >= recipe.Goal)
                    reached.Cancel();
            },
        });
        Console.WriteLine($$"""{"epochs": {{result.Epochs.Length}}, "accuracy": {{accuracy}}}""");
        return 0;
    }

    private static Dataset<float> Read(string folder, string part) =>
        Dataset.FromIdx(Find(folder, $"{part}-images-idx3-ubyte"), Find(folder, $"{part}-labels-idx1-ubyte"));

    private static string Find(string folder, string name)
    {
        string plain = Path.Combine(folder, name);
        return File.Exists(plain) ? plain : plain + ".gz";
    }
}
