using System;
using System.Collections.Generic;
using System.Linq;

namespace GenNet.Tests.Training.Ranks;

/// <summary>What stands between the backward pass and all that is made of the gradients: the sum over the ranks.</summary>
public class RankedStepTests
{
    private const double Rate = 0.25;

    /// <summary>So many rows of the smallest network are worth two threads.</summary>
    private const int Rows = 20_000;

    private static readonly Dataset<double> Data = new(LinearNetwork<double>.Numbers(7, 3 * Rows), LinearNetwork<double>.Numbers(8, 2 * Rows), 3, 2);

    /// <summary>Ranks, shares, threads, penalty, clipping by value and by norm.</summary>
    public static TheoryData<int, int?, int, double, double?, double?> Steps
    {
        get
        {
            var steps = new TheoryData<int, int?, int, double, double?, double?>();
            foreach ((int size, int? shares) in new (int, int?)[] { (1, null), (2, null), (3, 8) })
            {
                foreach (int threads in new[] { 1, 2 })
                {
                    steps.Add(size, shares, threads, 0, null, null);
                    steps.Add(size, shares, threads, 0.5, 0.2, null);
                    steps.Add(size, shares, threads, 0.5, 0.2, 0.3);
                }
            }

            return steps;
        }
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Penalty_clipping_and_optimizer_see_the_gradients_of_the_whole_batch(int size, int? shares, int threads, double l2, double? clipValue, double? clipNorm)
    {
        Assert.Equal(2, StepParts.Of<LinearNetwork<double>, double>(LinearNetwork<double>.Create(1)).Of(Rows, 2));
        foreach (Func<IOptimizer<double>> optimizer in new Func<IOptimizer<double>>[] { () => new Sgd<double>(Rate), () => new PlainDescent() })
        {
            Trainer<LinearNetwork<double>, double> Trainer(GradientExchange? ranks) =>
                new(LinearNetwork<double>.Create(1), optimizer()) { L2 = l2, ClipValue = clipValue, ClipNorm = clipNorm, KeepGradients = true, Exchange = ranks };
            var options = new FitOptions<double> { BatchSize = Rows, Shuffle = false, Threads = threads };
            Trainer<LinearNetwork<double>, double> alone = Trainer(null);
            double loss = alone.Fit(Data, options).Loss;

            foreach ((double Loss, double[] Gradients, double[] Parameters) rank in ThreadRanks.Run(size, shares, ranks =>
            {
                Trainer<LinearNetwork<double>, double> trainer = Trainer(ranks);
                double of = trainer.Fit(Data.Shard(ranks), options).Loss;
                return (of, trainer.Gradients.ToArray(), trainer.Network.Parameters.ToArray());
            }))
            {
                Assert.Equal(loss, rank.Loss, 1e-12);
                AssertNear(alone.Gradients.ToArray(), rank.Gradients);
                AssertNear(alone.Network.Parameters.ToArray(), rank.Parameters);
            }
        }
    }

    /// <summary>Each updates one parameter like the other, so that ranks divide them where no norm or penalty is over all.</summary>
    public static TheoryData<string> Optimizers => ["Sgd", "Momentum", "Adam", "AdamW", "RMSProp", "AdaDelta"];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void An_update_in_segments_gives_the_bits_and_the_state_of_a_whole_one(string kind)
    {
        foreach (int threads in new[] { 1, 2 })
        {
            (double[] Parameters, double[] State)[] whole = Updates(1, keepGradients: true, kind, threads);
            foreach (int size in new[] { 1, 2, 3, 5 })
            {
                foreach (bool keepGradients in new[] { false, true })
                {
                    Assert.All(Updates(size, keepGradients, kind, threads), rank => Assert.Equal(whole[0].Parameters, rank.Parameters));
                    Assert.All(Updates(size, keepGradients, kind, threads), rank => Assert.Equal(whole[0].State, rank.State));
                }
            }
        }
    }

    [Fact]
    public void Gradients_are_there_where_they_are_kept()
    {
        ThreadRanks.Run(2, 2, ranks =>
        {
            Trainer<LinearNetwork<double>, double> Trainer(bool keep)
            {
                var trainer = new Trainer<LinearNetwork<double>, double>(LinearNetwork<double>.Create(1), new Adam<double>(0.01)) { Exchange = ranks, KeepGradients = keep };
                trainer.Fit(Data.Shard(ranks), new FitOptions<double> { BatchSize = 100 });
                return trainer;
            }

            Assert.Contains(Trainer(keep: true).Gradients.ToArray(), gradient => gradient != 0);
            Assert.Contains("KeepGradients", Assert.Throws<InvalidOperationException>(() => Trainer(keep: false).Gradients.Length).Message, StringComparison.Ordinal);
            return 0;
        });
    }

    [Theory]
    [InlineData("Adam")]
    [InlineData("Sgd")]
    public void A_gradient_that_overflows_ends_the_fit_of_all_with_the_message_of_one_rank(string kind)
    {
        // The loss, a mean of squares, is finite: its gradient by a weight is not.
        double[] inputs = Data.Inputs.ToArray(), targets = Data.Targets.ToArray();
        inputs[^3] = 1e200;
        targets[^1] = 1e120;
        var data = new Dataset<double>(inputs, targets, 3, 2);
        string[] Messages(int size) => ThreadRanks.Run(size, 4, ranks =>
        {
            var net = LinearNetwork<double>.Create(1);
            net.Parameters.Clear();
            var trainer = new Trainer<LinearNetwork<double>, double>(net, Optimizer(kind)) { Exchange = ranks };
            var divergence = Assert.Throws<DivergenceException>(() => trainer.Fit(data.Shard(ranks), new FitOptions<double> { BatchSize = Rows, Shuffle = false, Threads = 1 }));
            Assert.Equal(DivergenceSource.Gradients, divergence.FoundIn);
            Assert.True(double.IsFinite(divergence.Loss));
            Assert.Equal(new double[net.Parameters.Length], net.Parameters.ToArray());
            return divergence.Message;
        });
        string alone = Messages(1)[0];
        Assert.All(Messages(3), message => Assert.Equal(alone, message));
    }

    [Fact]
    public void Single_steps_begin_with_rank_0_and_take_the_whole_batch()
    {
        ReadOnlyMemory<double> inputs = Data.Inputs[..(3 * 50)].ToArray(), targets = Data.Targets[..(2 * 50)].ToArray();
        (double[] Losses, double[] Numbers)[] Steps(int size, int? shares) => ThreadRanks.Run(size, shares, ranks =>
        {
            var adam = new Adam<double>(0.01);
            var trainer = new Trainer<LinearNetwork<double>, double>(LinearNetwork<double>.Create(1 + ranks.Rank), adam) { Exchange = ranks };
            double[] losses = [.. Enumerable.Range(0, 5).Select(_ => trainer.Step(inputs.Span, targets.Span))];
            Assert.Throws<ArgumentException>(() => trainer.Step(inputs.Span, targets.Span[1..]));
            return (losses, (double[])[.. trainer.Network.Parameters, .. adam.State("mean"), .. trainer.Gradients]);
        });
        var net = LinearNetwork<double>.Create(1);
        var alone = new Trainer<LinearNetwork<double>, double>(net, new Adam<double>(0.01));
        AssertNear([.. Enumerable.Range(0, 5).Select(_ => alone.Step(inputs.Span, targets.Span))], Steps(2, null)[1].Losses);

        (double[] Losses, double[] Numbers)[] all = [.. Steps(1, 3), .. Steps(2, 3), .. Steps(3, 3)];
        Assert.All(all, rank => Assert.Equal(all[0].Losses, rank.Losses));
        Assert.All(all, rank => Assert.Equal(all[0].Numbers, rank.Numbers));
        AssertNear(net.Parameters.ToArray(), all[0].Numbers[..net.Parameters.Length]);
    }

    [Fact]
    public void Single_steps_of_other_trainers_are_refused_by_all()
    {
        string[] messages = ThreadRanks.Run(2, null, ranks =>
        {
            var trainer = new Trainer<LinearNetwork<double>, double>(LinearNetwork<double>.Create(1), new Adam<double>(0.01)) { Exchange = ranks, L2 = ranks.Rank };
            return Assert.Throws<InvalidOperationException>(() => trainer.Step(Data.Inputs[..3], Data.Targets[..2])).Message;
        });
        Assert.Equal(messages[0], messages[1]);
        Assert.Contains("rank 0 has fit.gradients", messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Each_step_collects_losses_and_verdicts_on_its_own_thread()
    {
        ThreadRanks.Run(2, null, ranks =>
        {
            new Trainer<LinearNetwork<double>, double>(LinearNetwork<double>.Create(1), new Adam<double>(0.01)) { Exchange = ranks }
                .Fit(Data.Shard(ranks), new FitOptions<double> { Epochs = 2, BatchSize = Rows - 100, Threads = 2 });

            // Two before the fit, for what all must want.
            Assert.Equal(2 + 2 * 4, ranks.Gathers);
            Assert.Equal(Environment.CurrentManagedThreadId, Assert.Single(ranks.Threads));
            return 0;
        });
    }

    [Theory]
    [InlineData(2, null, 1)]
    [InlineData(2, null, 2)]
    [InlineData(3, 4, 1)]
    public void A_number_that_is_not_finite_on_one_rank_ends_the_fit_of_all_with_the_same_message(int size, int? shares, int threads)
    {
        double[] inputs = Data.Inputs.ToArray();
        inputs[^1] = double.NaN;
        var data = new Dataset<double>(inputs, Data.Targets.ToArray(), 3, 2);
        (string Message, double[] Parameters, long Steps)[] all = ThreadRanks.Run(size, shares, ranks =>
        {
            var adam = new Adam<double>(Rate);
            var trainer = new Trainer<LinearNetwork<double>, double>(LinearNetwork<double>.Create(1), adam) { Exchange = ranks };
            var divergence = Assert.Throws<DivergenceException>(() => trainer.Fit(data.Shard(ranks), new FitOptions<double> { BatchSize = Rows, Shuffle = false, Threads = threads }));
            Assert.Equal([Rows - 1], divergence.Rows);
            return (divergence.Message, trainer.Network.Parameters.ToArray(), adam.Steps);
        });
        Assert.All(all, rank => Assert.Equal(all[0].Message, rank.Message));
        Assert.All(all, rank => Assert.Equal(LinearNetwork<double>.Create(1).Parameters.ToArray(), rank.Parameters));
        Assert.All(all, rank => Assert.Equal(0, rank.Steps));
    }

    private static IOptimizer<double> Optimizer(string kind) => kind switch
    {
        "Sgd" => new Sgd<double>(0.01),
        "Momentum" => new Momentum<double>(0.01),
        "AdamW" => new AdamW<double>(0.01),
        "RMSProp" => new RMSProp<double>(0.01),
        "AdaDelta" => new AdaDelta<double>(1),
        _ => new Adam<double>(0.01),
    };

    private static (double[] Parameters, double[] State)[] Updates(int size, bool keepGradients, string kind, int threads) => ThreadRanks.Run(size, 5, ranks =>
    {
        IOptimizer<double> optimizer = Optimizer(kind);
        var trainer = new Trainer<LinearNetwork<double>, double>(LinearNetwork<double>.Create(1), optimizer) { Exchange = ranks, KeepGradients = keepGradients, ClipValue = 0.1 };
        trainer.Fit(Data.Shard(ranks), new FitOptions<double> { Epochs = 2, BatchSize = Rows / 4, Threads = threads });
        var state = (IOptimizerState<double>)optimizer;
        return (trainer.Network.Parameters.ToArray(), (double[])[state.Steps, .. state.StateNames.SelectMany(name => state.State(name).ToArray())]);
    });

    private static void AssertNear(IEnumerable<double> expected, IEnumerable<double> actual) => Assert.Equal(expected, actual, (a, b) => Math.Abs(a - b) <= 1e-12);

    /// <summary>Gradient descent as a user would write it.</summary>
    private sealed class PlainDescent : IOptimizer<double>
    {
        public void Update(Span<double> parameters, ReadOnlySpan<double> gradients)
        {
            for (int i = 0; i < parameters.Length; i++)
                parameters[i] -= Rate * gradients[i];
        }
    }
}
