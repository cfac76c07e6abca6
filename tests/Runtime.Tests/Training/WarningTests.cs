using System;
using System.Collections.Generic;
using System.Linq;

namespace GenNet.Tests.Training;

/// <summary>What goes wrong without a single number that is NaN, and what goes wrong beside the training.</summary>
public class WarningTests
{
    private static Dataset<float> Data(int rows = 64) =>
        new(LinearNetwork<float>.Numbers(7, 3 * rows), LinearNetwork<float>.Numbers(8, 2 * rows), 3, 2);

    private static DataStream<float> Stream(Dataset<float> data) =>
        DataStream.FromRows(Enumerable.Range(0, data.Count).Select(row => ((ReadOnlyMemory<float>)data.Input(row).ToArray(), (ReadOnlyMemory<float>)data.Target(row).ToArray())), 3, 2);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_loss_that_explodes_though_it_is_finite_is_said_once(bool streamed)
    {
        var told = new List<FitWarning>();
        var options = new FitOptions { Epochs = 3, BatchSize = 8, OnWarning = told.Add };
        var trainer = new Trainer<LinearNetwork<float>>(LinearNetwork<float>.Create(1), new Sgd(1e3f)) { ClipNorm = 1 };
        FitResult result = streamed ? trainer.Fit(Stream(Data()), options) : trainer.Fit(Data(), options);
        Assert.Equal(StopReason.Completed, result.StopReason);
        Assert.True(result.Loss > 1e3 && double.IsFinite(result.Loss));
        FitWarning warning = Assert.Single(result.Warnings);
        Assert.Equal((FitWarningKind.Exploded, 1), (warning.Kind, warning.Epoch));
        Assert.Contains("lower learning rate", warning.Message, StringComparison.Ordinal);
        Assert.Equal([warning], told);
    }

    [Fact]
    public void A_fit_that_learns_says_nothing()
    {
        // From far away, from the solution, and batch by batch of a single row, whose first may be an easy one.
        foreach ((float rate, int batch, float scale) in new[] { (0.1f, 8, 1f), (0.1f, 1, 1f), (0.01f, 1, 1e3f), (0.3f, 64, 1e-3f) })
        {
            LinearNetwork<float> network = LinearNetwork<float>.Create(1);
            foreach (ref float w in network.Parameters)
                w *= scale;
            var trainer = new Trainer<LinearNetwork<float>>(network, new Sgd(rate));
            for (int i = 0; i < 3; i++)
                Assert.Empty(trainer.Fit(Data(), new FitOptions { Epochs = 20, BatchSize = batch }).Warnings);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Validation_data_that_are_not_finite_are_refused_and_named(bool inInputs)
    {
        float[] inputs = LinearNetwork<float>.Numbers(7, 30), targets = LinearNetwork<float>.Numbers(8, 20);
        (inInputs ? inputs : targets)[inInputs ? 3 * 4 + 2 : 2 * 4 + 1] = float.NaN;
        LinearNetwork<float> network = LinearNetwork<float>.Create(1);
        float[] before = network.Parameters.ToArray();
        ArgumentException refusal = Assert.Throws<ArgumentException>("Validation", () => new Trainer<LinearNetwork<float>>(network, new Sgd(0.1f)).Fit(
            Data(), new FitOptions { Epochs = 20, Validation = new Dataset<float>(inputs, targets, 3, 2), EarlyStopping = new EarlyStopping { Patience = 2 } }));
        Assert.Contains($"The {(inInputs ? "inputs" : "targets")} of row 4 of the validation data are not finite, with NaN in column {(inInputs ? 2 : 1)}", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, network.Parameters.ToArray());
    }

    [Fact]
    public void A_validation_loss_that_overflows_is_said()
    {
        float[] inputs = LinearNetwork<float>.Numbers(7, 30);
        inputs[5] = 1e30f;
        FitResult result = new Trainer<LinearNetwork<float>>(LinearNetwork<float>.Create(1), new Sgd(0.01f)).Fit(
            Data(), new FitOptions { Epochs = 3, Validation = new Dataset<float>(inputs, LinearNetwork<float>.Numbers(8, 20), 3, 2) });
        Assert.Equal((FitWarningKind.ValidationLossNotFinite, 1), Assert.Single(result.Warnings) is { } warning ? (warning.Kind, warning.Epoch) : default);
    }

    [Fact]
    public void Rows_of_a_stream_that_are_not_finite_are_numbered_in_its_order()
    {
        foreach (bool shuffle in new[] { false, true })
        {
            float[] inputs = LinearNetwork<float>.Numbers(7, 300);
            inputs[3 * 71 + 1] = float.PositiveInfinity;
            var data = new Dataset<float>(inputs, LinearNetwork<float>.Numbers(8, 200), 3, 2);
            DivergenceException divergence = Assert.Throws<DivergenceException>(() =>
                new Trainer<LinearNetwork<float>>(LinearNetwork<float>.Create(1), new Sgd(0.1f)).Fit(Stream(data), new FitOptions { BatchSize = 16, Shuffle = shuffle }));
            Assert.Equal([71L], divergence.Rows);
            Assert.Contains("the inputs of row 71 of the data stream are not finite with Infinity in column 1", divergence.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("lower learning rate", divergence.Message, StringComparison.Ordinal);
        }
    }
}
