using System;
using System.Linq;

namespace GenNet.Fuzz.Networks;

/// <summary>What follows the last layer's z: its activation, the loss, and the way back from both.</summary>
/// <param name="loss">The member of the enum.</param>
/// <param name="last">The last layer.</param>
internal sealed class NaiveOutput(string loss, LayerCase last)
{
    /// <summary>y of z.</summary>
    public double[] Of(double[] z) => Activate(z).Y;

    /// <summary>The loss, and its derivative by z.</summary>
    public (double Value, double[] Gradient) Loss(double[] z, double[] d)
    {
        double[] y = Of(z);
        switch (loss)
        {
            case "CrossEntropy":
                double max = z.Max(), logSum = Math.Log(z.Sum(value => Math.Exp(value - max)));
                return (-z.Zip(d, (value, target) => target * (value - max - logSum)).Sum(), [.. y.Zip(d, (value, target) => (d.Sum() * value) - target)]);
            case "BinaryCrossEntropy":
                return (z.Zip(d, (value, target) => NaiveFunctions.Softplus(value) - (value * target)).Average(), [.. y.Zip(d, (value, target) => (value - target) / z.Length)]);
            case "Perceptron":
                return (Enumerable.Range(0, z.Length).Sum(j => (y[j] - d[j]) * z[j]), [.. y.Zip(d, (value, target) => value - target)]);
        }

        double terms = loss == "HalfSquaredError" ? 1 : y.Length;
        (double Value, double Slope)[] each = [.. y.Zip(d, (value, target) => NaiveFunctions.Loss(loss, value, target))];
        return (each.Sum(one => one.Value) / terms, Adjoint(z, [.. each.Select(one => one.Slope / terms)]));
    }

    /// <summary>The derivative by z of a function of y, from the one by y.</summary>
    public double[] Adjoint(double[] z, double[] dy)
    {
        if (last.Kind == "Maxout")
            return NaiveFunctions.ToLargest(last, z, dy);
        (double[] y, double[] slopes) = Activate(z);
        double dot = dy.Zip(y, (a, b) => a * b).Sum();
        return last.Activation == "Softmax" ? [.. dy.Zip(y, (a, b) => b * (a - dot))] : [.. dy.Zip(slopes, (a, b) => a * b)];
    }

    /// <summary>The outputs, and their derivatives by z where each depends on its own.</summary>
    private (double[] Y, double[] Slopes) Activate(double[] z)
    {
        if (last.Kind == "Maxout")
            return (NaiveFunctions.Largest(last, z), []);
        if (last.Activation == "Softmax")
        {
            double max = z.Max();
            double[] exp = [.. z.Select(value => Math.Exp(value - max))];
            return ([.. exp.Select(value => value / exp.Sum())], []);
        }

        (double Value, double Slope)[] each = [.. z.Select(value => NaiveFunctions.Activation(last.Activation, last.AlphaValue, value))];
        return ([.. each.Select(one => one.Value)], [.. each.Select(one => one.Slope)]);
    }
}
