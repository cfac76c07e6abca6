using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace Samples;

/// <summary>
/// A chart with axes, ticks and, where several series have names, a legend: lines, points, histograms, and paths on the contours of a surface, one upon the
/// other in the order in which they are added. <see cref="SvgFigure"/> puts charts side by side and writes the file.
/// </summary>
/// <example><code>
/// new SvgChart("Loss", "epoch", "loss") { LogY = true }.Line("Adam", losses).Line("Sgd", others).Save("loss.svg");
/// </code></example>
internal sealed class SvgChart(string title, string xLabel, string yLabel)
{
    /// <summary>Colours that people with colour blindness tell apart (Okabe and Ito, 2008), and some more of their kind.</summary>
    private static readonly string[] Palette =
        ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#555555", "#B2A700", "#7B3294", "#882255", "#117733", "#AA4499"];

    private readonly List<SvgSeries> _series = [];
    private int _colors;

    /// <summary>Whether the x axis is logarithmic; values that are not above 0 are left out.</summary>
    public bool LogX { get; init; }

    /// <summary>Whether the y axis is logarithmic; values that are not above 0 are left out.</summary>
    public bool LogY { get; init; }

    /// <summary>The range of the x axis; that of the data by default. What lies outside is cut off.</summary>
    public (double Low, double High)? XRange { get; init; }

    /// <summary>The range of the y axis; that of the data, rounded to ticks, by default. What lies outside is cut off.</summary>
    public (double Low, double High)? YRange { get; init; }

    /// <summary>A line through values at x = 1, 2, ...</summary>
    public SvgChart Line(string? name, IReadOnlyList<double> y) => Line(name, [.. Enumerable.Range(1, y.Count).Select(i => (double)i)], y);

    /// <summary>A line through points.</summary>
    public SvgChart Line(string? name, IReadOnlyList<double> x, IReadOnlyList<double> y, string? color = null, bool dashed = false) =>
        Add(new SvgLine(name, color ?? NextColor(), x, y, MarkEnds: false, dashed));

    /// <summary>A line whose first point is a ring and whose last is a dot: the way of an optimizer.</summary>
    public SvgChart Path(string? name, IReadOnlyList<double> x, IReadOnlyList<double> y, string? color = null) =>
        Add(new SvgLine(name, color ?? NextColor(), x, y, MarkEnds: true, Dashed: false));

    /// <summary>Single points.</summary>
    public SvgChart Points(string? name, IReadOnlyList<double> x, IReadOnlyList<double> y, string? color = null, double radius = 3) =>
        Add(new SvgPoints(name, color ?? NextColor(), x, y, radius));

    /// <summary>Thousands of small points: those of a series are one shape, so where they overlap they are no darker.</summary>
    public SvgChart Dots(string? name, IReadOnlyList<double> x, IReadOnlyList<double> y, double radius, string? color = null) =>
        Add(new SvgDots(name, color ?? NextColor(), x, y, radius));

    /// <summary>A histogram: bar i reaches from edge i to edge i + 1.</summary>
    public SvgChart Bars(string? name, IReadOnlyList<double> edges, IReadOnlyList<double> heights, string? color = null) =>
        Add(new SvgBars(name, color ?? NextColor(), edges, heights));

    /// <summary>Upright histograms side by side: the range of y of each and the weights of its bins.</summary>
    public SvgChart Distributions(string? name, IReadOnlyList<double> x, IReadOnlyList<(double From, double To, double[] Weights)> histograms, string? color = null) =>
        Add(new SvgDistributions(name, color ?? NextColor(), x, histograms));

    /// <summary>The lines on which a function has the given values.</summary>
    public SvgChart Contours(
        Func<double, double, double> function, (double Low, double High) xRange, (double Low, double High) yRange, IReadOnlyList<double> levels) =>
        Add(new SvgContours(function, xRange, yRange, levels));

    /// <summary>Writes the chart as a picture of its own.</summary>
    public void Save(string path, int width = 760, int height = 440) => SvgFigure.Save(path, [this], 1, width, height);

