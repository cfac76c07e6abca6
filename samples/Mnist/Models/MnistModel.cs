using System;
using System.Linq;
using GenNet;

namespace Mnist;

/// <summary>A network that <c>--model</c> names, with its way of training.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Run">The whole run; returns the exit code.</param>
internal sealed record MnistModel(string Name, Func<MnistOptions, int> Run)
{
    /// <summary>The lecture's variants: one hidden layer, stochastic gradient descent.</summary>
    public static readonly MnistModel[] All =
    [
        new("784-15-10", options => TrainingRun.Execute<MnistNet15>(options, GradientDescent)),
        new("784-50-10", options => TrainingRun.Execute<MnistNet50>(options, GradientDescent)),
        new("784-100-10", options => TrainingRun.Execute<MnistNet>(options, GradientDescent)),
    ];

    public static MnistModel Of(string name) => All.First(model => model.Name == name);

    private static IOptimizer<float> GradientDescent(MnistOptions options) => new Sgd(options.LearningRate);
}
