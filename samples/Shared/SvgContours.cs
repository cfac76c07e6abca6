using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Xml.Linq;

namespace Samples;

/// <summary>The lines on which a function of two numbers has given values, found by marching squares; low levels are dark.</summary>
internal sealed record SvgContours(
    Func<double, double, double> Function, (double Low, double High) XRange, (double Low, double High) YRange, IReadOnlyList<double> Levels)
    : SvgSeries(null, "#8899aa")
{
    private const int Cells = 200;

    public override IEnumerable<(double X, double Y)> Extent => [(XRange.Low, YRange.Low), (XRange.High, YRange.High)];

    public override IEnumerable<XElement> Draw(SvgPlot plot)
    {
        var values = new double[Cells + 1, Cells + 1];
        for (int i = 0; i <= Cells; i++)
        {
            for (int j = 0; j <= Cells; j++)
                values[i, j] = Function(At(XRange, i), At(YRange, j));
        }

        double[] levels = [.. Levels.Order()];
        for (int i = 0; i < levels.Length; i++)
        {
            double lightness = levels.Length == 1 ? 0.5 : (double)i / (levels.Length - 1);
            string shade = $"hsl(215,25%,{(int)(45 + 40 * lightness)}%)";
            yield return SvgPlot.Element("path", ("d", Data(values, levels[i], plot)), ("fill", "none"), ("stroke", shade), ("stroke-width", 0.9));
        }
    }

    private static double At((double Low, double High) range, double cell) => range.Low + (range.High - range.Low) * cell / Cells;

    private string Data(double[,] values, double level, SvgPlot plot)
    {
        var data = new StringBuilder();
        Span<(double X, double Y)> crossings = stackalloc (double, double)[4];
        for (int i = 0; i < Cells; i++)
        {
            for (int j = 0; j < Cells; j++)
            {
                // The corners of a cell, around it; the line enters and leaves where neighbours lie on both sides of the level.
                ReadOnlySpan<(int X, int Y)> corners = [(i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1)];
                int count = 0;
                for (int k = 0; k < 4; k++)
                {
                    (int X, int Y) from = corners[k], to = corners[(k + 1) % 4];
                    double a = values[from.X, from.Y] - level, b = values[to.X, to.Y] - level;
                    if (a < 0 == b < 0 || !double.IsFinite(a) || !double.IsFinite(b))
                        continue;
                    double t = a / (a - b);
                    crossings[count++] = (At(XRange, from.X + t * (to.X - from.X)), At(YRange, from.Y + t * (to.Y - from.Y)));
                }

                for (int k = 0; k + 1 < count; k += 2)
                    Segment(data, plot, crossings[k], crossings[k + 1]);
            }
        }

        return data.ToString();
    }

    private static void Segment(StringBuilder data, SvgPlot plot, (double X, double Y) from, (double X, double Y) to)
    {
        if (!plot.Has(from.X, from.Y) || !plot.Has(to.X, to.Y))
            return;
        data.Append('M').Append(SvgPlot.Number(plot.PixelX(from.X))).Append(' ').Append(SvgPlot.Number(plot.PixelY(from.Y)));
        data.Append('L').Append(SvgPlot.Number(plot.PixelX(to.X))).Append(' ').Append(SvgPlot.Number(plot.PixelY(to.Y)));
    }
}
