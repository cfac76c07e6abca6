using System.Globalization;
using System.Linq;

namespace GenNet.Fuzz.Networks;

/// <summary>A layer as it is declared.</summary>
/// <param name="Kind">Dense, Maxout or Dropout.</param>
/// <param name="Outputs">Its outputs; those of the layer before for Dropout.</param>
/// <param name="Activation">The member of the enum; Identity unless it is dense.</param>
/// <param name="Alpha">The parameter of the activation; its default where null.</param>
/// <param name="Pieces">The pieces of Maxout.</param>
/// <param name="Rate">The rate of Dropout.</param>
/// <param name="Bias">Whether there are biases.</param>
internal sealed record LayerCase(string Kind, int Outputs, string Activation, double? Alpha, int Pieces, double Rate, bool Bias)
{
    /// <summary>The attribute; the first layer says its inputs too.</summary>
    public string Attribute(int? inputs)
    {
        string first = inputs is { } n ? $"{n}, " : "", bias = Bias ? "" : ", Bias = false";
        return Kind switch
        {
            "Dense" => $"[Dense({first}{Outputs}, Activation.{Activation}{(Alpha is { } alpha ? ", Alpha = " + Text(alpha) : "")}{bias})]",
            "Maxout" => $"[Maxout({first}{Outputs}, {Pieces}{bias})]",
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

    public string Source =>
        $"[Network(Loss.{Loss}, Precision = Precision.{Precision})] {string.Join(" ", Layers.Select((layer, i) => layer.Attribute(i == 0 ? Inputs : null)))} public partial class Net;";

    /// <summary>All there is to a case.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Source} on {string.Join(", ", Rows)} rows, {Targets} as targets, {Junk} in the padding, seed {Seed}");
}
