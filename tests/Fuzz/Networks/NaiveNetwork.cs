using System;
using System.Collections.Generic;
using System.Linq;

namespace GenNet.Fuzz.Networks;

/// <summary>A network as loops over one sample at a time, in double: the formulas as a textbook has them.</summary>
/// <param name="network">Its declaration.</param>
/// <param name="tensor">Its parameters by the names of the layout, in their dense shapes.</param>
internal sealed class NaiveNetwork(NetworkCase network, Func<string, double[]> tensor)
{
    private readonly Dictionary<string, double[]> _tensors = [];

    /// <summary>By the names of the layout.</summary>
    public Dictionary<string, double[]> Gradients { get; } = [];

    /// <summary>For each gradient the sum of the sizes of its terms: what rounding errors are in proportion to.</summary>
    public Dictionary<string, double[]> Sizes { get; } = [];

    /// <summary>What a layer was given, and what it made before its activation.</summary>
    private sealed record Passed(double[] Inputs, double[] Z, double[]? Mask);

    /// <summary>The outputs of a sample, without dropout.</summary>
    public double[] Outputs(double[] x) => Activate(Forward(x, null)[^1].Z).Y;

    /// <summary>The loss of a sample, with the masks of dropout by layer or without.</summary>
    public double Loss(double[] x, double[] d, Func<int, double[]>? masks) => LossOf(Forward(x, masks)[^1].Z, d).Value;

    /// <summary>How far a sample is from a place where a derivative jumps.</summary>
    public double DistanceFromKink(double[] x, double[] d, Func<int, double[]>? masks)
    {
        double distance = 1;
        List<Passed> passed = Forward(x, masks);
        for (int i = 0; i < passed.Count; i++)
        {
            LayerCase layer = network.Layers[i];
            if (layer.Kind == "Dense")
                distance = passed[i].Z.Aggregate(distance, (least, z) => Math.Min(least, NaiveFunctions.DistanceFromKink(layer.Activation, z)));
            for (int j = 0; j < layer.Outputs && layer.Kind == "Maxout"; j++)
            {
                double[] pieces = [.. Enumerable.Range(0, layer.Pieces).Select(p => passed[i].Z[(p * layer.Outputs) + j]).OrderDescending()];
                distance = Math.Min(distance, pieces[0] == pieces[1] ? 1 : pieces[0] - pieces[1]);
            }
        }

        return network.Loss == "MeanAbsoluteError"
            ? Activate(passed[^1].Z).Y.Zip(d, (y, target) => Math.Abs(y - target)).Aggregate(distance, Math.Min)
            : distance;
    }

    /// <summary>Adds the gradients of a sample, times a factor; returns its loss, the gradient of its inputs, and the sizes of the sums in that.</summary>
    public (double Loss, double[] InputGradients, double[] InputSizes) Backward(double[] x, double[] d, double factor, Func<int, double[]> masks)
    {
        List<Passed> passed = Forward(x, masks);
        (double loss, double[] gradient) = LossOf(passed[^1].Z, d);
        double[] g = [.. gradient.Select(value => value * factor)], sizes = [.. g.Select(Math.Abs)];
        for (int i = passed.Count - 1; i >= 0; i--)
        {
            LayerCase layer = network.Layers[i];
            Passed at = passed[i];
            if (layer.Kind == "Dropout")
            {
                g = [.. g.Zip(at.Mask!, (value, m) => value * m)];
                sizes = [.. sizes.Zip(at.Mask!, (value, m) => value * m)];
                continue;
            }

            if (i < passed.Count - 1 && layer.Kind == "Dense")
            {
                double[] slopes = [.. at.Z.Select(z => NaiveFunctions.Activation(layer.Activation, AlphaOf(layer), z).Slope)];
                g = [.. g.Zip(slopes, (value, slope) => value * slope)];
                sizes = [.. sizes.Zip(slopes, (value, slope) => value * Math.Abs(slope))];
            }

            if (layer.Kind == "Maxout" && i < passed.Count - 1)
                (g, sizes) = (ToLargest(layer, at.Z, g), ToLargest(layer, at.Z, sizes));
            (g, sizes) = Affine(i, at.Inputs, g, sizes);
        }

        return (loss, g, sizes);
    }

    private List<Passed> Forward(double[] x, Func<int, double[]>? masks)
    {
        var passed = new List<Passed>();
        for (int i = 0; i < network.Layers.Length; i++)
        {
            LayerCase layer = network.Layers[i];
            double[]? mask = layer.Kind == "Dropout" ? masks?.Invoke(i) : null;
            double[] z = layer.Kind != "Dropout" ? Z(i, x) : mask is null ? x : [.. x.Zip(mask, (value, m) => value * m)];
            passed.Add(new Passed(x, z, mask));
            if (i < network.Layers.Length - 1)
                x = layer.Kind == "Maxout" ? Largest(layer, z) : [.. z.Select(value => NaiveFunctions.Activation(layer.Activation, AlphaOf(layer), value).Value)];
        }

        return passed;
    }

    /// <summary>z = W x + b; the pieces of maxout one behind the other.</summary>
    private double[] Z(int layer, double[] x)
    {
        (double[] w, double[] b) = Parameters(layer);
        var z = new double[w.Length / x.Length];
        for (int j = 0; j < z.Length; j++)
        {
            z[j] = b.Length > 0 ? b[j] : 0;
            for (int k = 0; k < x.Length; k++)
                z[j] += w[(j * x.Length) + k] * x[k];
        }

        return z;
    }

