using System;
using System.Globalization;
using System.IO;
using System.Text;

namespace Shared;

/// <summary>A picture as SVG text: rectangles, lines, points and words, in pixels from the upper left corner.</summary>
internal sealed class Svg
{
    private readonly StringBuilder _body = new();

    /// <summary>An empty picture with a white ground.</summary>
    public Svg(int width, int height)
    {
        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" font-family=\"Helvetica, Arial, sans-serif\">");
        Rectangle(0, 0, width, height, "white", "none");
    }

    /// <summary>A filled rectangle with a border.</summary>
    public void Rectangle(double x, double y, double width, double height, string fill, string stroke) =>
        Add($"<rect x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{width:0.##}\" height=\"{height:0.##}\" fill=\"{fill}\" stroke=\"{stroke}\"/>");

    /// <summary>A straight line.</summary>
    public void Line(double x1, double y1, double x2, double y2, string stroke, double width = 1) =>
        Add($"<line x1=\"{x1:0.##}\" y1=\"{y1:0.##}\" x2=\"{x2:0.##}\" y2=\"{y2:0.##}\" stroke=\"{stroke}\" stroke-width=\"{width:0.##}\"/>");

    /// <summary>A line through many points.</summary>
    public void Polyline(ReadOnlySpan<(double X, double Y)> points, string stroke, double width = 2)
    {
        var text = new StringBuilder();
        foreach ((double x, double y) in points)
            text.Append(CultureInfo.InvariantCulture, $"{x:0.#},{y:0.#} ");
        Add($"<polyline points=\"{text.ToString().TrimEnd()}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{width:0.##}\" stroke-linejoin=\"round\"/>");
    }

    /// <summary>A filled circle.</summary>
    public void Circle(double x, double y, double radius, string fill) => Add($"<circle cx=\"{x:0.##}\" cy=\"{y:0.##}\" r=\"{radius:0.##}\" fill=\"{fill}\"/>");

    /// <summary>Words; the anchor is start, middle or end.</summary>
    public void Text(double x, double y, string words, string anchor = "start", int size = 13, string fill = "#333333", string weight = "normal") =>
        Add($"<text x=\"{x:0.##}\" y=\"{y:0.##}\" font-size=\"{size}\" fill=\"{fill}\" text-anchor=\"{anchor}\" font-weight=\"{weight}\">{words.Replace("&", "&amp;").Replace("<", "&lt;")}</text>");

    /// <summary>Everything drawn until the next call of <see cref="EndClip"/> is cut off at a rectangle.</summary>
    public void BeginClip(string name, double x, double y, double width, double height)
    {
        Add($"<clipPath id=\"{name}\"><rect x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{width:0.##}\" height=\"{height:0.##}\"/></clipPath>");
        Add($"<g clip-path=\"url(#{name})\">");
    }

    /// <summary>Ends what <see cref="BeginClip"/> began.</summary>
    public void EndClip() => Add($"</g>");

    /// <summary>Writes the picture.</summary>
    public void Save(string path) => File.WriteAllText(path, _body + "</svg>\n");

    private void Add(FormattableString text) => _body.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
