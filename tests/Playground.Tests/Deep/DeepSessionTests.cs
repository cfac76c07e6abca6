using System;
using System.Linq;
using GenNet;
using Playground.Browser;

namespace Playground.Tests.Deep;

public class DeepSessionTests
{
    private static readonly TimeSpan Enough = TimeSpan.FromMinutes(1);

    [Fact]
    public void With_sigmoids_and_small_weights_the_gradient_vanishes_and_nothing_is_learned()
    {
        DeepSession session = Session(nameof(DeepSigmoid), "small");
        DeepExamination examination = session.Examine();
        Assert.All(Enumerable.Range(0, 7), layer => Assert.Equal("vanished", DeepFinding.Word(examination, layer)));
        Assert.Equal("collapsed", DeepFinding.Word(examination, layer: 9));
        Assert.StartsWith("Vanished: ", session.Describe(examination), StringComparison.Ordinal);
        for (int layer = 1; layer < DeepNetworks.HiddenLayers; layer++)
            Assert.True(examination.Layers[layer - 1].GradientNorm < examination.Layers[layer].GradientNorm / 10);

        session.Training.Run(300, Enough);
        Assert.Contains("It does not learn: after 300 steps", session.Describe(session.Examine()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(DeepReLU), "HeNormal")]
    [InlineData(nameof(DeepTanh), "XavierNormal")]
    [InlineData(nameof(DeepSELU), "LeCunNormal")]
    public void With_weights_that_fit_the_function_the_network_learns(string network, string initialisation)
    {
        DeepSession session = Session(network, initialisation);
        DeepExamination examination = session.Examine();
        Assert.All(Enumerable.Range(0, DeepNetworks.HiddenLayers), layer => Assert.Equal("healthy", DeepFinding.Word(examination, layer)));
        Assert.StartsWith("Healthy: ", session.Describe(examination), StringComparison.Ordinal);
        session.Training.Run(500, Enough);
        Assert.Contains("It learns: after 500 steps", session.Describe(session.Examine()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(DeepTanh), "large", "Saturated: ", "saturated")]
    [InlineData(nameof(DeepReLU), "large", "Exploding: ", "exploding")]
    [InlineData(nameof(DeepGELU), "Orthogonal", "Collapsed: ", "collapsed")]
    [InlineData(nameof(DeepTanh), "Zeros", "No gradient: ", "no gradient")]
    public void Weights_that_do_not_fit_are_named(string network, string initialisation, string finding, string ofLastLayer)
    {
        DeepSession session = Session(network, initialisation);
        DeepExamination examination = session.Examine();
        Assert.Contains(finding, session.Describe(examination), StringComparison.Ordinal);
        Assert.Equal(ofLastLayer, DeepFinding.Word(examination, layer: 9));
    }

    [Fact]
    public void A_loss_that_is_not_finite_ends_the_training()
    {
        DeepSession session = Session(nameof(DeepReLU), "large");
        session.Training.Run(1000, Enough);
        Assert.True(session.Training.Diverged);
        Assert.InRange(session.Training.Steps, 0, 999);
        Assert.Equal(0, session.Training.Run(1, Enough));
        Assert.EndsWith("the steps are too long.", session.Describe(session.Examine()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("small", 0.01)]
    [InlineData("large", 1)]
    [InlineData("XavierNormal", 0.25)]
    [InlineData("XavierUniform", 0.25)]
    [InlineData("HeNormal", 0.3536)]
    [InlineData("HeUniform", 0.3536)]
    [InlineData("LeCunNormal", 0.25)]
    [InlineData("Orthogonal", 0.25)]
    [InlineData("Zeros", 0)]
    public void Weights_have_the_deviation_of_the_initialisation(string initialisation, double deviation)
    {
        DeepSession session = Session(nameof(DeepTanh), initialisation);
        float[] weights = session.Model.Layout.Read<float>(session.Model.Parameters, "5.weight");
        Assert.Equal(16 * 16, weights.Length);
        Assert.Equal(deviation, Math.Sqrt(weights.Average(weight => weight * weight)), 0.15 * deviation);
        Assert.All(session.Model.Layout.Read<float>(session.Model.Parameters, "5.bias"), bias => Assert.Equal(0, bias));
    }

    [Fact]
    public void Histograms_have_all_activations_and_all_gradients_that_are_not_zero()
    {
        DeepSession session = Session(nameof(DeepReLU), "HeNormal");
        DeepExamination examination = session.Examine();
        Assert.Equal(DeepNetworks.HiddenLayers, examination.Layers.Length);
        Assert.All(examination.Layers, layer =>
        {
            Assert.Equal(1, layer.Activations.Sum(), 1e-3f);
            Assert.Equal(1 - layer.Zero, layer.Gradients.Sum(), 1e-3);
        });
        Assert.Equal(2 + DeepNetworks.HiddenLayers * (6 + 2 * DeepLayer.Bins), examination.Numbers().Length);
    }

    [Fact]
    public void Bins_are_of_equal_width_and_keep_what_lies_outside()
    {
        float[] parts = DeepLayer.Histogram([-5, -0.999f, 0.01f, 7], from: -1, to: 1);
        Assert.Equal(0.5f, parts[0]);
        Assert.Equal(0.25f, parts[DeepLayer.Bins / 2]);
        Assert.Equal(0.25f, parts[^1]);

        // 16 powers of ten in 40 bins: 10^0 is at 12 / 16 of them.
        parts = DeepLayer.LogarithmicHistogram([0, 1.01f, -1.01f, 1e-30f]);
        Assert.Equal(0.5f, parts[30]);
        Assert.Equal(0.25f, parts[0]);
    }

    private static DeepSession Session(string network, string initialisation)
    {
        var session = new DeepSession();
        session.Begin(network, initialisation, "circle", new TrainingSettings(nameof(Sgd), 0.1, Batch: 32), seed: 1);
        return session;
    }
}
