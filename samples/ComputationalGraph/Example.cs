using System;
using System.Linq;
using GenNet;

namespace Lecture;

/// <summary>A function at a point.</summary>
/// <param name="Title">What it is an example of.</param>
/// <param name="Formula">How it is written.</param>
/// <param name="Result">The letter of its value.</param>
/// <param name="Names">Its arguments.</param>
/// <param name="Point">Their values.</param>
/// <param name="Value">The function.</param>
/// <param name="Gradient">Its gradient, as the compiler wrote it.</param>
/// <param name="Graph">Its computational graph; null where it has loops.</param>
/// <param name="File">The file of the graph's picture.</param>
internal sealed record Example(
    string Title, string Formula, string Result, string[] Names, double[] Point, Func<double[], double> Value, Func<double[], double[]> Gradient,
    Func<double[], ComputationalGraph>? Graph = null, string? File = null)
{
    /// <summary>(f(x + h) - f(x - h)) / 2h for each argument x.</summary>
    public double[] CentralDifferences()
    {
        const double Step = 1e-5;
        return [.. Enumerable.Range(0, Point.Length).Select(i => (Moved(i, Step) - Moved(i, -Step)) / (2 * Step))];
    }

    private double Moved(int argument, double by) => Value([.. Point.Select((x, i) => i == argument ? x + by : x)]);
}
