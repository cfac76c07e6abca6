using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using GenNet;
using Samples;

namespace Mnist;

/// <summary>What a convolutional network has learned to look for, and what it sees in a digit: its filters and feature maps as an SVG file.</summary>
internal static class FeatureMapPicture
{
    private const double Margin = 24, Labels = 188, Gap = 6, Above = 66, Between = 22, Below = 38;
    private const int Levels = 12, PerLine = 16;

    /// <summary>For readers in the light and in the dark. Zero is the paper itself: a colour is as opaque as a number is large.</summary>
    private const string Style = """
        .paper { fill: #ffffff } text { fill: #24292f } .detail { fill: #57606a } .frame { fill: none; stroke: #afb8c1 } .above { fill: #b34a00 } .below { fill: #005f96 }
        @media (prefers-color-scheme: dark) {
          .paper { fill: #0d1117 } text { fill: #e6edf3 } .detail { fill: #9aa4af } .frame { stroke: #57606a } .above { fill: #ffb066 } .below { fill: #66c2ff }
        }
        """;

    /// <summary>Writes the picture of a network and a digit.</summary>
    /// <param name="path">The file; its folder is created where it is missing.</param>
    /// <param name="name">What the network is called.</param>
    /// <param name="net">The network.</param>
    /// <param name="digit">The pixels of the digit.</param>
    /// <param name="label">Which it is.</param>
    public static void Save<TNet>(string path, string name, TNet net, ReadOnlySpan<float> digit, int label)
        where TNet : class, INetwork<TNet, float>
    {
        IReadOnlyList<MapStrip> strips = MapStrip.Of(net, digit, out float[] outputs);
        int said = OneHot.Decode<float>(outputs);
        double width = 2 * Margin + Labels + strips.Max(strip => Columns(strip) * (CellSize(strip) + Gap));
        double height = Above + strips.Sum(strip => Height(strip) + Between) + Below;
        XElement page = SvgPage.Create(width, height, Style);
        page.Add(SvgPlot.Text($"{name}: its first filters, and what it makes of a {label}", Margin, 34, "start", 18));
        double top = Above;
        foreach (MapStrip strip in strips)
        {
            page.Add(Draw(strip, top));
            top += Height(strip) + Between;
        }

        page.Add(SvgPlot.Text(FormattableString.Invariant($"It says {said}, with probability {outputs[said]:F3}."), Margin, top + 14, "start", 14));
        page.Add(Detail("Orange is above zero, blue below; the largest of a line has the full colour.", width - Margin, top + 14, "end"));
        SvgPage.Save(path, page);
    }

    private static double CellSize(MapStrip strip) => strip.Count > 8 ? 56 : 84;

    private static int Columns(MapStrip strip) => Math.Min(strip.Count, PerLine);

    private static double Height(MapStrip strip) => (strip.Count + PerLine - 1) / PerLine * (CellSize(strip) + Gap) - Gap;

    private static IEnumerable<XElement> Draw(MapStrip strip, double top)
    {
        yield return SvgPlot.Text(strip.Title, Margin, top + 15, "start", 14);
        yield return Detail($"{(strip.Count == 1 ? "" : $"{strip.Count} of ")}{strip.Side} \u00D7 {strip.Side}", Margin, top + 33, "start");
        yield return Detail(FormattableString.Invariant($"largest {strip.Largest:G3}"), Margin, top + 50, "start");
        double size = CellSize(strip);
        for (int i = 0; i < strip.Count; i++)
        {
            double x = Margin + Labels + i % PerLine * (size + Gap), y = top + i / PerLine * (size + Gap);
            yield return Map(strip, i, x, y, size);
            yield return SvgPlot.Element("rect", ("class", "frame"), ("x", x), ("y", y), ("width", size), ("height", size));
        }
    }

    private static XElement Map(MapStrip strip, int number, double x, double y, double size) => SvgImage.Draw(
        strip.Values.AsSpan(number * strip.Side * strip.Side, strip.Side * strip.Side), strip.Largest, Levels, x, y, size,
        above => ("class", above ? "above" : "below"));

    private static XElement Detail(string text, double x, double y, string anchor)
    {
        XElement element = SvgPlot.Text(text, x, y, anchor);
        element.SetAttributeValue("class", "detail");
        return element;
    }
}
