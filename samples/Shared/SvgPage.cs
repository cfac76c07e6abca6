using System.IO;
using System.Xml.Linq;

namespace Samples;

/// <summary>An SVG file: its outermost element, and how it is written.</summary>
internal static class SvgPage
{
    /// <summary>An empty page.</summary>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="height">Its height in pixels.</param>
    /// <param name="style">Rules for the classes of its elements: the background has the class <c>paper</c>. Without them the page is white and its texts are black.</param>
    public static XElement Create(double width, double height, string? style = null)
    {
        XElement page = SvgPlot.Element(
            "svg", ("width", width), ("height", height), ("viewBox", $"0 0 {SvgPlot.Number(width)} {SvgPlot.Number(height)}"),
            ("font-family", "Helvetica, Arial, sans-serif"));
        if (style is null)
        {
            page.SetAttributeValue("fill", "#222222");
            page.Add(SvgPlot.Element("rect", ("width", width), ("height", height), ("fill", "white")));
        }
        else
        {
            page.Add(new XElement(SvgPlot.Namespace + "style", style), SvgPlot.Element("rect", ("class", "paper"), ("width", width), ("height", height)));
        }

        return page;
    }

    /// <summary>Writes a page.</summary>
    /// <param name="path">The file; its folder is created where it is missing.</param>
    /// <param name="page">The page.</param>
    public static void Save(string path, XElement page)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using StreamWriter writer = File.CreateText(path);
        page.Save(writer);
    }
}
