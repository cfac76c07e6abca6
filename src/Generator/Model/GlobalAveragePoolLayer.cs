using GenNet.Generator.Expressions;

namespace GenNet.Generator.Model;

/// <summary>The mean of each channel of an image, or of each feature of a sequence.</summary>
/// <param name="Input">[channels, rows, columns] or [steps, features].</param>
/// <param name="Output">[channels] or [features].</param>
internal sealed record GlobalAveragePoolLayer(Shape Input, Shape Output)
    : LayerModel("", Input, Output, ActivationFunction.Identity)
{
    public override bool HasOutputsOfInputs => true;

    public override bool HasWeights => false;

    public override string Detail => "";

    public override string Declared => Declare();
}
