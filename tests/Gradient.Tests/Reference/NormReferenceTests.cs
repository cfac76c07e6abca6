using System;
using System.Linq;
using System.Numerics;
using static GenNet.Gradient.Tests.ReferenceComparison;

namespace GenNet.Gradient.Tests;

/// <summary>Normalisation against PyTorch: of layers, groups and batches, the latter in training, in evaluation, and its running statistics.</summary>
public class NormReferenceTests
{
    [Fact]
    public void Layers_agree_with_PyTorch()
    {
        Compare<LayerNormF, float>(ReferenceCase.OfImages("layer_norm"), FloatTolerance);
        Compare<LayerNormD, double>(ReferenceCase.OfImages("layer_norm"), DoubleTolerance);
    }

    [Fact]
    public void Groups_agree_with_PyTorch()
    {
        Compare<GroupNormImagesF, float>(ReferenceCase.OfImages("group_norm_images"), FloatTolerance);
        Compare<GroupNormImagesD, double>(ReferenceCase.OfImages("group_norm_images"), DoubleTolerance);
    }

    [Fact]
    public void Batches_agree_with_PyTorch()
    {
        CompareBatches<BatchNormF, float>(ReferenceCase.OfImages("batch_norm"), pixels: 1, FloatTolerance);
        CompareBatches<BatchNormD, double>(ReferenceCase.OfImages("batch_norm"), pixels: 1, DoubleTolerance);
    }

    [Fact]
    public void Batches_of_images_agree_with_PyTorch()
    {
        CompareBatches<BatchNormImagesF, float>(ReferenceCase.OfImages("batch_norm_images"), pixels: 25, FloatTolerance);
        CompareBatches<BatchNormImagesD, double>(ReferenceCase.OfImages("batch_norm_images"), pixels: 25, DoubleTolerance);
    }

    [Fact]
    public void Running_statistics_agree_with_PyTorch()
    {
        CompareRunning<BatchNormImagesF, float>(ReferenceCase.OfImages("batch_norm_images"), FloatTolerance);
        CompareRunning<BatchNormImagesD, double>(ReferenceCase.OfImages("batch_norm_images"), DoubleTolerance);
    }

    /// <summary>The loss and its gradients by the statistics of the batch; with these as running ones, the outputs.</summary>
    private static void CompareBatches<TNet, T>(ReferenceCase expected, int pixels, double tolerance)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TNet net = Network<TNet, T>(expected);
        T[] input = Cast<T>(expected.Input), target = Cast<T>(expected.Target), output = new T[target.Length];
        T[] gradients = net.CreateGradients(), inputGradients = new T[input.Length];
        Close("loss", [expected.Loss], [net.Backward(input, target, gradients, inputGradients)], tolerance);
        CompareGradients<TNet, T>(expected, gradients, tolerance);
        Close("input gradient", expected.InputGradient, inputGradients, tolerance);

        // The batch is normalised by its biased variance.
        double numbers = (double)pixels * input.Length / TNet.InputSize;
        T[] variance = TNet.Layout.Read<T>(gradients.AsSpan(), "1.running_var");
        TNet.Layout.Write<T>(net.Parameters, "1.running_mean", TNet.Layout.Read<T>(gradients.AsSpan(), "1.running_mean"));
        TNet.Layout.Write<T>(net.Parameters, "1.running_var", Array.ConvertAll(variance, v => v * T.CreateTruncating((numbers - 1) / numbers)));
        net.Forward(input, output);
        Close("output", expected.Output, output, tolerance);
        Close("loss by these statistics", [expected.Loss], [net.Evaluate(input, target)], tolerance);
    }

    private static void CompareRunning<TNet, T>(ReferenceCase expected, double tolerance)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TNet net = Network<TNet, T>(expected);
        foreach (string name in new[] { "running_mean", "running_var" })
            TNet.Layout.Write<T>(net.Parameters, "1." + name, Cast<T>(expected.State![name]));
        T[] input = Cast<T>(expected.Input), target = Cast<T>(expected.Target), output = new T[target.Length];
        net.Forward(input, output);
        Close("output of evaluation", expected.State!["evaluation_output"], output, tolerance);

        new Trainer<TNet, T>(net, new Sgd<T>(T.CreateTruncating(0.01))).Step(input, target);
        foreach (string name in new[] { "running_mean", "running_var" })
            Close(name, expected.State[name + "_after"], TNet.Layout.Read<T>(net.Parameters, "1." + name), tolerance);
    }

    private static TNet Network<TNet, T>(ReferenceCase expected)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TNet net = TNet.Create(1);
        Assert.Equal(expected.Parameters.Keys.Order(), TNet.Layout.Tensors.Where(tensor => tensor.IsTrainable).Select(tensor => tensor.Name).Order());
        foreach ((string name, double[] values) in expected.Parameters)
            TNet.Layout.Write<T>(net.Parameters, name, Cast<T>(values));
        return net;
    }
}
