using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using GenNet;

namespace CartPole;

/// <summary>The whole run: episodes and steps in turn until the pole stands.</summary>
internal static class Learning
{
    /// <summary>The episodes of a step on the gradient, and those whose mean return decides; between two lines there are as many.</summary>
    private const int Batch = 8, Window = 100, LineEvery = 80;

    public static int Execute(Options options)
    {
        var policy = new PolicyNet(options.Seed);
        Console.WriteLine($"policy 4-32-2, {PolicyNet.ParameterCount} parameters, baseline 4-32-1, {ValueNet.ParameterCount} parameters, batches of {Batch} episodes, seed {options.Seed}");
        var random = new RandomStream((ulong)options.Seed, 1);
        long start = Stopwatch.GetTimestamp();
        List<double> returns = Learn(policy, options, random);
        TimeSpan time = Stopwatch.GetElapsedTime(start);

        string mean = $"mean return of the last {Math.Min(Window, returns.Count)} is {LastMean(returns):F1}";
        Console.WriteLine(IsSolved(returns)
            ? $"solved after {returns.Count} episodes, {returns.Sum():N0} steps and {time.TotalSeconds:F2} s: the {mean}"
            : $"not solved after {returns.Count} episodes: the {mean}, {Cart.SolvedReturn} are wanted");
        Console.WriteLine($"with the likelier action in every state: mean return {BestMean(policy, random):F1} of {Window} further episodes");
        if (options.Picture is null)
            return 0;
        try
        {
            Picture.Save(options.Picture, returns, Window, new PolicyNet(options.Seed), policy, options.Seed);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"error: {exception.Message}");
            return 1;
        }

        Console.WriteLine($"wrote {options.Picture}");
        return 0;
    }

    /// <summary>The returns of all episodes, until it is solved or given up.</summary>
    private static List<double> Learn(PolicyNet policy, Options options, RandomStream random)
    {
        var gradient = new PolicyGradient(policy, new Baseline(options.Seed, Batch), Batch);
        var episodes = new Episodes(Batch);
        var returns = new List<double>();
        while (true)
        {
            episodes.Play(policy, random);
            returns.AddRange(episodes.Played.Select(episode => (double)episode.Length));
            if (returns.Count % LineEvery == 0)
                Console.WriteLine($"{returns.Count,5} episodes   mean return of the last {Math.Min(Window, returns.Count),3}: {LastMean(returns),5:F1}");
            if (IsSolved(returns) || returns.Count >= options.Episodes)
                return returns;
            gradient.Improve(episodes);
        }
    }

    private static bool IsSolved(List<double> returns) => returns.Count >= Window && LastMean(returns) >= Cart.SolvedReturn;

    private static double LastMean(List<double> returns) => returns.TakeLast(Window).Average();

    /// <summary>What the policy earns where it draws nothing.</summary>
    private static double BestMean(PolicyNet policy, RandomStream random) =>
        Enumerable.Range(0, Window).Average(_ => Policy.PlayBest(policy, new Cart(random)).Count - 1.0);
}
