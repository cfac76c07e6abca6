using GenNet.Generator.Expressions;

namespace GenNet.Generator.Model;

/// <summary>The same numbers as [features], in row-major order: nothing moves in memory.</summary>
/// <param name="Input">The shape of what comes in.</param>
internal sealed record FlattenLayer(Shape Input)
    : LayerModel("", Input, Shape.Of(Input.Size), ActivationFunction.Identity)
{
    public override bool HasOutputsOfInputs => true;

    public override bool HasStraightLineForm => Input.Rank != 2;

    public override string Detail => "";

    public override string Declared => Declare();

    public override bool HasWeights => false;
}