    /// <summary>The chart in a rectangle of a picture. The number tells its clipping from those of other charts.</summary>
    internal IEnumerable<XElement> Draw(double left, double top, double width, double height, int number)
    {
        const double Above = 34, Below = 46, LeftOf = 66;
        SvgSeries[] named = [.. _series.Where(series => series.Name is not null)];
        double legend = named.Length < 2 ? 16 : 42 + 7 * named.Max(series => series.Name!.Length);
        SvgPlot plot = new(left + LeftOf, top + Above, width - LeftOf - legend, height - Above - Below, XAxis(width), YAxis(height));

        yield return SvgPlot.Text(title, plot.Left + plot.Width / 2, top + 20, "middle", 15);
        foreach (XElement element in Axes(plot))
            yield return element;

        string clip = $"plot{number}";
        yield return new XElement(
            SvgPlot.Namespace + "clipPath", new XAttribute("id", clip),
            SvgPlot.Element("rect", ("x", plot.Left), ("y", plot.Top), ("width", plot.Width), ("height", plot.Height)));
        yield return new XElement(
            SvgPlot.Namespace + "g", new XAttribute("clip-path", $"url(#{clip})"), _series.SelectMany(series => series.Draw(plot)));

        for (int i = 0; i < named.Length && named.Length > 1; i++)
        {
            double x = plot.Left + plot.Width + 12, y = plot.Top + 10 + 18 * i;
            yield return SvgPlot.Element("line", ("x1", x), ("y1", y), ("x2", x + 18), ("y2", y), ("stroke", named[i].Color), ("stroke-width", 3));
            yield return SvgPlot.Text(named[i].Name!, x + 24, y + 4, "start");
        }
    }

    private IEnumerable<XElement> Axes(SvgPlot plot)
    {
        double bottom = plot.Top + plot.Height;
        foreach ((double value, string text) in plot.X.Ticks)
        {
            double x = plot.PixelX(value);
            yield return SvgPlot.Element("line", ("x1", x), ("y1", plot.Top), ("x2", x), ("y2", bottom), ("stroke", "#e4e4e4"));
            yield return SvgPlot.Text(text, x, bottom + 16, "middle", 11);
        }

        foreach ((double value, string text) in plot.Y.Ticks)
        {
            double y = plot.PixelY(value);
            yield return SvgPlot.Element("line", ("x1", plot.Left), ("y1", y), ("x2", plot.Left + plot.Width), ("y2", y), ("stroke", "#e4e4e4"));
            yield return SvgPlot.Text(text, plot.Left - 6, y + 4, "end", 11);
        }

        yield return SvgPlot.Element(
            "rect", ("x", plot.Left), ("y", plot.Top), ("width", plot.Width), ("height", plot.Height), ("fill", "none"), ("stroke", "#888888"));
        yield return SvgPlot.Text(xLabel, plot.Left + plot.Width / 2, bottom + 36, "middle");
        XElement upright = SvgPlot.Text(yLabel, 0, 0, "middle");
        upright.SetAttributeValue("transform", $"translate({SvgPlot.Number(plot.Left - 52)},{SvgPlot.Number(plot.Top + plot.Height / 2)}) rotate(-90)");
        yield return upright;
    }

    private SvgAxis XAxis(double width) => Axis(point => point.X, XRange, LogX, round: false, width < 500 ? 4 : 8);

    private SvgAxis YAxis(double height) => Axis(point => point.Y, YRange, LogY, round: true, height < 300 ? 4 : 7);

    private SvgAxis Axis(Func<(double X, double Y), double> select, (double Low, double High)? range, bool log, bool round, int ticks)
    {
        if (range is { } given)
            return new SvgAxis(given.Low, given.High, log, round: false, ticks);
        double[] values = [.. _series.SelectMany(series => series.Extent).Select(select).Where(value => double.IsFinite(value) && (!log || value > 0))];
        return values.Length == 0 ? new SvgAxis(log ? 0.1 : 0, 1, log, round, ticks) : new SvgAxis(values.Min(), values.Max(), log, round, ticks);
    }

    private SvgChart Add(SvgSeries series)
    {
        _series.Add(series);
        return this;
    }

    private string NextColor() => Palette[_colors++ % Palette.Length];
}
