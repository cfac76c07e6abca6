using System.Collections.Generic;
using System.Xml.Linq;
using Samples;

namespace Autoencoder;

/// <summary>Digits in rows and columns, dark on white.</summary>
internal static class ImageGrid
{
    private const int Levels = 8;

    /// <summary>The width and height of an image, and the distance from one to the next.</summary>
    public const double Size = 58, Pitch = 64;

    /// <summary>Images in a row.</summary>
    /// <param name="left">The left edge of the first.</param>
    /// <param name="top">The upper edge.</param>
    /// <param name="images">The pixels of each.</param>
    public static IEnumerable<XElement> Row(double left, double top, IEnumerable<float[]> images)
    {
        foreach (float[] image in images)
        {
            yield return SvgImage.Draw(image, 1, Levels, left, top, Size, _ => ("fill", "#222222"));
            yield return SvgPlot.Element("rect", ("class", "frame"), ("x", left), ("y", top), ("width", Size), ("height", Size), ("fill", "none"), ("stroke", "#cccccc"));
            left += Pitch;
        }
    }
}
