using System;
using System.CommandLine;

namespace SineWave;

/// <summary>What the command line asks for.</summary>
/// <param name="Seed">Of the weights and of the waves.</param>
/// <param name="Epochs">How often the network sees all training waves.</param>
/// <param name="Picture">The file of the picture, or null.</param>
internal sealed record Options(int Seed, int Epochs, string? Picture);

/// <summary>The options, their defaults and their checks.</summary>
internal static class CommandLine
{
    public static RootCommand Create(Func<Options, int> run)
    {
        var seed = new Option<int>("--seed") { Description = "Of the weights and of the waves.", DefaultValueFactory = _ => 1 };
        var epochs = new Option<int>("--epochs") { Description = "The passes through the training waves.", DefaultValueFactory = _ => 20 };
        var picture = new Option<string?>("--picture") { Description = "The SVG file: what is given, what the network goes on with, and the true wave." };
        epochs.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError("--epochs must be at least 1.");
        });

        var root = new RootCommand("Learns the next value of a wave, and goes on with it by itself.") { seed, epochs, picture };
        root.SetAction(parsed => run(new Options(parsed.GetValue(seed), parsed.GetValue(epochs), parsed.GetValue(picture))));
        return root;
    }
}
