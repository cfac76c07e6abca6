using System;
using static GenNet.Gradient.Tests.ReferenceComparison;

namespace GenNet.Gradient.Tests;

/// <summary>Layers of every kind against PyTorch, where the values are.</summary>
public class LayerReferenceTests
{
    [Theory]
    [InlineData("residual_dense")]
    public void Float_agrees_with_PyTorch(string name) => Run(name, name switch
    {
        "residual_dense" => Compare<ResidualDenseF, float>,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    }, FloatTolerance);

    [Theory]
    [InlineData("residual_dense")]
    public void Double_agrees_with_PyTorch(string name) => Run(name, name switch
    {
        "residual_dense" => Compare<ResidualDenseD, double>,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    }, DoubleTolerance);

    private static void Run(string name, Action<ReferenceCase, double> compare, double tolerance)
    {
        Assert.SkipWhen(ReferenceCase.Layers is null, "The values are not here: they are expected in ../shared/reference/layers.json, beside the repository.");
        compare(ReferenceCase.Layers![name], tolerance);
    }
}
