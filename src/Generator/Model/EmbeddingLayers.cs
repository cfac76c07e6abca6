using System;
using GenNet.Generator.Expressions;

namespace GenNet.Generator.Model;

/// <summary>A vector for each token.</summary>
/// <param name="Name">The prefix of its tensor.</param>
/// <param name="Input">[steps], tokens.</param>
/// <param name="Output">[steps, width].</param>
/// <param name="Vocabulary">The tokens that there are.</param>
/// <param name="Init">How the vectors are drawn.</param>
internal sealed record EmbeddingLayer(string Name, Shape Input, Shape Output, int Vocabulary, WeightInit Init)
    : LayerModel(Name, Input, Output, ActivationFunction.Identity)
{
    public override string Detail => FormattableString.Invariant($"{Vocabulary} tokens");

    public override string Declared => Declare(FormattableString.Invariant($"{Vocabulary}"));

    protected override Quantity WeightNumbers => (Quantity)Vocabulary * ((Quantity)Output.Features + 32);
}

/// <summary>A vector for each place, added to what stands there.</summary>
/// <param name="Name">The prefix of its tensor.</param>
/// <param name="Input">[steps, features].</param>
/// <param name="Init">How the vectors are drawn.</param>
internal sealed record PositionEmbeddingLayer(string Name, Shape Input, WeightInit Init)
    : LayerModel(Name, Input, Input, ActivationFunction.Identity)
{
    public override bool HasOutputsOfInputs => true;

    public override bool LooksBack => true;

    public override string Detail => "";

    public override string Declared => Declare();

    protected override Quantity WeightNumbers => (Quantity)Input.Dimensions[0] * ((Quantity)Input.Features + 32);
}
