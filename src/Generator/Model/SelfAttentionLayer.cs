using System.Globalization;
using GenNet.CompilerServices;
using GenNet.Generator.Expressions;

namespace GenNet.Generator.Model;

/// <summary>Attention of a sequence to itself.</summary>
/// <param name="Name">The prefix of its tensors.</param>
/// <param name="Input">[steps, width], which is the shape of what goes out too.</param>
/// <param name="Heads">The heads, which divide the width.</param>
/// <param name="Causal">Whether a step sees itself and those before it only.</param>
/// <param name="Bias">Whether its two affine functions add biases.</param>
/// <param name="Init">How the weights are drawn.</param>
internal sealed record SelfAttentionLayer(string Name, Shape Input, int Heads, bool Causal, bool Bias, WeightInit Init)
    : LayerModel(Name, Input, Input, ActivationFunction.Identity)
{
    /// <summary>The steps of a sequence.</summary>
    public int Steps => Input.Dimensions[0];

    /// <summary>The features of a step.</summary>
    public int Width => Input.Features;

    /// <summary>The columns of a head.</summary>
    public int HeadWidth => Width / Heads;

    public override string Detail => string.Format(CultureInfo.InvariantCulture, "{0} {1}{2}", Heads, Heads == 1 ? "head" : "heads", Causal ? ", causal" : "");

    public override bool HasOutputsOfInputs => true;

    public override bool LooksBack => Causal;

    public override Quantity Units => 5 * Input.Count;

    protected override Quantity RowNumbers => 2 * Units + (Quantity)Heads * (Steps + 16);

    /// <summary>With the scratch that there is once for all samples.</summary>
    protected override Quantity WeightNumbers => ((Quantity)Width + 1) * ((Quantity)4 * (Width + 32))
        + (Quantity)AttentionScratch.BackwardScores(HeadWidth) * (Steps + 32) + (Quantity)AttentionScratch.BackwardCopies(1) * Steps * (HeadWidth + 32);
}
