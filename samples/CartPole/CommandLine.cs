using System;
using System.CommandLine;

namespace CartPole;

/// <summary>What the command line asks for.</summary>
/// <param name="Seed">Of the weights, the first states and the actions.</param>
/// <param name="Episodes">When it gives up.</param>
/// <param name="Picture">The file of the learning curve, or null.</param>
internal sealed record Options(int Seed, int Episodes, string? Picture);

/// <summary>The options, their defaults and their checks.</summary>
internal static class CommandLine
{
    public static RootCommand Create(Func<Options, int> run)
    {
        var seed = new Option<int>("--seed") { Description = "Of the weights, the first states and the actions.", DefaultValueFactory = _ => 1 };
        var episodes = new Option<int>("--episodes") { Description = "After how many episodes it gives up.", DefaultValueFactory = _ => 5_000 };
        var picture = new Option<string?>("--picture") { Description = "The SVG file of the learning curve, and of an episode before and after." };
        episodes.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError("--episodes must be at least 1.");
        });

        var root = new RootCommand("Learns to balance a pole on a cart by the gradient of its policy.") { seed, episodes, picture };
        root.SetAction(parsed => run(new Options(parsed.GetValue(seed), parsed.GetValue(episodes), parsed.GetValue(picture))));
        return root;
    }
}