    /// <summary>dW += dz x^T and db += dz; returns W^T dz.</summary>
    private (double[] Gradient, double[] Sizes) Affine(int layer, double[] x, double[] dz, double[] sizes)
    {
        (double[] w, double[] b) = Parameters(layer);
        string name = Name(layer);
        double[] dw = Gradient(Gradients, name + ".weight", w.Length), db = Gradient(Gradients, name + ".bias", b.Length);
        double[] sizeW = Gradient(Sizes, name + ".weight", w.Length), sizeB = Gradient(Sizes, name + ".bias", b.Length);
        double[] dx = new double[x.Length], sizeX = new double[x.Length];
        for (int j = 0; j < dz.Length; j++)
        {
            if (b.Length > 0)
            {
                db[j] += dz[j];
                sizeB[j] += sizes[j];
            }

            for (int k = 0; k < x.Length; k++)
            {
                int at = (j * x.Length) + k;
                dw[at] += dz[j] * x[k];
                sizeW[at] += sizes[j] * Math.Abs(x[k]);
                dx[k] += dz[j] * w[at];
                sizeX[k] += sizes[j] * Math.Abs(w[at]);
            }
        }

        return (dx, sizeX);
    }

    /// <summary>The loss of the last layer's z, and its derivative.</summary>
    private (double Value, double[] Gradient) LossOf(double[] z, double[] d)
    {
        (double[] y, double[] slopes) = Activate(z);
        bool isSoftmax = network.Layers[^1].Activation == "Softmax";
        switch (network.Loss)
        {
            case "CrossEntropy":
                double max = z.Max(), logSum = Math.Log(z.Sum(value => Math.Exp(value - max)));
                return (-z.Zip(d, (value, target) => target * (value - max - logSum)).Sum(), [.. y.Zip(d, (value, target) => (d.Sum() * value) - target)]);
            case "BinaryCrossEntropy":
                return (z.Zip(d, (value, target) => NaiveFunctions.Softplus(value) - (value * target)).Average(), [.. y.Zip(d, (value, target) => (value - target) / z.Length)]);
            case "Perceptron":
                return (Enumerable.Range(0, z.Length).Sum(j => (y[j] - d[j]) * z[j]), [.. y.Zip(d, (value, target) => value - target)]);
        }

        double terms = network.Loss == "HalfSquaredError" ? 1 : y.Length;
        (double Value, double Slope)[] each = [.. y.Zip(d, (value, target) => NaiveFunctions.Loss(network.Loss, value, target))];
        double[] dy = [.. each.Select(one => one.Slope / terms)];
        double dot = dy.Zip(y, (a, b) => a * b).Sum();
        double[] dz = isSoftmax ? [.. dy.Zip(y, (a, b) => b * (a - dot))] : [.. dy.Zip(slopes, (a, b) => a * b)];
        return (each.Sum(one => one.Value) / terms, network.Layers[^1].Kind == "Maxout" ? ToLargest(network.Layers[^1], z, dy) : dz);
    }

    /// <summary>The outputs of the last layer, and their derivatives by z where each depends on its own.</summary>
    private (double[] Y, double[] Slopes) Activate(double[] z)
    {
        LayerCase last = network.Layers[^1];
        if (last.Kind == "Maxout")
            return (Largest(last, z), []);
        if (last.Activation == "Softmax")
        {
            double max = z.Max();
            double[] exp = [.. z.Select(value => Math.Exp(value - max))];
            return ([.. exp.Select(value => value / exp.Sum())], []);
        }

        (double Value, double Slope)[] each = [.. z.Select(value => NaiveFunctions.Activation(last.Activation, AlphaOf(last), value))];
        return ([.. each.Select(one => one.Value)], [.. each.Select(one => one.Slope)]);
    }

    private static double[] Largest(LayerCase layer, double[] z) =>
        [.. Enumerable.Range(0, layer.Outputs).Select(j => Enumerable.Range(0, layer.Pieces).Max(p => z[(p * layer.Outputs) + j]))];

    /// <summary>The gradient goes to the first piece that is the largest.</summary>
    private static double[] ToLargest(LayerCase layer, double[] z, double[] gradient)
    {
        var dz = new double[z.Length];
        for (int j = 0; j < layer.Outputs; j++)
        {
            int largest = 0;
            for (int p = 1; p < layer.Pieces; p++)
            {
                if (z[(p * layer.Outputs) + j] > z[(largest * layer.Outputs) + j])
                    largest = p;
            }

            dz[(largest * layer.Outputs) + j] = gradient[j];
        }

        return dz;
    }

    private static double AlphaOf(LayerCase layer) => layer.Alpha ?? (layer.Activation == "LeakyReLU" ? 0.01 : 1);

    /// <summary>Layers are counted among those with weights.</summary>
    private string Name(int layer) => network.Layers.Take(layer).Count(before => before.Kind != "Dropout").ToString(System.Globalization.CultureInfo.InvariantCulture);

    private (double[] Weights, double[] Biases) Parameters(int layer) =>
        (Tensor(Name(layer) + ".weight"), network.Layers[layer].Bias ? Tensor(Name(layer) + ".bias") : []);

    private double[] Tensor(string name) => _tensors.TryGetValue(name, out double[]? known) ? known : _tensors[name] = tensor(name);

    private static double[] Gradient(Dictionary<string, double[]> of, string name, int length) =>
        length == 0 ? [] : of.TryGetValue(name, out double[]? known) ? known : of[name] = new double[length];
}
