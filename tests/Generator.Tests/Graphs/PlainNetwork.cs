using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using GenNet.CompilerServices;
using GenNet.Generator.Expressions;
using GenNet.Generator.Model;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>A network computed layer by layer as the declaration reads, by nothing of the generator's: what graphs are compared with.</summary>
/// <param name="model">The network.</param>
/// <param name="parameter">A number of a parameter, such as W1: by input (0 for a bias) and output; the pieces of maxout follow one another.</param>
internal sealed class PlainNetwork(NetworkModel model, Func<string, int, int, double> parameter)
{
    /// <summary>The outputs of one sample, without dropout.</summary>
    public double[] Outputs(double[] x)
    {
        List<double[]> inputs = [x];
        for (int i = 0; i < model.Layers.Count; i++)
            inputs.Add(Layer(model.Layers[i], i + 1, inputs));
        return inputs[^1];
    }

    /// <summary>The loss of one sample: the sum over its outputs, of which some losses are the mean.</summary>
    public double Loss(double[] x, double[] d)
    {
        double[] y = Outputs(x);
        if (model.Targets == Targets.Classes)
            return d.Select((label, t) => label < 0 ? 0 : -Math.Log(y[t * model.OutputShape.Features + (int)label])).Sum();
        return y.Select((_, j) => model.Loss.Kind switch
        {
            GenNet.Loss.HalfSquaredError => (y[j] - d[j]) * (y[j] - d[j]) / 2,
            GenNet.Loss.MeanSquaredError => (y[j] - d[j]) * (y[j] - d[j]),
            GenNet.Loss.MeanAbsoluteError => Math.Abs(y[j] - d[j]),
            GenNet.Loss.Huber => Math.Abs(y[j] - d[j]) <= 1 ? (y[j] - d[j]) * (y[j] - d[j]) / 2 : Math.Abs(y[j] - d[j]) - 0.5,
            GenNet.Loss.CrossEntropy => -d[j] * Math.Log(y[j]),
            GenNet.Loss.BinaryCrossEntropy => -d[j] * Math.Log(y[j]) - (1 - d[j]) * Math.Log(1 - y[j]),

            // (y - d) z with the sum z of a single layer.
            _ => (y[j] - d[j]) * Affine(x, 1, model.Outputs, model.Layers[0] is DenseLayer { Bias: true })[j],
        }).Sum();
    }

    private double[] Layer(LayerModel layer, int number, List<double[]> inputs)
    {
        double[] x = inputs[^1];
        switch (layer)
        {
            case DenseLayer dense:
                return Activate(layer, [.. x.Chunk(dense.Input.Features).SelectMany(step => Affine(step, number, dense.Output.Features, dense.Bias))]);
            case MaxoutLayer maxout:
                double[] z = Affine(x, number, maxout.Pieces * maxout.Outputs, maxout.Bias);
                return [.. Enumerable.Range(0, maxout.Outputs).Select(j => Enumerable.Range(0, maxout.Pieces).Max(piece => z[piece * maxout.Outputs + j]))];
            case EmbeddingLayer embedding:
                return [.. x.SelectMany(token => Enumerable.Range(0, embedding.Output.Features).Select(j => parameter($"E{number}", (int)token, j)))];
            case PositionEmbeddingLayer:
                return [.. x.Select((xi, i) => xi + parameter($"P{number}", i / layer.Input.Features, i % layer.Input.Features))];
            case RecurrentLayer recurrent:
                Activation function = recurrent.Function.Kind ?? Activation.Identity;
                return new PlainRecurrence(recurrent, (name, row, column) => parameter($"{name}{number}", row, column), zj => Function(function, Alpha(recurrent.Function), zj)).Of(x);
            case SelfAttentionLayer attention:
                return new PlainAttention(attention, (name, row, column) => parameter($"{name}{number}", row, column)).Of(x);
            case Conv2DLayer image:
                return Activate(layer, Convolution(image.Window, number, image.Bias).Of(x));
            case Conv1DLayer line:
                double[] features = Convolution(line.Window, number, line.Bias).Of(PlainConvolution.Turned(x, line.Input.Dimensions[0], line.Input.Dimensions[1]));
                return Activate(layer, PlainConvolution.Turned(features, line.Output.Dimensions[1], line.Output.Dimensions[0]));
            case ConvTranspose2DLayer transposed:
                return Activate(layer, Convolution(transposed.Window, number, transposed.Bias).Transposed(x));
            case ResidualLayer residual:
                double[] source = inputs[inputs.Count - 1 - residual.Layers];
                double[] past = residual switch
                {
                    { Window: { } window } => Convolution(window, number, residual.Bias).Of(source),
                    { Projection: true } => [.. source.Chunk(source.Length / (residual.Outputs / residual.Output.Features)).SelectMany(step => Affine(step, number, residual.Output.Features, residual.Bias))],
                    _ => source,
                };
                return Activate(layer, [.. x.Select((xj, j) => xj + past[j])]);
            case MaxPool2DLayer or MaxPool1DLayer:
                return [.. WindowNumbers.Of(((PoolLayer)layer).Windows).Select(window => window.Max(at => x[at]))];
            case AveragePool2DLayer or AveragePool1DLayer:
                PoolWindows windows = ((PoolLayer)layer).Windows;
                return [.. WindowNumbers.Of(windows).Select(window => window.Sum(at => x[at]) / (windows.Size.Rows * windows.Size.Columns))];
            case GlobalAveragePoolLayer:
                return [.. Enumerable.Range(0, layer.Outputs).Select(k => x.Where((_, at) => k == (layer.Input.Rank == 3 ? at / (x.Length / layer.Outputs) : at % layer.Outputs)).Average())];
            case Upsample2DLayer upsample:
                int columns = upsample.Input.Dimensions[2], wide = columns * upsample.Scale;
                return [.. Enumerable.Range(0, layer.Outputs).Select(at => x[at / wide / upsample.Scale * columns + at % wide / upsample.Scale])];
            case NormLayer norm:
                return Activate(layer, PlainNorms.Of(norm, x, (name, index) => parameter($"{name}{number}", 0, index)));
            default:
                // Flatten, and dropout where nothing is trained.
                return x;
        }
    }

