using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Xml.Linq;

namespace Samples;

/// <summary>Data in a chart.</summary>
/// <param name="Name">What the legend calls them; null keeps them out of it.</param>
/// <param name="Color">Their colour.</param>
internal abstract record SvgSeries(string? Name, string Color)
{
    /// <summary>Points that the axes must reach.</summary>
    public abstract IEnumerable<(double X, double Y)> Extent { get; }

    /// <summary>The data as elements of the picture.</summary>
    public abstract IEnumerable<XElement> Draw(SvgPlot plot);

    /// <summary>The same number of both, or an exception.</summary>
    protected static void SameCount(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        if (x.Count != y.Count)
            throw new ArgumentException($"There are {x.Count} x but {y.Count} y.", nameof(y));
    }
}

/// <summary>A line through points, broken where one has no place on the scales (NaN; 0 on a logarithmic scale).</summary>
internal sealed record SvgLine(string? Name, string Color, IReadOnlyList<double> X, IReadOnlyList<double> Y, bool MarkEnds, bool Dashed)
    : SvgSeries(Name, Color)
{
    public override IEnumerable<(double X, double Y)> Extent => X.Zip(Y);

    public override IEnumerable<XElement> Draw(SvgPlot plot)
    {
        SameCount(X, Y);
        XElement path = SvgPlot.Element("path", ("d", Data(plot)), ("fill", "none"), ("stroke", Color), ("stroke-width", 1.6), ("stroke-linejoin", "round"));
        if (Dashed)
            path.SetAttributeValue("stroke-dasharray", "5 4");
        yield return path;
        if (!MarkEnds || X.Count == 0)
            yield break;
        if (plot.Has(X[0], Y[0]))
            yield return SvgPlot.Element("circle", ("cx", plot.PixelX(X[0])), ("cy", plot.PixelY(Y[0])), ("r", 4.0), ("fill", "white"), ("stroke", Color), ("stroke-width", 1.6));
        if (plot.Has(X[^1], Y[^1]))
            yield return SvgPlot.Element("circle", ("cx", plot.PixelX(X[^1])), ("cy", plot.PixelY(Y[^1])), ("r", 3.5), ("fill", Color));
    }

    private string Data(SvgPlot plot)
    {
        var data = new StringBuilder();
        (double X, double Y) last = (double.NaN, double.NaN);
        for (int i = 0; i < X.Count; i++)
        {
            if (!plot.Has(X[i], Y[i]))
            {
                last = (double.NaN, double.NaN);
                continue;
            }

            (double X, double Y) point = (plot.PixelX(X[i]), plot.PixelY(Y[i]));
            bool connected = !double.IsNaN(last.X);

            // Points closer than a fraction of a pixel cannot be seen and only make the file large.
            if (connected && i < X.Count - 1 && Math.Abs(point.X - last.X) + Math.Abs(point.Y - last.Y) < 0.4)
                continue;
            data.Append(connected ? 'L' : 'M').Append(SvgPlot.Number(point.X)).Append(' ').Append(SvgPlot.Number(point.Y));
            last = point;
        }

        return data.ToString();
    }
}

/// <summary>Single points.</summary>
internal sealed record SvgPoints(string? Name, string Color, IReadOnlyList<double> X, IReadOnlyList<double> Y, double Radius)
    : SvgSeries(Name, Color)
{
    public override IEnumerable<(double X, double Y)> Extent => X.Zip(Y);

    public override IEnumerable<XElement> Draw(SvgPlot plot)
    {
        SameCount(X, Y);
        for (int i = 0; i < X.Count; i++)
        {
            if (plot.Has(X[i], Y[i]))
                yield return SvgPlot.Element("circle", ("cx", plot.PixelX(X[i])), ("cy", plot.PixelY(Y[i])), ("r", Radius), ("fill", Color), ("fill-opacity", 0.8));
        }
    }
}

/// <summary>Thousands of small points as one path, lines without length under round caps: a small part of the file that as many circles make.</summary>
internal sealed record SvgDots(string? Name, string Color, IReadOnlyList<double> X, IReadOnlyList<double> Y, double Radius)
    : SvgSeries(Name, Color)
{
    public override IEnumerable<(double X, double Y)> Extent => X.Zip(Y);

    public override IEnumerable<XElement> Draw(SvgPlot plot)
    {
        SameCount(X, Y);
        var data = new StringBuilder();
        for (int i = 0; i < X.Count; i++)
        {
            if (plot.Has(X[i], Y[i]))
                data.Append('M').Append(Pixel(plot.PixelX(X[i]))).Append(' ').Append(Pixel(plot.PixelY(Y[i]))).Append("h0");
        }

        yield return SvgPlot.Element(
            "path", ("d", data.ToString()), ("fill", "none"), ("stroke", Color), ("stroke-width", 2 * Radius), ("stroke-linecap", "round"), ("stroke-opacity", 0.7));
    }

    private static string Pixel(double value) => SvgPlot.Number(Math.Round(value, 1));
}

/// <summary>The bars of a histogram: bar i reaches from edge i to edge i + 1.</summary>
internal sealed record SvgBars(string? Name, string Color, IReadOnlyList<double> Edges, IReadOnlyList<double> Heights)
    : SvgSeries(Name, Color)
{
    public override IEnumerable<(double X, double Y)> Extent =>
        Heights.SelectMany((height, i) => new[] { (Edges[i], 0), (Edges[i + 1], height) });

    public override IEnumerable<XElement> Draw(SvgPlot plot)
    {
        if (Edges.Count != Heights.Count + 1)
            throw new ArgumentException($"{Heights.Count} bars need {Heights.Count + 1} edges, got {Edges.Count}.", nameof(plot));
        double foot = plot.Y.Log ? plot.Top + plot.Height : plot.PixelY(0);
        for (int i = 0; i < Heights.Count; i++)
        {
            if (!plot.Has(Edges[i], Heights[i]) || !plot.X.Has(Edges[i + 1]))
                continue;
            double left = plot.PixelX(Edges[i]), right = plot.PixelX(Edges[i + 1]), top = plot.PixelY(Heights[i]);
            yield return SvgPlot.Element(
                "rect", ("x", left), ("y", Math.Min(top, foot)), ("width", right - left), ("height", Math.Abs(foot - top)),
                ("fill", Color), ("fill-opacity", 0.75), ("stroke", "white"), ("stroke-width", 0.5));
        }
    }
}
