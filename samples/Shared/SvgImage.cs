using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Xml.Linq;

namespace Samples;

/// <summary>A small square image in a picture: a path for each level of each sign. Zero is the paper itself, and a colour is as opaque as a number is large.</summary>
internal static class SvgImage
{
    /// <summary>The image in a square of the picture, without a frame.</summary>
    /// <param name="values">Row by row; their number is a square.</param>
    /// <param name="largest">The magnitude that has the full colour.</param>
    /// <param name="levels">How many shades there are.</param>
    /// <param name="left">The left edge in pixels.</param>
    /// <param name="top">The upper edge.</param>
    /// <param name="size">The width and the height.</param>
    /// <param name="color">The attribute that gives the colour of numbers above zero, or of those below.</param>
    public static XElement Draw(ReadOnlySpan<float> values, float largest, int levels, double left, double top, double size, Func<bool, (string Name, string Value)> color)
    {
        int side = (int)Math.Round(Math.Sqrt(values.Length));
        var paths = new SortedDictionary<int, StringBuilder>();
        for (int row = 0; row < side; row++)
            AddRow(paths, values.Slice(row * side, side), row, largest, levels);

        var transform = $"translate({SvgPlot.Number(left)},{SvgPlot.Number(top)}) scale({FormattableString.Invariant($"{size / side:0.####}")})";
        return new XElement(
            SvgPlot.Namespace + "g", new XAttribute("transform", transform), new XAttribute("shape-rendering", "crispEdges"),
            paths.Select(path => Level(path.Key, path.Value, levels, color(path.Key > 0))));
    }

    private static XElement Level(int level, StringBuilder path, int levels, (string Name, string Value) color) =>
        SvgPlot.Element("path", (color.Name, color.Value), ("fill-opacity", (double)Math.Abs(level) / levels), ("d", path.ToString()));

    /// <summary>A row in units of pixels of the image: neighbours of one level are one rectangle.</summary>
    private static void AddRow(SortedDictionary<int, StringBuilder> paths, ReadOnlySpan<float> values, int row, float largest, int levels)
    {
        for (int column = 0, length; column < values.Length; column += length)
        {
            int level = LevelOf(values[column], largest, levels);
            for (length = 1; column + length < values.Length && LevelOf(values[column + length], largest, levels) == level; length++)
            {
            }

            if (level == 0)
                continue;
            if (!paths.TryGetValue(level, out StringBuilder? path))
                paths[level] = path = new StringBuilder();
            path.Append($"M{column} {row}h{length}v1h-{length}z");
        }
    }

    /// <summary>From -levels to levels.</summary>
    private static int LevelOf(float value, float largest, int levels) =>
        largest is 0 or float.NaN ? 0 : (int)MathF.Round(Math.Clamp(value / largest, -1, 1) * levels);
}
