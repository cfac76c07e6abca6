using System;
using System.Collections.Generic;
using static GenNet.Gradient.Tests.ReferenceComparison;

namespace GenNet.Gradient.Tests;

/// <summary>Pools behind convolutions against PyTorch: outputs, loss, gradients of parameters and of inputs.</summary>
public class PoolReferenceTests
{
    private static readonly Dictionary<string, Action<ReferenceCase, double>> Float = new()
    {
        ["conv_same_maxpool"] = Compare<ConvSameMaxpoolF, float>,
        ["conv_stride2_avgpool"] = Compare<ConvStride2AvgpoolF, float>,
        ["conv_5x5"] = Compare<Conv5x5F, float>,
        ["pool_max_overlapping"] = Compare<PoolMaxOverlappingF, float>,
        ["pool_average_overlapping"] = Compare<PoolAverageOverlappingF, float>,
        ["lenet"] = Compare<LenetF, float>,
        ["global_average"] = Compare<GlobalAverageF, float>,
        ["upsample_nearest"] = Compare<UpsampleNearestF, float>,
    };

    private static readonly Dictionary<string, Action<ReferenceCase, double>> Double = new()
    {
        ["conv_same_maxpool"] = Compare<ConvSameMaxpoolD, double>,
        ["conv_stride2_avgpool"] = Compare<ConvStride2AvgpoolD, double>,
        ["conv_5x5"] = Compare<Conv5x5D, double>,
        ["pool_max_overlapping"] = Compare<PoolMaxOverlappingD, double>,
        ["pool_average_overlapping"] = Compare<PoolAverageOverlappingD, double>,
        ["lenet"] = Compare<LenetD, double>,
        ["global_average"] = Compare<GlobalAverageD, double>,
        ["upsample_nearest"] = Compare<UpsampleNearestD, double>,
    };

    public static TheoryData<string> Names => new(Float.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Float_agrees_with_PyTorch(string name) => Float[name](ReferenceCase.OfImages(name), FloatTolerance);

    [Theory]
    [MemberData(nameof(Names))]
    public void Double_agrees_with_PyTorch(string name) => Double[name](ReferenceCase.OfImages(name), DoubleTolerance);
}
