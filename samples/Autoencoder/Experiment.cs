using System;
using System.IO;
using GenNet;
using Samples;

namespace Autoencoder;

/// <summary>The whole run: the digits, and one of the two networks.</summary>
internal static class Experiment
{
    private const int DrawnTraining = 12_000, DrawnTest = 2_000, Batch = 128;
    private const float LearningRate = 1e-3f;

    public static int Execute(Options options)
    {
        try
        {
            (Digits train, Digits test) = Load(options);
            if (options.Denoise)
                DenoisingRun.Execute(options, train, test);
            else
                PlaneRun.Execute(options, train, test);
            return 0;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"error: {exception.Message}");
            return 1;
        }
    }

    /// <summary>Adam, with a learning rate that goes down to zero along half a cosine.</summary>
    /// <param name="options">Of the command line.</param>
    /// <param name="train">What is learned from.</param>
    /// <param name="error">What is printed after each epoch beside the loss.</param>
    public static TNet Train<TNet>(Options options, DataStream<float> train, Func<TNet, string> error)
        where TNet : class, INetwork<TNet, float>
    {
        TNet net = TNet.Create(options.Seed);
        Console.WriteLine($"{TNet.ParameterCount:N0} parameters, batches of {Batch}, Adam with {LearningRate}, seed {options.Seed}");
        new Trainer<TNet>(net, new Adam(LearningRate)).Fit(train, new FitOptions
        {
            BatchSize = Batch,
            Epochs = options.Epochs,
            Seed = options.Seed,
            Schedule = new CosineSchedule(),
            OnEpoch = report => Console.WriteLine($"epoch {report.Epoch,3}   loss {report.Loss:F4}   {error(net)}"),
        });
        return net;
    }

    private static (Digits Train, Digits Test) Load(Options options)
    {
        (Dataset<float> train, Dataset<float> test) = MnistData.Load(options.Data, DrawnTraining, DrawnTest, options.Seed);
        Console.WriteLine($"{train.Count:N0} training and {test.Count:N0} test images");
        return (Digits.Of(train), Digits.Of(test));
    }
}
