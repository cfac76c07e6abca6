using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Xml.Linq;

namespace Samples;

/// <summary>
/// Upright histograms side by side, each as wide to both sides of its x as the square root of a bin's weight: next to a bin that has most of the
/// numbers the others are still to be seen. The widest bin of each reaches 0.45 to either side.
/// </summary>
/// <param name="X">Where each stands.</param>
/// <param name="Histograms">The range of y of each and the weights of its bins, which are of equal height.</param>
internal sealed record SvgDistributions(
    string? Name, string Color, IReadOnlyList<double> X, IReadOnlyList<(double From, double To, double[] Weights)> Histograms)
    : SvgSeries(Name, Color)
{
    private const double HalfWidth = 0.45;

    public override IEnumerable<(double X, double Y)> Extent =>
        X.Zip(Histograms).SelectMany(pair => new[] { (pair.First - HalfWidth, pair.Second.From), (pair.First + HalfWidth, pair.Second.To) });

    public override IEnumerable<XElement> Draw(SvgPlot plot)
    {
        if (X.Count != Histograms.Count)
            throw new ArgumentException($"There are {X.Count} x but {Histograms.Count} histograms.", nameof(plot));
        for (int i = 0; i < X.Count; i++)
        {
            // The outline keeps a distribution visible that is narrower than a pixel.
            if (plot.Has(X[i], Histograms[i].From) && plot.Has(X[i], Histograms[i].To) && Histograms[i].Weights.Max() > 0)
                yield return SvgPlot.Element("path", ("d", Outline(plot, X[i], Histograms[i])), ("fill", Color), ("fill-opacity", 0.7), ("stroke", Color), ("stroke-width", 0.8));
        }
    }

    private static string Outline(SvgPlot plot, double x, (double From, double To, double[] Weights) histogram)
    {
        double[] weights = histogram.Weights;
        double largest = weights.Max(), step = (histogram.To - histogram.From) / weights.Length;
        var data = new StringBuilder($"M{SvgPlot.Number(plot.PixelX(x))} {SvgPlot.Number(plot.PixelY(histogram.From))}");
        for (int side = -1; side <= 1; side += 2)
        {
            for (int k = 0; k < weights.Length; k++)
            {
                // Up on the left, down on the right.
                int bin = side < 0 ? k : weights.Length - 1 - k;
                double edge = x + side * HalfWidth * Math.Sqrt(weights[bin] / largest);
                double end = histogram.From + (side < 0 ? bin + 1 : bin) * step;
                data.Append('H').Append(SvgPlot.Number(plot.PixelX(edge))).Append('V').Append(SvgPlot.Number(plot.PixelY(end)));
            }
        }

        return data.Append('Z').ToString();
    }
}
