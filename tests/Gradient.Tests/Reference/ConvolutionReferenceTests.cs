using System;
using System.Collections.Generic;
using static GenNet.Gradient.Tests.ReferenceComparison;

namespace GenNet.Gradient.Tests;

/// <summary>Convolutions against PyTorch: outputs, loss, gradients of parameters and of inputs.</summary>
public class ConvolutionReferenceTests
{
    private static readonly Dictionary<string, Action<ReferenceCase, double>> Float = new()
    {
        ["conv_valid"] = Compare<ConvValidF, float>,
        ["conv_1x1"] = Compare<Conv1x1F, float>,
        ["conv_rectangular_image"] = Compare<ConvRectangularImageF, float>,
        ["conv_rectangular_kernel"] = Compare<ConvRectangularKernelF, float>,
        ["conv_stride3"] = Compare<ConvStride3F, float>,
        ["conv_dilated"] = Compare<ConvDilatedF, float>,
        ["conv_groups"] = Compare<ConvGroupsF, float>,
        ["conv_depthwise"] = Compare<ConvDepthwiseF, float>,
        ["conv_no_bias"] = Compare<ConvNoBiasF, float>,
        ["conv_many_channels"] = Compare<ConvManyChannelsF, float>,
        ["conv_transpose"] = Compare<ConvTransposeF, float>,
        ["conv1d"] = Compare<Conv1dF, float>,
        ["residual_images"] = Compare<ResidualImagesF, float>,
        ["residual_projection"] = Compare<ResidualProjectionF, float>,
    };

    private static readonly Dictionary<string, Action<ReferenceCase, double>> Double = new()
    {
        ["conv_valid"] = Compare<ConvValidD, double>,
        ["conv_1x1"] = Compare<Conv1x1D, double>,
        ["conv_rectangular_image"] = Compare<ConvRectangularImageD, double>,
        ["conv_rectangular_kernel"] = Compare<ConvRectangularKernelD, double>,
        ["conv_stride3"] = Compare<ConvStride3D, double>,
        ["conv_dilated"] = Compare<ConvDilatedD, double>,
        ["conv_groups"] = Compare<ConvGroupsD, double>,
        ["conv_depthwise"] = Compare<ConvDepthwiseD, double>,
        ["conv_no_bias"] = Compare<ConvNoBiasD, double>,
        ["conv_many_channels"] = Compare<ConvManyChannelsD, double>,
        ["conv_transpose"] = Compare<ConvTransposeD, double>,
        ["conv1d"] = Compare<Conv1dD, double>,
        ["residual_images"] = Compare<ResidualImagesD, double>,
        ["residual_projection"] = Compare<ResidualProjectionD, double>,
    };

    public static TheoryData<string> Names => new(Float.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Float_agrees_with_PyTorch(string name) => Float[name](ReferenceCase.OfImages(name), FloatTolerance);

    [Theory]
    [MemberData(nameof(Names))]
    public void Double_agrees_with_PyTorch(string name) => Double[name](ReferenceCase.OfImages(name), DoubleTolerance);
}
