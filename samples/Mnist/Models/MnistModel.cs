using System;
using System.Linq;
using GenNet;

namespace Mnist;

/// <summary>A network that <c>--model</c> names, with its way of training.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Run">The whole run; returns the exit code.</param>
internal sealed record MnistModel(string Name, Func<MnistOptions, int> Run)
{
    public static readonly MnistModel[] All =
    [
        // The lecture's variants: one hidden layer, stochastic gradient descent.
        new("784-15-10", TrainingRun.Execute<MnistNet15>),
        new("784-50-10", TrainingRun.Execute<MnistNet50>),
        new("784-100-10", TrainingRun.Execute<MnistNet>),
        new("modern", TrainingRun.Execute<MnistModernNet>)
        {
            Epochs = 20,
            Batch = 128,
            LearningRate = 1e-3f,
            Optimizer = rate => new Adam(rate),
            Schedule = new CosineSchedule(),
        },

        // Images as images: the network that the lectures end with, and what has become of it.
        new("lenet", TrainingRun.Execute<LeNet5>)
        {
            Epochs = 10,
            Batch = 64,
            LearningRate = 2e-3f,
            Optimizer = rate => new Adam(rate),
            Schedule = new CosineSchedule(),
            Shift = 1,
        },
        new("lenet-modern", TrainingRun.Execute<ModernLeNet>)
        {
            Epochs = 20,
            Batch = 64,
            LearningRate = 2e-3f,
            Optimizer = rate => new AdamW(rate),
            Schedule = new CosineSchedule(),
        },
    ];

    /// <summary>The passes through the training images, unless the command line says otherwise.</summary>
    public int Epochs { get; private init; } = 10;

    /// <summary>The images of one step, unless the command line says otherwise.</summary>
    public int Batch { get; private init; } = 16;

    /// <summary>The learning rate, unless the command line says otherwise.</summary>
    public float LearningRate { get; private init; } = 0.5f;

    /// <summary>The optimizer with a learning rate.</summary>
    public Func<float, IOptimizer<float>> Optimizer { get; private init; } = rate => new Sgd(rate);

    /// <summary>How the learning rate changes; null where it does not.</summary>
    public ISchedule? Schedule { get; private init; }

    /// <summary>By how many pixels each image is moved at random, anew in every epoch: a digit is the same one wherever it stands.</summary>
    public int Shift { get; private init; }

    public static MnistModel Of(string name) => All.First(model => model.Name == name);
}
