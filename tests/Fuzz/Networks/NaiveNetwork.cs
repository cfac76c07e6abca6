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
    private readonly NaiveOutput _output = new(network.Loss, network.Layers[^1]);

    /// <summary>By the names of the layout.</summary>
    public Dictionary<string, double[]> Gradients { get; } = [];

    /// <summary>For each gradient the sum of the sizes of its terms: what rounding errors are in proportion to.</summary>
    public Dictionary<string, double[]> Sizes { get; } = [];

    /// <summary>What a layer was given, with the sizes of the sums in that, and what it made before its activation.</summary>
    private sealed record Passed(double[] Inputs, double[] InputSizes, double[] Z, double[]? Mask);

    /// <summary>The outputs of a sample, without dropout.</summary>
    public double[] Outputs(double[] x) => _output.Of(Forward(x, null)[^1].Z);

    /// <summary>The loss of a sample, with the masks of dropout by layer or without.</summary>
    public double Loss(double[] x, double[] d, Func<int, double[]>? masks) => _output.Loss(Forward(x, masks)[^1].Z, d).Value;

    /// <summary>How far a sample is from a place where a derivative jumps.</summary>
    public double DistanceFromKink(double[] x, double[] d, Func<int, double[]>? masks)
    {
        double distance = 1;
        List<Passed> passed = Forward(x, masks);
        for (int i = 0; i < passed.Count; i++)
        {
            LayerCase layer = network.Layers[i];
            if (layer.Kind is "Dense" or "Residual")
                distance = passed[i].Z.Aggregate(distance, (least, z) => Math.Min(least, NaiveFunctions.DistanceFromKink(layer.Activation, z)));
            for (int j = 0; j < layer.Outputs && layer.Kind == "Maxout"; j++)
            {
                double[] pieces = [.. Enumerable.Range(0, layer.Pieces).Select(p => passed[i].Z[(p * layer.Outputs) + j]).OrderDescending()];
                distance = Math.Min(distance, pieces[0] == pieces[1] ? 1 : pieces[0] - pieces[1]);
            }
        }

        return network.Loss == "MeanAbsoluteError"
            ? _output.Of(passed[^1].Z).Zip(d, (y, target) => Math.Abs(y - target)).Aggregate(distance, Math.Min)
            : distance;
    }

    /// <summary>Adds the gradients of a sample, times a factor; returns its loss, the gradient of its inputs, and the sizes of the sums in that.</summary>
    public (double Loss, double[] InputGradients, double[] InputSizes) Backward(double[] x, double[] d, double factor, Func<int, double[]> masks)
    {
        List<Passed> passed = Forward(x, masks);
        (double loss, double[] gradient) = _output.Loss(passed[^1].Z, d);
        (double[] inputGradients, double[] inputSizes) = Flow(passed, [.. gradient.Select(value => value * factor)]);
        return (loss, inputGradients, inputSizes);
    }

    /// <summary>The same from a gradient of the outputs.</summary>
    public (double[] InputGradients, double[] InputSizes) VectorJacobianProduct(double[] x, double[] dy, Func<int, double[]> masks)
    {
        List<Passed> passed = Forward(x, masks);
        return Flow(passed, _output.Adjoint(passed[^1].Z, dy));
    }

    /// <summary>From the gradient of the last z back to the inputs; a layer's input sums what flows back to it from everyone who reads it.</summary>
    private (double[] InputGradients, double[] InputSizes) Flow(List<Passed> passed, double[] last)
    {
        (double[] Gradient, double[] Sizes)[] flows = [.. passed.Select(at => (new double[at.Inputs.Length], new double[at.Inputs.Length])), (last, [.. last.Select(Math.Abs)])];
        for (int i = passed.Count - 1; i >= 0; i--)
        {
            LayerCase layer = network.Layers[i];
            Passed at = passed[i];
            (double[] g, double[] sizes) = flows[i + 1];
            if (i < passed.Count - 1 && layer.Kind == "Maxout")
                (g, sizes) = (NaiveFunctions.ToLargest(layer, at.Z, g), NaiveFunctions.ToLargest(layer, at.Z, sizes));
            else if (i < passed.Count - 1)
                (g, sizes) = Times(g, sizes, [.. at.Z.Select(z => NaiveFunctions.Activation(layer.Activation, layer.AlphaValue, z).Slope)]);
            Add(flows[i], layer.HasSize ? Affine(i, at, g, sizes) : at.Mask is { } mask ? Times(g, sizes, mask) : (g, sizes));
            if (layer.Kind == "Residual")
                Add(flows[i - layer.Around], layer.Projection ? Affine(i, passed[i - layer.Around], g, sizes) : (g, sizes));
        }

        return flows[0];
    }

    private static (double[] Gradient, double[] Sizes) Times(double[] g, double[] sizes, double[] factors) =>
        ([.. g.Zip(factors, (value, factor) => value * factor)], [.. sizes.Zip(factors, (value, factor) => value * Math.Abs(factor))]);

    private static void Add((double[] Gradient, double[] Sizes) to, (double[] Gradient, double[] Sizes) flow)
    {
        for (int i = 0; i < flow.Gradient.Length; i++)
        {
            to.Gradient[i] += flow.Gradient[i];
            to.Sizes[i] += flow.Sizes[i];
        }
    }

    private List<Passed> Forward(double[] x, Func<int, double[]>? masks)
    {
        var passed = new List<Passed>();
        double[] xSizes = [.. x.Select(Math.Abs)];
        for (int i = 0; i < network.Layers.Length; i++)
        {
            LayerCase layer = network.Layers[i];
            double[]? mask = layer.Kind == "Dropout" ? masks?.Invoke(i) : null;
            (double[] z, double[] zSizes) = layer.HasSize ? Z(i, x) : mask is null ? (x, xSizes) : Times(x, xSizes, mask);
            if (layer.Kind == "Residual")
            {
                Passed around = passed[i - layer.Around];
                (double[] s, double[] sSizes) = layer.Projection ? Z(i, around.Inputs) : (around.Inputs, around.InputSizes);
                (z, zSizes) = ([.. z.Zip(s, (value, more) => value + more)], [.. zSizes.Zip(sSizes, (value, more) => value + more)]);
            }

            passed.Add(new Passed(x, xSizes, z, mask));
            if (i == network.Layers.Length - 1)
                break;
            if (layer.Kind == "Maxout")
            {
                (x, xSizes) = (NaiveFunctions.Largest(layer, z), NaiveFunctions.Largest(layer, zSizes));
                continue;
            }

            (double Value, double Slope)[] each = [.. z.Select(value => NaiveFunctions.Activation(layer.Activation, layer.AlphaValue, value))];
            (x, xSizes) = ([.. each.Select(one => one.Value)], [.. each.Zip(zSizes, (one, size) => Math.Abs(one.Value) + (Math.Abs(one.Slope) * size))]);
        }

        return passed;
    }

    /// <summary>z = W x + b with the sizes of its sums; the pieces of maxout one behind the other.</summary>
    private (double[] Z, double[] Sizes) Z(int layer, double[] x)
    {
        (double[] w, double[] b) = Parameters(layer);
        double[] z = new double[w.Length / x.Length], sizes = new double[z.Length];
        for (int j = 0; j < z.Length; j++)
        {
            z[j] = b.Length > 0 ? b[j] : 0;
            sizes[j] = Math.Abs(z[j]);
            for (int k = 0; k < x.Length; k++)
            {
                z[j] += w[(j * x.Length) + k] * x[k];
                sizes[j] += Math.Abs(w[(j * x.Length) + k] * x[k]);
            }
        }

        return (z, sizes);
    }

    /// <summary>dW += dz x^T and db += dz; returns W^T dz.</summary>
    private (double[] Gradient, double[] Sizes) Affine(int layer, Passed of, double[] dz, double[] sizes)
    {
        double[] x = of.Inputs;
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
                sizeW[at] += sizes[j] * of.InputSizes[k];
                dx[k] += dz[j] * w[at];
                sizeX[k] += sizes[j] * Math.Abs(w[at]);
            }
        }

        return (dx, sizeX);
    }

    /// <summary>Layers are counted among those with weights.</summary>
    private string Name(int layer) => network.Layers.Take(layer).Count(before => before.HasWeights).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private (double[] Weights, double[] Biases) Parameters(int layer) =>
        (Tensor(Name(layer) + ".weight"), network.Layers[layer].Bias ? Tensor(Name(layer) + ".bias") : []);

    private double[] Tensor(string name) => _tensors.TryGetValue(name, out double[]? known) ? known : _tensors[name] = tensor(name);

    private static double[] Gradient(Dictionary<string, double[]> of, string name, int length) =>
        length == 0 ? [] : of.TryGetValue(name, out double[]? known) ? known : of[name] = new double[length];
}
