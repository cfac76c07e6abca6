using System;
using System.Collections.Generic;
using System.Linq;
using GenNet;
using Samples;

namespace Optimizers;

/// <summary>
/// Each optimizer on a long valley, f(x, y) = x^2 / 20 + y^2: the gradient points across the valley rather than along it, so that plain
/// gradient descent swings from side to side. An optimizer needs no network: any span of parameters will do.
/// </summary>
internal static class SurfacePaths
{
    private const int Steps = 60;
    private const double StartX = -9, StartY = 3;
    private static readonly (double Low, double High) XRange = (-10, 4), YRange = (-3.6, 3.6);

    public static void Draw(string path)
    {
        var charts = new List<SvgChart>();
        foreach (Contestant contestant in Contestant.All)
        {
            (double[] x, double[] y) = Walk(contestant);
            double value = Value(x[^1], y[^1]);
            Console.WriteLine($"{contestant.Name,-9} after {Steps} steps at ({x[^1],7:F3}, {y[^1],7:F3}), f = {value:E1}");
            charts.Add(new SvgChart($"{contestant.Name}, rate {contestant.SurfaceRate}: f = {value:0.0e+0}", "x", "y") { XRange = XRange, YRange = YRange }
                .Contours(Value, XRange, YRange, [0.1, 0.4, 1, 2, 4, 7, 11])
                .Points(null, [0], [0], "black", radius: 2)
                .Points(null, x, y, contestant.Color, radius: 1.8)
                .Path(null, x, y, contestant.Color));
        }

        SvgFigure.Save(path, charts, columns: 3, title: $"{Steps} steps from (-9, 3) down the valley x²/20 + y², whose minimum is at (0, 0)");
    }

    private static double Value(double x, double y) => x * x / 20 + y * y;

    private static (double[] X, double[] Y) Walk(Contestant contestant)
    {
        Optimizer<double> optimizer = contestant.Create<double>(contestant.SurfaceRate);
        double[] point = [StartX, StartY];
        var path = new List<(double X, double Y)> { (StartX, StartY) };
        for (int step = 0; step < Steps; step++)
        {
            optimizer.Update(point, [point[0] / 10, 2 * point[1]]);
            path.Add((point[0], point[1]));
        }

        return ([.. path.Select(p => p.X)], [.. path.Select(p => p.Y)]);
    }
}
