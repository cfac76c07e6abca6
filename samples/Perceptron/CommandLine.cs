using System;
using System.CommandLine;

namespace Perceptron;

/// <summary>What the command line asks for.</summary>
/// <param name="Seed">Of the weights at the start.</param>
/// <param name="LearningRate">The step of the perceptron rule.</param>
/// <param name="Epochs">After so many the learning is given up.</param>
/// <param name="Picture">The file of the picture.</param>
internal sealed record Options(int Seed, float LearningRate, int Epochs, string Picture);

/// <summary>The options, their defaults and their checks.</summary>
internal static class CommandLine
{
    public static RootCommand Create(Func<Options, int> run)
    {
        var seed = new Option<int>("--seed") { Description = "Of the weights at the start.", DefaultValueFactory = _ => 1 };
        var rate = new Option<float>("--learning-rate") { Description = "The step of the perceptron rule.", DefaultValueFactory = _ => 0.125f };
        var epochs = new Option<int>("--epochs") { Description = "After so many the learning is given up.", DefaultValueFactory = _ => 1_000 };
        var picture = new Option<string>("--picture") { Description = "The SVG file of the picture.", DefaultValueFactory = _ => "perceptron.svg" };
        rate.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<float>() is not (> 0 and < float.PositiveInfinity))
                result.AddError("--learning-rate must be a finite number above 0.");
        });
        epochs.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError("--epochs must be at least 1.");
        });

        var root = new RootCommand("A threshold unit learns AND and OR, and shows why it cannot learn XOR.") { seed, rate, epochs, picture };
        root.SetAction(parsed => run(new Options(parsed.GetValue(seed), parsed.GetValue(rate), parsed.GetValue(epochs), parsed.GetValue(picture)!)));
        return root;
    }
}
