using System;
using System.Collections.Generic;
using System.Linq;

namespace GenNet.Mpi.Job;

/// <summary>
/// What a step of several ranks costs: each computes its rows and updates its segment; in the exchange each rank sends a segment to each other one, of the gradients and then of the parameters, and
/// all wait for two small messages, the losses and whether the gradients were finite. Times in milliseconds.
/// </summary>
/// <param name="Row">What a row takes, forward and backward.</param>
/// <param name="Update">What the update of all parameters takes.</param>
/// <param name="Parameters">The number of parameters, floats.</param>
internal sealed record CostModel(double Row, double Update, int Parameters)
{
    /// <summary>One rank of 784-512-512-10 with Adam, one thread: rows of a batch, and a step.</summary>
    private static readonly (double Rows, double Step)[] StepsAlone = [(64, 2.967), (128, 5.375), (256, 10.574)];

    /// <summary>Two ranks on one machine: parameters, and the exchange of a step.</summary>
    private static readonly (double Parameters, double Exchange)[] ExchangesOfTwo = [(12_730, 0.057), (118_282, 0.184), (669_706, 0.945), (1_863_690, 2.683)];

    /// <summary>The model that fits the measured steps best, by least squares.</summary>
    public static CostModel Measured { get; } = Fit();

    /// <summary>Between processes of one machine: what fits the measured exchanges best.</summary>
    public static Link Memory { get; } = FitLink();

    /// <summary>An Ethernet of 10 Gbit/s; the values are of its data sheet, not measured.</summary>
    public static Link Ethernet { get; } = new("10 Gbit/s Ethernet", Latency: 0.03, PerByte: 1 / 1.25e6);

    /// <summary>An InfiniBand HDR of 200 Gbit/s; the values are of its data sheet, not measured.</summary>
    public static Link InfiniBand { get; } = new("200 Gbit/s InfiniBand", Latency: 0.002, PerByte: 1 / 25e6);

    /// <summary>What a step takes.</summary>
    /// <param name="ranks">The number of ranks.</param>
    /// <param name="rows">The rows of each.</param>
    /// <param name="link">What is between them.</param>
    public double Step(int ranks, double rows, Link link) => Row * rows + Update / ranks + Exchange(ranks, link) + Waits(ranks, link);

    /// <summary>The samples a second, beside those of one rank with as many rows.</summary>
    public double SpeedUp(int ranks, double rows, Link link) => ranks * Step(1, rows, link) / Step(ranks, rows, link);

    private double Exchange(int ranks, Link link) => 2 * (ranks - 1) * link.Latency + 2.0 * sizeof(float) * Parameters * (ranks - 1) / ranks * link.PerByte;

    private static double Waits(int ranks, Link link) => 2 * Math.Ceiling(Math.Log2(ranks)) * link.Latency;

    private static CostModel Fit()
    {
        (double update, double row) = Line(StepsAlone);
        return new CostModel(row, update, 669_706);
    }

    private static Link FitLink()
    {
        // Two messages one after the other, each of half of the parameters.
        (double latencies, double perParameter) = Line(ExchangesOfTwo);
        return new Link("one machine", latencies / 2, perParameter / sizeof(float));
    }

    /// <summary>The line through points whose relative errors are smallest: its value at 0, and its slope.</summary>
    private static (double AtZero, double Slope) Line(IReadOnlyList<(double X, double Y)> points)
    {
        double w = 0, wx = 0, wxx = 0, wy = 0, wxy = 0;
        foreach ((double x, double y) in points)
        {
            double weight = 1 / (y * y);
            (w, wx, wxx, wy, wxy) = (w + weight, wx + weight * x, wxx + weight * x * x, wy + weight * y, wxy + weight * x * y);
        }

        double slope = (w * wxy - wx * wy) / (w * wxx - wx * wx);
        return ((wy - slope * wx) / w, slope);
    }
}

/// <summary>What is between ranks.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Latency">What a message takes that has no bytes, in milliseconds.</param>
/// <param name="PerByte">What each byte adds, in milliseconds.</param>
internal sealed record Link(string Name, double Latency, double PerByte);
