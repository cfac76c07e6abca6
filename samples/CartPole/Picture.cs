using System;
using System.Collections.Generic;
using System.Linq;
using GenNet;
using Samples;

namespace CartPole;

/// <summary>The returns of the episodes, and the pole in an episode before and after the learning.</summary>
internal static class Picture
{
    private const string Single = "#9ec5e0", Mean = "#0072B2", Limit = "#555555", Before = "#D55E00", After = "#009E73";

    /// <summary>Writes the picture.</summary>
    /// <param name="path">The file; its folder is created where it is missing.</param>
    /// <param name="returns">Of all episodes in order.</param>
    /// <param name="window">Over how many of them the mean is taken.</param>
    /// <param name="before">The policy at the start.</param>
    /// <param name="after">The policy at the end.</param>
    /// <param name="seed">Of the run, for the title.</param>
    public static void Save(string path, IReadOnlyList<double> returns, int window, PolicyNet before, PolicyNet after, int seed) => SvgFigure.Save(
        path, [Returns(returns, window), Angles(before, after)], columns: 2, width: 600, height: 400,
        title: $"A pole on a cart, balanced by policy gradient (seed {seed})");

    private static SvgChart Returns(IReadOnlyList<double> returns, int window)
    {
        double[] episodes = [.. Enumerable.Range(1, returns.Count).Select(episode => (double)episode)];
        double[] means = [.. episodes.Select(episode => episode < window ? double.NaN : returns.Skip((int)episode - window).Take(window).Average())];
        return new SvgChart("The return of each episode: its steps", "episode", "return") { XRange = (0, returns.Count), YRange = (0, Cart.MostSteps + 20) }
            .Points("one episode", episodes, returns, Single, 2.2)
            .Line($"mean of {window}", episodes, means, Mean)
            .Line("solved", [0, returns.Count], [Cart.SolvedReturn, Cart.SolvedReturn], Limit, dashed: true);
    }

    /// <summary>Both from the same start, with the likelier action in every state.</summary>
    private static SvgChart Angles(PolicyNet before, PolicyNet after)
    {
        var start = new Cart(new RandomStream(0));
        double limit = Degrees(Cart.Fallen);
        var chart = new SvgChart("The pole in an episode", "seconds", "degrees from upright") { XRange = (0, Cart.MostSteps * Cart.StepLength), YRange = (-limit - 2, limit + 2) };
        Add(chart, "before", Policy.PlayBest(before, start), Before);
        Add(chart, "after", Policy.PlayBest(after, start), After);
        foreach (double end in new[] { -limit, limit })
            chart.Line(end < 0 ? null : "fallen", [0, Cart.MostSteps * Cart.StepLength], [end, end], Limit, dashed: true);
        return chart;
    }

    private static void Add(SvgChart chart, string name, List<Cart> path, string color) =>
        chart.Line(name, [.. path.Select((_, step) => step * Cart.StepLength)], [.. path.Select(cart => Degrees(cart.Angle))], color);

    private static double Degrees(double radians) => radians * 180 / Math.PI;
}
