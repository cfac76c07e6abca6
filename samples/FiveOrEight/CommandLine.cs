using System;
using System.CommandLine;

namespace FiveOrEight;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">The folder of the four IDX files.</param>
/// <param name="Iterations">The steps; by default 1,000 on MNIST and fewer on drawn digits.</param>
/// <param name="LearningRate">The step of gradient descent; by default one that suits the loss.</param>
/// <param name="Loss">cross-entropy or half-squared.</param>
/// <param name="Seed">Of the weights and the drawn digits.</param>
/// <param name="Picture">The file of the loss curve.</param>
internal sealed record Options(string Data, int? Iterations, float? LearningRate, string Loss, int Seed, string Picture);

/// <summary>The options, their defaults and their checks.</summary>
internal static class CommandLine
{
    public const string CrossEntropy = "cross-entropy", HalfSquared = "half-squared";

    public static RootCommand Create(Func<Options, int> run)
    {
        var data = new Option<string>("--data") { Description = "The folder of the four IDX files, plain or .gz.", DefaultValueFactory = _ => "data/mnist" };
        var iterations = new Option<int?>("--iterations") { Description = "The steps; 1,000 on MNIST, 150 on drawn digits." };
        var rate = new Option<float?>("--learning-rate") { Description = "The step of gradient descent; 0.1 for cross-entropy, 0.5 for the half squared error." };
        var loss = new Option<string>("--loss") { Description = "The loss.", DefaultValueFactory = _ => CrossEntropy };
        var seed = new Option<int>("--seed") { Description = "Of the weights, and of the digits it draws.", DefaultValueFactory = _ => 1 };
        var picture = new Option<string>("--picture") { Description = "The SVG file of the loss curve.", DefaultValueFactory = _ => "five-or-eight.svg" };
        loss.AcceptOnlyFromAmong(CrossEntropy, HalfSquared);
        iterations.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() < 1)
                result.AddError("--iterations must be at least 1.");
        });
        rate.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<float?>() is not (null or (> 0 and < float.PositiveInfinity)))
                result.AddError("--learning-rate must be a finite number above 0.");
        });

        var root = new RootCommand("Tells fives from eights with 784-196-1 and full-batch gradient descent.") { data, iterations, rate, loss, seed, picture };
        root.SetAction(parsed => run(new Options(
            parsed.GetValue(data)!, parsed.GetValue(iterations), parsed.GetValue(rate), parsed.GetValue(loss)!, parsed.GetValue(seed), parsed.GetValue(picture)!)));
        return root;
    }
}
