using System;
using GenNet;

namespace Physics;

/// <summary>The flight of a ball with quadratic drag: a' = (-k |v| vx, -g - k |v| vy), in steps of equal length.</summary>
internal static partial class Flight
{
    /// <summary>The steps, and every how many of them the ball is observed.</summary>
    public const int Steps = 300, Every = 5;

    /// <summary>The length of a step in seconds.</summary>
    public const double StepLength = 0.01;

    private const double Gravity = 9.81;

    /// <summary>
    /// The mean squared distance from the observations, in square metres. Its gradient, which the compiler writes, goes back through the steps of the flight, last one
    /// first; the state before each is kept.
    /// </summary>
    /// <param name="speed">At the start, in metres per second.</param>
    /// <param name="angle">At the start, above the ground, in radians.</param>
    /// <param name="drag">k, per metre.</param>
    /// <param name="observed">x and y after every so many steps.</param>
    [Differentiable]
    public static double Loss(double speed, double angle, double drag, [Constant] ReadOnlySpan<double> observed)
    {
        double x = 0, y = 0;
        double vx = speed * Math.Cos(angle), vy = speed * Math.Sin(angle);
        double sum = 0;
        for (int step = 0; step < Steps; step++)
        {
            double v = Math.Sqrt(vx * vx + vy * vy);
            vx -= StepLength * drag * v * vx;
            vy -= StepLength * (Gravity + drag * v * vy);
            x += StepLength * vx;
            y += StepLength * vy;
            if ((step + 1) % Every == 0)
            {
                int at = (step + 1) / Every - 1;
                double dx = x - observed[2 * at], dy = y - observed[2 * at + 1];
                sum += dx * dx + dy * dy;
            }
        }

        return sum / (Steps / Every);
    }

    /// <summary>x and y at the start and after each step.</summary>
    public static double[] Path(Parameters parameters)
    {
        var path = new double[2 * (Steps + 1)];
        (double vx, double vy) = (parameters.Speed * Math.Cos(parameters.Angle), parameters.Speed * Math.Sin(parameters.Angle));
        for (int step = 0; step < Steps; step++)
        {
            double v = Math.Sqrt(vx * vx + vy * vy);
            vx -= StepLength * parameters.Drag * v * vx;
            vy -= StepLength * (Gravity + parameters.Drag * v * vy);
            path[2 * step + 2] = path[2 * step] + StepLength * vx;
            path[2 * step + 3] = path[2 * step + 1] + StepLength * vy;
        }

        return path;
    }
}