    private PlainConvolution Convolution(Window window, int number, bool bias) =>
        new(window, (filter, weight) => parameter($"W{number}", filter, weight), channel => bias ? parameter($"b{number}", 0, channel) : 0);

    private double[] Affine(double[] x, int number, int outputs, bool bias) =>
        [.. Enumerable.Range(0, outputs).Select(j => x.Select((xi, i) => xi * parameter($"W{number}", i, j)).Sum() + (bias ? parameter($"b{number}", 0, j) : 0))];

    private static double[] Activate(LayerModel layer, double[] z)
    {
        if (layer.Activation.IsSoftmax)
            return [.. z.Chunk(layer.Output.Features).SelectMany(step => step.Select(zj => Math.Exp(zj) / step.Sum(Math.Exp)))];
        return [.. z.Select(zj => Function(layer.Activation.Kind!.Value, Alpha(layer.Activation), zj))];
    }

    /// <summary>The alpha of LeakyReLU(alpha) and ELU(alpha).</summary>
    private static double Alpha(ActivationFunction function) => function.Declared.Split('(') is [_, { } alpha] ? double.Parse(alpha.TrimEnd(')'), CultureInfo.InvariantCulture) : 0;

    private static double Function(Activation activation, double alpha, double z) => activation switch
    {
        Activation.Identity => z,
        Activation.Sigmoid => 1 / (1 + Math.Exp(-z)),
        Activation.Tanh => Math.Tanh(z),
        Activation.ReLU => Math.Max(0, z),
        Activation.LeakyReLU => z > 0 ? z : alpha * z,
        Activation.ELU => z > 0 ? z : alpha * (Math.Exp(z) - 1),
        Activation.SELU => 1.0507009873554805 * (z > 0 ? z : 1.6732632423543772 * (Math.Exp(z) - 1)),
        Activation.GELU => z * NormalDistribution(z),
        Activation.GELUTanh => z / 2 * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (z + 0.044715 * Math.Pow(z, 3)))),
        Activation.SiLU => z / (1 + Math.Exp(-z)),
        Activation.Softplus => Math.Log(1 + Math.Exp(z)),
        Activation.Softsign => z / (1 + Math.Abs(z)),
        Activation.HardTanh => Math.Clamp(z, -1, 1),
        Activation.Step => z >= 0 ? 1 : 0,
        Activation.Sign => Math.Sign(z),
        _ => throw new InvalidOperationException($"No function {activation}."),
    };

    /// <summary>The probability of less than z, by Simpson's rule.</summary>
    private static double NormalDistribution(double z)
    {
        const int Steps = 200;
        double h = z / Steps, sum = 0;
        for (int i = 0; i <= Steps; i++)
            sum += (i is 0 or Steps ? 1 : i % 2 == 0 ? 2 : 4) * Math.Exp(-h * i * h * i / 2);
        return 0.5 + sum * h / 3 / Math.Sqrt(2 * Math.PI);
    }
}
