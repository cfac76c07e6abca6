using System;
using System.Collections.Generic;
using System.Linq;
using GenNet.Gradient.Tests.Behaviour;

namespace GenNet.Gradient.Tests.Training;

/// <summary>Clipping, and penalty and clipping on several threads.</summary>
[Collection(nameof(AllocationTests))]
public class GradientTreatmentTests
{
    public static TheoryData<double, double, double?, double?> Treatments => new()
    {
        { 0, 0, null, null }, { 0.01, 0.02, null, null }, { 0, 0, 0.001, null }, { 0, 0, null, 0.05 }, { 0.01, 0.02, 0.01, 0.05 },
    };

    [Fact]
    public void By_value_each_gradient_is_cut()
    {
        double[] raw = Gradients(new Trainer<SmallDoubleNet, double>(new SmallDoubleNet(1), new Sgd<double>(0.1)) { KeepGradients = true });
        double[] cut = Gradients(new Trainer<SmallDoubleNet, double>(new SmallDoubleNet(1), new Sgd<double>(0.1)) { ClipValue = 0.02 });
        Assert.Contains(raw, g => g > 0.02);
        Assert.Contains(raw, g => g < -0.02);
        Assert.Equal(raw.Select(g => Math.Clamp(g, -0.02, 0.02)), cut);
    }

    [Fact]
    public void By_norm_all_are_scaled_together_and_only_where_they_are_too_long()
    {
        double[] raw = Gradients(new Trainer<SmallDoubleNet, double>(new SmallDoubleNet(1), new Sgd<double>(0.1)) { KeepGradients = true });
        double norm = Math.Sqrt(raw.Sum(g => g * g));
        double[] scaled = Gradients(new Trainer<SmallDoubleNet, double>(new SmallDoubleNet(1), new Sgd<double>(0.1)) { ClipNorm = norm / 4 });
        Assert.Equal(raw.Select(g => g * (norm / 4) / (norm + 1e-6)), scaled, (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal(raw, Gradients(new Trainer<SmallDoubleNet, double>(new SmallDoubleNet(1), new Sgd<double>(0.1)) { ClipNorm = norm * 1.1 }));
    }

    [Fact]
    public void The_penalty_is_clipped_too()
    {
        double[] gradients = Gradients(new Trainer<SmallDoubleNet, double>(new SmallDoubleNet(1), new Sgd<double>(0.1)) { L2 = 1000, ClipValue = 0.5 });
        Assert.Contains(gradients, g => g == 0.5);
        Assert.All(gradients, g => Assert.InRange(g, -0.5, 0.5));
    }

    [Theory]
    [MemberData(nameof(Treatments))]
    public void Threads_do_what_one_does_and_repeat_it_bit_for_bit(double l1, double l2, double? clipValue, double? clipNorm)
    {
        (float[] Parameters, double Loss) Fit(int threads)
        {
            var net = new ThreadedNet(1);
            (float[] inputs, float[] targets) = Sample.Rows<ThreadedNet, float>(256);
            FitResult result = new Trainer<ThreadedNet>(net, new Momentum(0.05f)) { L1 = l1, L2 = l2, ClipValue = clipValue, ClipNorm = clipNorm }
                .Fit(new Dataset<float>(inputs, targets, ThreadedNet.InputSize, 10), new FitOptions { Epochs = 3, BatchSize = 64, Threads = threads });
            return (net.Parameters.ToArray(), result.Loss);
        }

        (float[] one, double lossOfOne) = Fit(1);
        (float[] three, double lossOfThree) = Fit(3);
        Assert.Equal(lossOfOne, lossOfThree, 1e-5);
        Assert.Equal(one, three, (a, b) => Math.Abs(a - b) < 1e-4);
        Assert.NotEqual(one, three);
        (float[] again, double lossAgain) = Fit(3);
        Assert.Equal(three, again);
        Assert.Equal(lossOfThree, lossAgain);
    }

    [Theory]
    [MemberData(nameof(Treatments))]
    public void A_step_of_the_trainer_is_a_step_of_a_fit(double l1, double l2, double? clipValue, double? clipNorm)
    {
        (double[] inputs, double[] targets) = Sample.Rows<SmallDoubleNet, double>(12);
        Trainer<SmallDoubleNet, double> New() =>
            new(new SmallDoubleNet(1), new Adam<double>(0.01)) { L1 = l1, L2 = l2, ClipValue = clipValue, ClipNorm = clipNorm };
        Trainer<SmallDoubleNet, double> byStep = New(), byFit = New();
        double loss = byStep.Step(inputs, targets);
        var losses = new List<double>();
        byFit.Fit(new Dataset<double>(inputs, targets, 9, 5), new FitOptions<double> { BatchSize = 12, Shuffle = false, OnBatch = report => losses.Add(report.Loss) });
        Assert.Equal([loss], losses);
        Assert.Equal(byStep.Network.Parameters.ToArray(), byFit.Network.Parameters.ToArray());
        Assert.Equal(byStep.Gradients.ToArray(), byFit.Gradients.ToArray());
    }

    [Fact]
    public void Unusable_settings_are_refused()
    {
        var net = new SmallDoubleNet(1);
        Assert.Throws<ArgumentOutOfRangeException>("L2", () => new Trainer<SmallDoubleNet, double>(net, new Sgd<double>(1)) { L2 = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("L1", () => new Trainer<SmallDoubleNet, double>(net, new Sgd<double>(1)) { L1 = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>("ClipValue", () => new Trainer<SmallDoubleNet, double>(net, new Sgd<double>(1)) { ClipValue = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("ClipNorm", () => new Trainer<SmallDoubleNet, double>(net, new Sgd<double>(1)) { ClipNorm = double.PositiveInfinity });
    }

    private static double[] Gradients(Trainer<SmallDoubleNet, double> trainer)
    {
        (double[] inputs, double[] targets) = Sample.Rows<SmallDoubleNet, double>(7);
        trainer.Step(inputs, targets);
        return trainer.Gradients.ToArray();
    }
}
