using System;
using System.CommandLine;

namespace VanishingGradient;

/// <summary>What the command line asks for.</summary>
/// <param name="Samples">The samples that are looked at.</param>
/// <param name="Seed">Of the weights and the samples.</param>
/// <param name="Details">Whether to print every layer of every network.</param>
/// <param name="Picture">The file of the picture.</param>
internal sealed record Options(int Samples, int Seed, bool Details, string Picture);

/// <summary>The options, their defaults and their checks.</summary>
internal static class CommandLine
{
    public static RootCommand Create(Func<Options, int> run)
    {
        var samples = new Option<int>("--samples") { Description = "The samples that are looked at.", DefaultValueFactory = _ => 500 };
        var seed = new Option<int>("--seed") { Description = "Of the weights and the samples.", DefaultValueFactory = _ => 1 };
        var details = new Option<bool>("--details") { Description = "Prints every layer of every network." };
        var picture = new Option<string>("--picture") { Description = "The SVG file of the picture.", DefaultValueFactory = _ => "vanishing-gradient.svg" };
        samples.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 100_000)
                result.AddError("--samples must be from 1 to 100000.");
        });

        var root = new RootCommand("Activations and gradients of ten layers under four initialisations.") { samples, seed, details, picture };
        root.SetAction(parsed => run(new Options(parsed.GetValue(samples), parsed.GetValue(seed), parsed.GetValue(details), parsed.GetValue(picture)!)));
        return root;
    }
}
