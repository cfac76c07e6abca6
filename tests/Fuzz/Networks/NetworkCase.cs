using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace GenNet.Fuzz.Networks;

/// <summary>A layer as it is declared.</summary>
/// <param name="Kind">Dense, Maxout, Dropout, Flatten or Residual.</param>
/// <param name="Outputs">Its outputs; only Dense and Maxout choose them.</param>
/// <param name="Activation">The member of the enum; Identity unless it is dense or residual.</param>
/// <param name="Alpha">The parameter of the activation; its default where null.</param>
/// <param name="Pieces">The pieces of Maxout.</param>
/// <param name="Rate">The rate of Dropout.</param>
/// <param name="Bias">Whether there are biases.</param>
/// <param name="Around">The layers that Residual goes around.</param>
/// <param name="Projection">Whether Residual has weights.</param>
internal sealed record LayerCase(
    string Kind, int Outputs, string Activation, double? Alpha = null, int Pieces = 0, double Rate = 0, bool Bias = true, int Around = 0, bool Projection = false)
{
    /// <summary>Whether it chooses the number of its outputs.</summary>
    public bool HasSize => Kind is "Dense" or "Maxout";

    public bool HasWeights => HasSize || Projection;

    /// <summary>The parameter of the activation.</summary>
    public double AlphaValue => Alpha ?? (Activation == "LeakyReLU" ? 0.01 : 1);

    /// <summary>The attribute; the first layer says its inputs too.</summary>
    public string Attribute(int? inputs)
    {
        string first = inputs is { } n ? $"{n}, " : "", bias = Bias ? "" : ", Bias = false";
        string activation = $"Activation.{Activation}{(Alpha is { } alpha ? ", Alpha = " + Text(alpha) : "")}";
        return Kind switch
        {
            "Dense" => $"[Dense({first}{Outputs}, {activation}{bias})]",
            "Maxout" => $"[Maxout({first}{Outputs}, {Pieces}{bias})]",
            "Flatten" => "[Flatten]",
            "Residual" => $"[Residual({Around}, {activation}{(Projection ? ", Projection = true" + bias : "")})]",
            _ => $"[Dropout({first}{Text(Rate)})]",
        };
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>A network, and what it is run on.</summary>
/// <param name="Precision">The member of the enum.</param>
/// <param name="Loss">The member of the enum.</param>
/// <param name="Inputs">Its inputs.</param>
/// <param name="Layers">Its layers.</param>
/// <param name="Rows">The sizes of the batches.</param>
/// <param name="Targets">What the targets are like: one-hot, distribution or numbers.</param>
/// <param name="Junk">What stands in the padding of the parameters.</param>
/// <param name="Seed">The seed of parameters, inputs, targets and masks.</param>
internal sealed record NetworkCase(string Precision, string Loss, int Inputs, LayerCase[] Layers, int[] Rows, string Targets, double Junk, int Seed)
{
    public int Outputs => Layers[^1].Outputs;

    public string Source
    {
        get
        {
            bool hasShape = Layers.Any(layer => layer.Kind == "Flatten");
            string layers = string.Join(" ", Layers.Select((layer, i) => layer.Attribute(i == 0 && !hasShape ? Inputs : null)));
            return $"[Network(Loss.{Loss}, Precision = Precision.{Precision})] {(hasShape ? $"[Input({Shape})] " : "")}{layers} public partial class Net;";
        }
    }

    /// <summary>As many dimensions as its inputs divide into, where a flatten stands before the layers that take features.</summary>
    private string Shape => !IsFlattened(Layers) ? $"{Inputs}" : Inputs % 6 == 0 ? $"2, 3, {Inputs / 6}" : Inputs % 2 == 0 ? $"2, {Inputs / 2}" : $"1, {Inputs}";

    /// <summary>Whether layers start with a shape of several dimensions.</summary>
    public static bool IsFlattened(IEnumerable<LayerCase> layers) => layers.TakeWhile(layer => !layer.HasSize).Any(layer => layer.Kind == "Flatten");

    /// <summary>All there is to a case.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Source} on {string.Join(", ", Rows)} rows, {Targets} as targets, {Junk} in the padding, seed {Seed}");
}
