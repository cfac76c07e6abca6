using System.Globalization;
using GenNet.Generator.Expressions;

namespace GenNet.Generator.Model;

/// <summary>Each pixel of an image as a square of equal ones.</summary>
/// <param name="Input">[channels, rows, columns].</param>
/// <param name="Output">[channels, rows scale, columns scale].</param>
/// <param name="Scale">The side of a square.</param>
internal sealed record Upsample2DLayer(Shape Input, Shape Output, int Scale)
    : LayerModel("", Input, Output, ActivationFunction.Identity)
{
    public override bool HasOutputsOfInputs => true;

    public override bool HasWeights => false;

    public override string Detail => Scale.ToString(CultureInfo.InvariantCulture) + " times";
}
