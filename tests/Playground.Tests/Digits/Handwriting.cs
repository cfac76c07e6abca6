using System;
using System.Collections.Generic;

namespace Playground.Tests.Digits;

/// <summary>How a hand writes the ten digits: points in the unit square, y downwards.</summary>
internal static class Handwriting
{
    public static readonly (double X, double Y)[][][] Strokes =
    [
        [Arc(0.5, 0.5, 0.28, 0.45, -90, 270)],
        [[(0.36, 0.22), (0.54, 0.05), (0.52, 0.95)]],
        [[.. Arc(0.5, 0.3, 0.28, 0.25, -170, 50), (0.2, 0.93), (0.8, 0.9)]],
        [[.. Arc(0.46, 0.28, 0.26, 0.22, -150, 80), .. Arc(0.46, 0.72, 0.3, 0.22, -80, 150)]],
        [[(0.35, 0.05), (0.2, 0.55), (0.8, 0.55)], [(0.66, 0.1), (0.6, 0.95)]],
        [[(0.34, 0.08), (0.28, 0.45), .. Arc(0.46, 0.68, 0.28, 0.26, -110, 140)], [(0.34, 0.08), (0.76, 0.06)]],
        [[(0.62, 0.05), (0.36, 0.4), .. Arc(0.5, 0.7, 0.24, 0.24, -170, 190)]],
        [[(0.2, 0.1), (0.78, 0.08), (0.44, 0.95)]],
        [[.. Arc(0.5, 0.28, 0.22, 0.22, 90, 450), .. Arc(0.5, 0.74, 0.26, 0.24, -90, 270)]],
        [[.. Arc(0.5, 0.3, 0.24, 0.24, 0, 360), (0.72, 0.5), (0.62, 0.95)]],
    ];

    /// <summary>As the page sends them: x, y, and NaN behind each stroke.</summary>
    public static float[] Points(int digit, double size)
    {
        List<float> points = [];
        foreach ((double X, double Y)[] stroke in Strokes[digit])
        {
            foreach ((double x, double y) in stroke)
                points.AddRange([(float)(x * size), (float)(y * size)]);
            points.AddRange([float.NaN, float.NaN]);
        }

        return [.. points];
    }

    private static (double X, double Y)[] Arc(double x, double y, double radiusX, double radiusY, double from, double to)
    {
        const int Pieces = 16;
        var points = new (double, double)[Pieces + 1];
        for (int i = 0; i <= Pieces; i++)
        {
            double angle = (from + (to - from) * i / Pieces) * Math.PI / 180;
            points[i] = (x + radiusX * Math.Cos(angle), y + radiusY * Math.Sin(angle));
        }

        return points;
    }
}
