using System;
using System.Collections.Generic;
using System.Linq;
using GenNet;
using Samples;

namespace VanishingGradient;

/// <summary>A row for each activation function: the activations under each initialisation, and the gradient norms of all four.</summary>
internal static class Picture
{
    private static readonly (double Low, double High) LayerRange = (0.4, Sizes.Layers + 0.6);
    private static readonly Dictionary<string, string> Colors = new() { ["small"] = "#0072B2", ["large"] = "#D55E00", ["Xavier"] = "#009E73", ["He"] = "#CC79A7" };
    private static readonly double[] LayerNumbers = [.. Enumerable.Range(1, Sizes.Layers).Select(layer => (double)layer)];

    public static void Save(string path, IReadOnlyList<Finding> findings)
    {
        double[] norms = [.. findings.SelectMany(Norms).Where(norm => norm > 0 && double.IsFinite(norm))];
        (double, double) decades = (Decade(Math.Floor(Math.Log10(norms.Min()))), Decade(Math.Ceiling(Math.Log10(norms.Max()))));
        var charts = new List<SvgChart>();
        foreach (IGrouping<string, Finding> function in findings.GroupBy(finding => finding.Of.Function))
        {
            charts.AddRange(function.Select(Activations));
            var gradients = new SvgChart($"{function.Key}: norm of the gradient", "layer", "") { LogY = true, XRange = LayerRange, YRange = decades };
            foreach (Finding finding in function)
                gradients.Line(finding.Of.Init, LayerNumbers, Norms(finding), Colors[finding.Of.Init]);
            charts.Add(gradients);
        }

        SvgFigure.Save(
            path, charts, columns: charts.Count / 3, width: 330, height: 270,
            title: "Ten layers before training: the distribution of each layer's activations (widths: square roots of counts), and its gradient");
    }

    private static SvgChart Activations(Finding finding) =>
        new SvgChart($"{finding.Of.Function}, {finding.Of.Init}", "layer", "activation") { XRange = LayerRange, YRange = Bounds(finding.Of.Function) }
            .Distributions(null, LayerNumbers, [.. finding.Layers.Select(layer => layer.Histogram).Select(bins => (bins.From, bins.To, Shares(bins)))], Colors[finding.Of.Init]);

    /// <summary>ReLU has no upper bound: the scale is that of the data, so that a layer that outgrows the others can be told.</summary>
    private static (double, double)? Bounds(string function) => function switch
    {
        "sigmoid" => (0, 1),
        "tanh" => (-1, 1),
        _ => null,
    };

    private static double[] Shares(Histogram bins) => [.. bins.Counts.Select(count => count / (double)bins.Total)];

    private static double[] Norms(Finding finding) => [.. finding.Layers.Select(layer => layer.GradientNorm)];

    private static double Decade(double exponent) => Math.Pow(10, exponent);
}
