using System;
using GenNet;

namespace Lecture;

/// <summary>The functions of the lecture. The compiler writes the gradient of each beside it, and for the graphs a method that ends in Graph.</summary>
internal static partial class Functions
{
    /// <summary>The first example: two gates.</summary>
    [Differentiable(Graph = true)]
    public static double Product(double x, double y, double z) => (x + y) * z;

    /// <summary>The chain rule over two variables between: u = x^2 + 2y with x = r sin t and y = sin^2 t.</summary>
    [Differentiable(Graph = true)]
    public static double Chain(double r, double t)
    {
        double s = Math.Sin(t);
        double x = r * s;
        double y = s * s;
        return x * x + 2 * y;
    }

    /// <summary>A function of a function of a function.</summary>
    [Differentiable(Graph = true)]
    public static double ExpSin(double x) => Math.Exp(Math.Sin(x * x));

    /// <summary>A sigmoid neuron with two inputs and a bias.</summary>
    [Differentiable(Graph = true)]
    public static double Neuron(double w0, double x0, double w1, double x1, double w2) => 1 / (1 + Math.Exp(-(w0 * x0 + w1 * x1 + w2)));

    /// <summary>Three gates and what they do to a gradient: add hands it on to both, max to the larger, mul exchanges its inputs.</summary>
    [Differentiable(Graph = true)]
    public static double Gates(double x, double y, double z, double w) => 2 * (x * y + Math.Max(z, w));

    /// <summary>The distributor.</summary>
    [Differentiable]
    public static double Add(double x, double y) => x + y;

    /// <summary>The router.</summary>
    [Differentiable]
    public static double Max(double x, double y) => Math.Max(x, y);

    /// <summary>The switcher.</summary>
    [Differentiable]
    public static double Mul(double x, double y) => x * y;

    /// <summary>||W x||^2, W row by row.</summary>
    [Differentiable]
    public static double SquaredNorm(ReadOnlySpan<double> W, ReadOnlySpan<double> x)
    {
        int rows = W.Length / x.Length;
        double sum = 0;
        for (int i = 0; i < rows; i++)
        {
            double q = 0;
            for (int j = 0; j < x.Length; j++)
                q += W[i * x.Length + j] * x[j];
            sum += q * q;
        }

        return sum;
    }
}
