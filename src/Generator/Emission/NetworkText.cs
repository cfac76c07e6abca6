using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using GenNet.Generator.Lowering;
using GenNet.Generator.Model;

namespace GenNet.Generator.Emission;

/// <summary>The network in words and numbers: the table at the head of the file and on hover.</summary>
internal static class NetworkText
{
    /// <summary>A line for each layer, and the sum.</summary>
    public static IEnumerable<string> Table(NetworkProgram program)
    {
        List<string[]> rows = [["layer", "", "shape", "parameters", "multiply-adds"]];
        foreach (LayerProgram layer in program.Layers)
        {
            rows.Add(
            [
                Number(layer.Number),
                $"{layer.Model.Kind}, {layer.Model.Detail ?? Spoken(layer.Model.Activation, layer.Model.Alpha)}",
                $"{Number(layer.Model.Inputs)} -> {Number(layer.Model.Outputs)}",
                Number(layer.Parameters.Sum(parameter => (long)parameter.Count)),
                Number(Cost(layer, layer.Forward)),
            ]);
        }

        rows.Add(["", "", "", Number(Parameters(program)), Number(ForwardCost(program))]);
        int[] widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (string[] row in rows)
        {
            yield return string.Join("  ", row.Select((cell, column) =>
                column is 1 or 2 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd();
        }
    }

    /// <summary>The loss, and what a sample costs.</summary>
    public static string Cost(NetworkProgram program) => program.Model.Mode == NetworkMode.Inference
        ? $"For inference. A sample costs {Number(ForwardCost(program))} multiply-adds."
        : $"Loss: {Spoken(program.Model.Loss)}. A sample costs {Number(ForwardCost(program))} multiply-adds forward and "
        + $"{Number(program.Layers.Sum(layer => Cost(layer, [.. layer.Backward, .. layer.Gradients])))} backward.";

    /// <summary>Which passes there are, behind the name of the network.</summary>
    public static string Directions(NetworkModel model) => model.Mode == NetworkMode.Inference ? "" : ", in both directions";

    /// <summary>The letters of the emitted code.</summary>
    public static string Names(NetworkModel model) => model.Mode == NetworkMode.Inference
        ? "x inputs, z = x W + b, a = s(z) activation, y output"
        : "x inputs, z = x W + b, a = s(z) activation, y output, d target; dW is d loss / d W, and so on";

    public static long Parameters(NetworkProgram program) =>
        program.Layers.SelectMany(layer => layer.Parameters).Sum(parameter => (long)parameter.Count);

    public static string Spoken(Loss loss) => loss switch
    {
        Loss.HalfSquaredError => "half squared error",
        Loss.MeanSquaredError => "mean squared error",
        Loss.MeanAbsoluteError => "mean absolute error",
        Loss.BinaryCrossEntropy => "binary cross-entropy",
        Loss.CrossEntropy => "cross-entropy",
        Loss.Perceptron => "perceptron",
        _ => loss.ToString(),
    };

    public static string Spoken(Activation activation, double alpha) => activation switch
    {
        Activation.LeakyReLU or Activation.ELU => $"{activation}({alpha.ToString("R", CultureInfo.InvariantCulture)})",
        Activation.ReLU or Activation.SELU or Activation.GELU => activation.ToString(),
        Activation.GELUTanh => "GELU by tanh",
        Activation.SiLU => "SiLU",
        Activation.HardTanh => "hard tanh",
        _ => activation.ToString().ToLowerInvariant(),
    };

    /// <summary>All that the results depend on beside the parameters, in one line: what a checkpoint remembers of the network.</summary>
    public static string Declaration(NetworkModel model) =>
        string.Join("; ", model.Layers.Select(Declaration).Prepend(model.Loss.ToString()).Prepend(model.Precision.ToString()));

    private static string Declaration(LayerModel layer)
    {
        string alpha = layer.Activation is Activation.LeakyReLU or Activation.ELU ? $"({layer.Alpha.ToString("R", CultureInfo.InvariantCulture)})" : "";
        return $"{layer.Kind}({layer.Inputs.ToString(CultureInfo.InvariantCulture)}, {layer.Outputs.ToString(CultureInfo.InvariantCulture)}, {layer.Detail ?? layer.Activation + alpha})";
    }

    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static long ForwardCost(NetworkProgram program) => program.Layers.Sum(layer => Cost(layer, layer.Forward));

    /// <summary>The multiply-adds of a sample: each product takes each weight of the layer once.</summary>
    private static long Cost(LayerProgram layer, ImmutableArray<Operation> operations) => operations.OfType<Product>().Count()
        * layer.Parameters.Where(parameter => parameter.Role == "Weight").Sum(parameter => (long)parameter.Count);
}
