using System;
using System.IO;
using System.Numerics;
using GenNet;

namespace GenNet.Gradient.Tests.Behaviour;

/// <summary>A network for inference is the same network without the rest.</summary>
public class InferenceTests
{
    [Fact]
    public void Straight_line_outputs_are_those_of_the_network_that_was_trained() => Agree<TinyNet, TinyInference, float>();

    [Fact]
    public void Outputs_are_those_of_the_network_that_was_trained() => Agree<PaddedNet, PaddedInference, float>();

    [Fact]
    public void Outputs_in_double_are_those_of_the_network_that_was_trained() => Agree<PaddedDoubleNet, PaddedDoubleInference, double>();

    [Fact]
    public void It_has_no_backward_pass()
    {
        Assert.DoesNotContain(typeof(PaddedInference).GetInterfaces(), type => type.Name.StartsWith("INetwork", StringComparison.Ordinal));
        Assert.Null(typeof(PaddedInference).GetMethod("Backward"));
        Assert.Null(typeof(PaddedInference).GetMethod("Evaluate"));
    }

    private static void Agree<TTrained, TInference, T>()
        where TTrained : class, INetwork<TTrained, T>
        where TInference : class, IInferenceNetwork<TInference, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var file = new MemoryStream();
        TTrained trained = TTrained.Create(3);
        NetworkFile.Save<TTrained, T>(trained, file);
        file.Position = 0;
        TInference loaded = NetworkFile.Load<TInference, T>(file);
        foreach (int rows in new[] { 1, 7, 130 })
        {
            T[] inputs = Sample.Rows<TTrained, T>(rows).Inputs;
            var expected = new T[rows * TTrained.OutputSize];
            var outputs = new T[expected.Length];
            trained.Forward(inputs, expected);
            loaded.Forward(inputs, outputs);
            Assert.Equal(expected, outputs);
        }
    }
}

[Network(Mode = NetworkMode.Inference)]
[Dense(2, 2, Activation.Sigmoid)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class TinyInference;

[Network(Mode = NetworkMode.Inference)]
[Dense(33, 64, Activation.GELU)]
[Dense(21, Activation.Sigmoid)]
[Dense(10, Activation.Softmax)]
internal sealed partial class PaddedInference;

[Network(Mode = NetworkMode.Inference, Precision = Precision.Double)]
[Dense(33, 64, Activation.GELU)]
[Dense(21, Activation.Sigmoid)]
[Dense(10, Activation.Softmax)]
internal sealed partial class PaddedDoubleInference;
