using System;
using System.CommandLine;

namespace Physics;

/// <summary>What the command line asks for.</summary>
/// <param name="Seed">Of the noise.</param>
/// <param name="Noise">The standard deviation of the observations in metres.</param>
/// <param name="Steps">How often the parameters are improved.</param>
/// <param name="Picture">The file of the picture.</param>
internal sealed record Options(int Seed, double Noise, int Steps, string Picture);

/// <summary>The options, their defaults and their checks.</summary>
internal static class CommandLine
{
    public static RootCommand Create(Func<Options, int> run)
    {
        var seed = new Option<int>("--seed") { Description = "Of the noise.", DefaultValueFactory = _ => 1 };
        var noise = new Option<double>("--noise") { Description = "The standard deviation of the observations in metres.", DefaultValueFactory = _ => 0.2 };
        var steps = new Option<int>("--steps") { Description = "How often the parameters are improved.", DefaultValueFactory = _ => 1_500 };
        var picture = new Option<string>("--picture") { Description = "The SVG file of the picture.", DefaultValueFactory = _ => "physics.svg" };
        noise.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0 and < double.PositiveInfinity))
                result.AddError("--noise must be a finite number that is not negative.");
        });
        steps.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError("--steps must be at least 1.");
        });

        var root = new RootCommand("Finds the speed, the angle and the drag of a thrown ball by the gradient of its simulation.") { seed, noise, steps, picture };
        root.SetAction(parsed => run(new Options(parsed.GetValue(seed), parsed.GetValue(noise), parsed.GetValue(steps), parsed.GetValue(picture)!)));
        return root;
    }
}
