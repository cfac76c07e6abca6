using System;
using System.Collections.Generic;
using GenNet;
using Shared;

namespace Optimizers;

/// <summary>
/// Each optimizer on a long valley, f(x, y) = x^2 / 20 + y^2: the gradient points across the valley rather than along it, so that plain
/// gradient descent swings from side to side. An optimizer needs no network: any span of parameters will do.
/// </summary>
internal static class SurfacePaths
{
    private const int Steps = 60, Columns = 3, Panel = 300, PanelHeight = 180, Gap = 18, Top = 64;
    private const double Left = -10, Right = 4, Low = -3.6, High = 3.6, StartX = -9, StartY = 3;

    public static void Draw(string path)
    {
        int rows = (Contestant.All.Length + Columns - 1) / Columns;
        var svg = new Svg(Gap + Columns * (Panel + Gap), Top + rows * (PanelHeight + 26 + Gap));
        svg.Text(Gap, 26, $"{Steps} steps down the valley x²/20 + y²", size: 18, weight: "bold");
        svg.Text(Gap, 46, "from (-9, 3); the cross is the minimum, the ring is where the path ends", fill: "#666666");
        for (int i = 0; i < Contestant.All.Length; i++)
        {
            Contestant contestant = Contestant.All[i];
            double x = Gap + i % Columns * (Panel + Gap), y = Top + i / Columns * (PanelHeight + 26 + Gap);
            List<(double X, double Y)> steps = Walk(contestant);
            (double endX, double endY) = steps[^1];
            svg.Text(x, y + 12, $"{contestant.Name}, learning rate {contestant.SurfaceRate}", fill: contestant.Color, weight: "bold");
            svg.Text(x + Panel, y + 12, $"f = {Value(endX, endY):0.0e+0}", anchor: "end", fill: "#666666");
            DrawPanel(svg, $"panel{i}", x, y + 20, contestant.Color, steps);
            Console.WriteLine($"{contestant.Name,-9} after {Steps} steps at ({endX,7:F3}, {endY,7:F3}), f = {Value(endX, endY):E1}");
        }

        svg.Save(path);
    }

    private static double Value(double x, double y) => x * x / 20 + y * y;

    private static List<(double X, double Y)> Walk(Contestant contestant)
    {
        Optimizer<double> optimizer = contestant.Create<double>(contestant.SurfaceRate);
        double[] point = [StartX, StartY];
        var path = new List<(double X, double Y)> { (StartX, StartY) };
        for (int step = 0; step < Steps; step++)
        {
            optimizer.Update(point, [point[0] / 10, 2 * point[1]]);
            path.Add((point[0], point[1]));
        }

        return path;
    }

    private static void DrawPanel(Svg svg, string name, double left, double top, string color, List<(double X, double Y)> steps)
    {
        double X(double x) => left + (x - Left) / (Right - Left) * Panel;
        double Y(double y) => top + (High - y) / (High - Low) * PanelHeight;
        svg.Rectangle(left, top, Panel, PanelHeight, "#fbfbfb", "#bbbbbb");
        svg.BeginClip(name, left, top, Panel, PanelHeight);
        foreach (double level in new[] { 0.1, 0.4, 1, 2, 4, 7, 11 })
            svg.Polyline(Ellipse(level).ConvertAll(p => (X(p.X), Y(p.Y))).ToArray(), "#d5d5d5", 1);
        svg.Line(X(0) - 5, Y(0), X(0) + 5, Y(0), "#333333", 1.5);
        svg.Line(X(0), Y(0) - 5, X(0), Y(0) + 5, "#333333", 1.5);
        (double X, double Y)[] points = steps.ConvertAll(p => (X(p.X), Y(p.Y))).ToArray();
        svg.Polyline(points, color, 1.6);
        foreach ((double x, double y) in points)
            svg.Circle(x, y, 2, color);
        svg.Circle(points[^1].X, points[^1].Y, 6, color);
        svg.Circle(points[^1].X, points[^1].Y, 3.5, "white");
        svg.EndClip();
    }

    /// <summary>The line on which f has a value.</summary>
    private static List<(double X, double Y)> Ellipse(double level)
    {
        var line = new List<(double X, double Y)>();
        for (int i = 0; i <= 120; i++)
        {
            double angle = 2 * Math.PI * i / 120;
            line.Add((Math.Sqrt(20 * level) * Math.Cos(angle), Math.Sqrt(level) * Math.Sin(angle)));
        }

        return line;
    }
}
