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

    [Fact]
    public void Each_step_waits_once_for_the_losses_on_its_own_thread()
    {
        ThreadRanks.Run(2, null, ranks =>
        {
            new Trainer<LinearNetwork<double>, double>(LinearNetwork<double>.Create(1), new Adam<double>(0.01)) { Exchange = ranks }
                .Fit(Data.Shard(ranks), new FitOptions<double> { Epochs = 2, BatchSize = Rows - 100, Threads = 2 });

            // Two before the fit, for what all must want.
            Assert.Equal(2 + 4, ranks.Gathers);
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
