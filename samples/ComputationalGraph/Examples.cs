using System;
using System.Collections.Immutable;

namespace Lecture;

/// <summary>The examples of the lecture, in its order.</summary>
internal static class Examples
{
    public static readonly ImmutableArray<Example> All =
    [
        new("Two gates", "f = (x + y) z", "f", ["x", "y", "z"], [-2, 5, -4], p => Functions.Product(p[0], p[1], p[2]), Product,
            p => Functions.ProductGraph(p[0], p[1], p[2]), "product.svg"),
        new("The chain rule", "u = x^2 + 2y with x = r sin t, y = sin^2 t", "u", ["r", "t"], [2, Math.PI / 6], p => Functions.Chain(p[0], p[1]), Chain,
            p => Functions.ChainGraph(p[0], p[1]), "chain.svg"),
        new("A function of a function of a function", "f = exp(sin(x^2))", "f", ["x"], [1], p => Functions.ExpSin(p[0]), ExpSin,
            p => Functions.ExpSinGraph(p[0]), "exp-sin.svg"),
        new("A sigmoid neuron", "f = 1 / (1 + exp(-(w0 x0 + w1 x1 + w2)))", "f", ["w0", "x0", "w1", "x1", "w2"], [2, -1, -3, -2, -3],
            p => Functions.Neuron(p[0], p[1], p[2], p[3], p[4]), Neuron, p => Functions.NeuronGraph(p[0], p[1], p[2], p[3], p[4]), "neuron.svg"),
        new("add distributes the gradient", "f = x + y", "f", ["x", "y"], [3, -4], p => Functions.Add(p[0], p[1]), Add),
        new("max routes it to the larger", "f = max(x, y)", "f", ["x", "y"], [2, -1], p => Functions.Max(p[0], p[1]), Max),
        new("mul switches its inputs", "f = x y", "f", ["x", "y"], [3, -4], p => Functions.Mul(p[0], p[1]), Mul),
        new("The three together", "f = 2 (x y + max(z, w))", "f", ["x", "y", "z", "w"], [3, -4, 2, -1], p => Functions.Gates(p[0], p[1], p[2], p[3]), Gates,
            p => Functions.GatesGraph(p[0], p[1], p[2], p[3]), "gates.svg"),
        new("A matrix and a vector", "f = ||W x||^2", "f", ["W00", "W01", "W10", "W11", "x0", "x1"], [0.1, 0.5, -0.3, 0.8, 0.2, 0.4],
            p => Functions.SquaredNorm(p.AsSpan(0, 4), p.AsSpan(4)), SquaredNorm),
    ];

    private static double[] Product(double[] p)
    {
        Functions.Product(p[0], p[1], p[2], out double dx, out double dy, out double dz);
        return [dx, dy, dz];
    }

    private static double[] Chain(double[] p)
    {
        Functions.Chain(p[0], p[1], out double dr, out double dt);
        return [dr, dt];
    }

    private static double[] ExpSin(double[] p)
    {
        Functions.ExpSin(p[0], out double dx);
        return [dx];
    }

    private static double[] Neuron(double[] p)
    {
        Functions.Neuron(p[0], p[1], p[2], p[3], p[4], out double dw0, out double dx0, out double dw1, out double dx1, out double dw2);
        return [dw0, dx0, dw1, dx1, dw2];
    }

    private static double[] Add(double[] p)
    {
        Functions.Add(p[0], p[1], out double dx, out double dy);
        return [dx, dy];
    }

    private static double[] Max(double[] p)
    {
        Functions.Max(p[0], p[1], out double dx, out double dy);
        return [dx, dy];
    }

    private static double[] Mul(double[] p)
    {
        Functions.Mul(p[0], p[1], out double dx, out double dy);
        return [dx, dy];
    }

    private static double[] Gates(double[] p)
    {
        Functions.Gates(p[0], p[1], p[2], p[3], out double dx, out double dy, out double dz, out double dw);
        return [dx, dy, dz, dw];
    }

    private static double[] SquaredNorm(double[] p)
    {
        var gradient = new double[p.Length];
        Functions.SquaredNorm(p.AsSpan(0, 4), p.AsSpan(4), gradient.AsSpan(0, 4), gradient.AsSpan(4));
        return gradient;
    }
}
