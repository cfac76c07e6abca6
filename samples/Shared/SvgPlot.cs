using System;
using System.Globalization;
using System.Xml.Linq;

namespace Samples;

/// <summary>The rectangle of a picture in which data are drawn, and its two axes.</summary>
/// <param name="Left">Its left edge in pixels.</param>
/// <param name="Top">Its upper edge.</param>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
/// <param name="X">The axis to the right.</param>
/// <param name="Y">The axis upwards.</param>
internal sealed record SvgPlot(double Left, double Top, double Width, double Height, SvgAxis X, SvgAxis Y)
{
    public static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    /// <summary>The pixel column of a value.</summary>
    public double PixelX(double x) => Left + Width * X.Position(x);

    /// <summary>The pixel row of a value; rows count downwards.</summary>
    public double PixelY(double y) => Top + Height * (1 - Y.Position(y));

    /// <summary>Whether a point has a place on both scales: finite, and above 0 where a scale is logarithmic.</summary>
    public bool Has(double x, double y) => X.Has(x) && Y.Has(y);

    /// <summary>An element with attributes; numbers are written with at most two decimals.</summary>
    public static XElement Element(string name, params (string Name, object Value)[] attributes)
    {
        var element = new XElement(Namespace + name);
        foreach ((string attribute, object value) in attributes)
            element.SetAttributeValue(attribute, value is double number ? Number(number) : value);
        return element;
    }

    /// <summary>A text; the anchor is start, middle or end.</summary>
    public static XElement Text(string text, double x, double y, string anchor, double size = 12)
    {
        XElement element = Element("text", ("x", x), ("y", y), ("text-anchor", anchor), ("font-size", size));
        element.Value = text;
        return element;
    }

    /// <summary>A pixel coordinate.</summary>
    public static string Number(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);
}
