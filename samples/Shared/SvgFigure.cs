using System;
using System.Collections.Generic;
using System.Xml.Linq;

namespace Samples;

/// <summary>Charts in rows and columns, as one SVG file.</summary>
internal static class SvgFigure
{
    /// <summary>Writes a picture.</summary>
    /// <param name="path">The file; its folder is created where it is missing.</param>
    /// <param name="charts">Row after row.</param>
    /// <param name="columns">The charts of a row.</param>
    /// <param name="width">The width of each chart in pixels.</param>
    /// <param name="height">The height of each chart in pixels.</param>
    /// <param name="title">Above all charts; none by default.</param>
    public static void Save(string path, IReadOnlyList<SvgChart> charts, int columns, int width = 380, int height = 260, string? title = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        double above = title is null ? 0 : 36;
        int rows = (charts.Count + columns - 1) / columns;
        XElement picture = SvgPage.Create((double)columns * width, above + (double)rows * height);
        if (title is not null)
            picture.Add(SvgPlot.Text(title, columns * width / 2.0, 26, "middle", 18));
        for (int i = 0; i < charts.Count; i++)
            picture.Add(charts[i].Draw(i % columns * width, above + i / columns * height, width, height, i));

        SvgPage.Save(path, picture);
    }
}
