using System.Linq;
using Samples;

namespace Physics;

/// <summary>The flights before, between and after, the observations, and the loss on the way.</summary>
internal static class Picture
{
    private const string Before = "#999999", Between = "#c9d9e8", After = "#0072B2", Observed = "#D55E00", Hidden = "#222222";

    public static void Save(string path, Parameters hidden, double[] observed, Fit fit) => SvgFigure.Save(
        path, [Flights(hidden, observed, fit), Losses(fit)], columns: 2, width: 560, height: 400, title: "A thrown ball: parameters found through the simulation");

    private static SvgChart Flights(Parameters hidden, double[] observed, Fit fit)
    {
        var chart = new SvgChart("The flights", "x in metres", "y in metres");

        // The loss falls fast at first: the steps that are drawn lie closer there.
        foreach (int step in new[] { 8, 16, 26, 38, 52 }.Where(step => step < fit.History.Count))
            Add(chart, null, fit.History[step], Between);
        Add(chart, "start", fit.History[0], Before, dashed: true);
        Add(chart, "found", fit.Found, After);
        Add(chart, "hidden", hidden, Hidden, dashed: true);
        return chart.Points("observed", Every(observed, 0), Every(observed, 1), Observed);
    }

    private static SvgChart Losses(Fit fit) =>
        new SvgChart("The loss", "step", "mean squared distance in m2") { LogY = true, XRange = (0, fit.Losses.Count * 1.04) }.Line(null, [.. Enumerable.Range(0, fit.Losses.Count).Select(step => (double)step)], fit.Losses, After);

    private static void Add(SvgChart chart, string? name, Parameters parameters, string color, bool dashed = false)
    {
        double[] path = Flight.Path(parameters);
        chart.Line(name, Every(path, 0), Every(path, 1), color, dashed);
    }

    /// <summary>Of pairs the first numbers, or the second.</summary>
    private static double[] Every(double[] pairs, int which) => [.. pairs.Where((_, i) => i % 2 == which)];
}
