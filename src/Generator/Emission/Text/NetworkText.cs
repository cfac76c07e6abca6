using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using GenNet.Generator.Model;
using GenNet.Generator.Planning;

namespace GenNet.Generator.Emission.Text;

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
                Title(layer.Model),
                Shapes(layer.Model),
                Number(Parameters(layer)),
                Number(layer.ForwardCost),
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
        : $"Loss: {program.Model.Loss.Title}. A sample costs {Number(ForwardCost(program))} multiply-adds forward and "
        + $"{Number(program.Layers.Sum(layer => layer.BackwardCost))} backward.";

    /// <summary>Which passes there are, behind the name of the network.</summary>
    public static string Directions(NetworkModel model) => model.Mode == NetworkMode.Inference ? "" : ", in both directions";

    /// <summary>The letters of the emitted code.</summary>
    public static string Names(NetworkModel model) => $"x inputs, z = x W + b{(model.Layers.Any(layer => layer is ConvolutionLayer) ? " or a convolution" : "")}, a = s(z) activation, y output" + Statistics(model)
        + (model.Mode == NetworkMode.Inference ? "" : ", d target; dW is d loss / d W, and so on");

    private static string Statistics(NetworkModel model)
    {
        string ofSamples = model.Layers.Any(layer => layer is NormLayer) ? ", m mean and v variance of what is normalised" : "";
        return model.Layers.Any(layer => layer is BatchNormLayer) ? ofSamples + ", M and V the running ones" : ofSamples;
    }

    public static long Parameters(NetworkProgram program) =>
        program.Layers.Sum(Parameters);

    /// <summary>The numbers of a layer that are trained.</summary>
    private static long Parameters(LayerProgram layer) => layer.Parameters.Where(parameter => parameter.IsTrained).Sum(parameter => parameter.Count);

    /// <summary>All that the results depend on beside the parameters, in one line: what a checkpoint remembers of the network.</summary>
    public static string Declaration(NetworkModel model) =>
        string.Join("; ", model.Layers.Select(layer => layer.Declared).Prepend(model.Loss.Declared + (model.Targets == Targets.Classes ? " of classes" : "") + (model.HasLengths ? " with lengths" : "")).Prepend(model.Precision.ToString()));

    /// <summary>A layer, as the table calls it.</summary>
    public static string Title(LayerModel layer) => (layer.Detail ?? layer.Activation.Title) is { Length: > 0 } detail
        ? $"{layer.Title}, {detail}"
        : layer.Title;

    /// <summary>The shapes of a layer, as the table shows them.</summary>
    public static string Shapes(LayerModel layer) => $"{layer.Input.Text("N0")} -> {layer.Output.Text("N0")}";

    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static long ForwardCost(NetworkProgram program) => program.Layers.Sum(layer => layer.ForwardCost);
}
