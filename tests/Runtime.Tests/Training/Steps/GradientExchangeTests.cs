using System;
using System.Collections.Generic;
using System.Linq;

namespace GenNet.Tests.Training;

/// <summary>What stands between the backward pass and all that is made of the gradients.</summary>
public class GradientExchangeTests
{
    private const double Rate = 0.25;

    /// <summary>So many rows of the smallest network are worth two threads.</summary>
    private const int Rows = 20_000;

    private static readonly Dataset<double> Data = new(LinearNetwork<double>.Numbers(7, 3 * Rows), LinearNetwork<double>.Numbers(8, 2 * Rows), 3, 2);

    /// <summary>Steps of each kind: of the trainer, of a fit, of one on two threads.</summary>
    public static TheoryData<int, double, double?, double?> Steps
    {
        get
        {
            var steps = new TheoryData<int, double, double?, double?>();
            foreach (int threads in new[] { 0, 1, 2 })
            {
                steps.Add(threads, 0, null, null);
                steps.Add(threads, 0.5, null, null);
                steps.Add(threads, 0.5, 0.2, null);
                steps.Add(threads, 0.5, null, 0.3);
                steps.Add(threads, 0.5, 0.2, 0.3);
            }

            return steps;
        }
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Penalty_clipping_and_optimizer_see_what_the_exchange_has_made(int threads, double l2, double? clipValue, double? clipNorm)
    {
        double[] backward = Gradients(out double loss);
        double[] expected = Adjusted(backward.Select(g => 2 * g).ToArray(), l2, clipValue, clipNorm, out double penalty);
        Assert.Equal(l2 == 0, expected.SequenceEqual(Adjusted(backward, l2, clipValue, clipNorm, out _).Select(g => 2 * g)));

        foreach (IOptimizer<double> optimizer in new IOptimizer<double>[] { new Sgd<double>(Rate), new PlainDescent() })
        {
            var exchange = new Doubling();
            var trainer = new Trainer<LinearNetwork<double>, double>(LinearNetwork<double>.Create(1), optimizer) { L2 = l2, ClipValue = clipValue, ClipNorm = clipNorm, Exchange = exchange };
            double reported = Step(trainer, threads);

            AssertNear(backward, Assert.Single(exchange.Seen).Gradients);
            Assert.Equal(loss, exchange.Seen[0].Loss, 1e-12);
            Assert.Equal(loss + 1 + penalty, reported, 1e-12);
            AssertNear(expected, trainer.Gradients.ToArray());
            AssertNear(LinearNetwork<double>.Create(1).Parameters.ToArray().Zip(expected, (w, g) => w - Rate * g).ToArray(), trainer.Network.Parameters.ToArray());
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void With_an_exchange_plain_gradient_descent_makes_gradients_too(int threads)
    {
        var alone = new Trainer<LinearNetwork<double>, double>(LinearNetwork<double>.Create(1), new Sgd<double>(Rate));
        Step(alone, threads);
        Assert.Throws<InvalidOperationException>(() => alone.Gradients.Length);

        var exchange = new Doubling();
        var trainer = new Trainer<LinearNetwork<double>, double>(LinearNetwork<double>.Create(1), new Sgd<double>(Rate)) { Exchange = exchange };
        Step(trainer, threads);
        Assert.Single(exchange.Seen);
        AssertNear(exchange.Seen[0].Gradients.Select(g => 2 * g).ToArray(), trainer.Gradients.ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_loss_that_is_not_finite_on_one_machine_ends_the_step_on_all(int threads)
    {
        foreach (IOptimizer<double> optimizer in new IOptimizer<double>[] { new Adam<double>(Rate), new PlainDescent() })
        {
            // The other machine's loss, and this one's, of which the others must hear.
            var other = new Trainer<LinearNetwork<double>, double>(LinearNetwork<double>.Create(1), optimizer) { Exchange = new Doubling { OtherLoss = double.NaN } };
            AssertRefused(other, Data);

            var exchange = new Doubling();
            double[] inputs = Data.Inputs.ToArray();
            inputs[^1] = double.NaN;
            AssertRefused(
                new Trainer<LinearNetwork<double>, double>(LinearNetwork<double>.Create(1), optimizer) { Exchange = exchange },
                new Dataset<double>(inputs, Data.Targets.ToArray(), 3, 2));
            Assert.Equal(double.NaN, Assert.Single(exchange.Seen).Loss);
        }

        void AssertRefused(Trainer<LinearNetwork<double>, double> trainer, Dataset<double> data)
        {
            if (threads == 0)
                Assert.Equal(double.NaN, Step(trainer, threads, data));
            else
                Assert.Throws<DivergenceException>(() => Step(trainer, threads, data));
            Assert.Equal(LinearNetwork<double>.Create(1).Parameters.ToArray(), trainer.Network.Parameters.ToArray());
            Assert.Equal(0, (trainer.Optimizer as Adam<double>)?.Steps ?? ((PlainDescent)trainer.Optimizer).Steps);
        }
    }

    [Fact]
    public void Every_step_of_a_fit_has_one_exchange_on_its_own_thread()
    {
        var exchange = new Doubling();
        var trainer = new Trainer<LinearNetwork<double>, double>(LinearNetwork<double>.Create(1), new Adam<double>(0.01)) { Exchange = exchange };
        trainer.Fit(Data, new FitOptions<double> { Epochs = 2, BatchSize = Rows - 100, Threads = 2 });
        Assert.Equal(4, exchange.Seen.Count);
        Assert.All(exchange.Seen, call => Assert.Equal(Environment.CurrentManagedThreadId, call.Thread));
    }

    private static double Step(Trainer<LinearNetwork<double>, double> trainer, int threads, Dataset<double>? data = null)
    {
        data ??= Data;
        Assert.Equal(2, StepParts.Of<LinearNetwork<double>, double>(LinearNetwork<double>.Create(1)).Of(Rows, 2));
        return threads == 0
            ? trainer.Step(data.Inputs, data.Targets)
            : trainer.Fit(data, new FitOptions<double> { BatchSize = Rows, Shuffle = false, Threads = threads }).Loss;
    }

    private static double[] Gradients(out double loss)
    {
        var gradients = new double[LinearNetwork<double>.Layout.Length];
        loss = LinearNetwork<double>.Create(1).Backward(Data.Inputs, Data.Targets, gradients);
        return gradients;
    }

    /// <summary>Penalty, clipping by value, clipping by norm, as plainly as can be.</summary>
    private static double[] Adjusted(double[] gradients, double l2, double? clipValue, double? clipNorm, out double penalty)
    {
        Layout layout = LinearNetwork<double>.Layout;
        double[] adjusted = [.. gradients], parameters = LinearNetwork<double>.Create(1).Parameters.ToArray();
        double[] weights = layout.Read<double>(parameters, "0.weight");
        layout.Write<double>(adjusted, "0.weight", layout.Read<double>(gradients, "0.weight").Zip(weights, (g, w) => g + l2 * w).ToArray());
        penalty = l2 / 2 * weights.Sum(w => w * w);
        if (clipValue is { } limit)
            adjusted = [.. adjusted.Select(g => Math.Clamp(g, -limit, limit))];
        double factor = clipNorm is { } most ? Math.Min(1, most / (Math.Sqrt(adjusted.Sum(g => g * g)) + 1e-6)) : 1;
        return [.. adjusted.Select(g => factor * g)];
    }

    private static void AssertNear(double[] expected, double[] actual) => Assert.Equal(expected, actual, (a, b) => Math.Abs(a - b) <= 1e-12);

    /// <summary>Another machine that has the same gradients, and a loss that is higher by 2.</summary>
    private sealed class Doubling : IGradientExchange<double>
    {
        public double? OtherLoss { get; init; }

        public List<(double[] Gradients, double Loss, int Thread)> Seen { get; } = [];

        public double Exchange(Span<double> gradients, double loss)
        {
            Seen.Add((gradients.ToArray(), loss, Environment.CurrentManagedThreadId));
            foreach (ref double gradient in gradients)
                gradient *= 2;
            return (loss + (OtherLoss ?? loss + 2)) / 2;
        }
    }

    /// <summary>Gradient descent as a user would write it.</summary>
    private sealed class PlainDescent : IOptimizer<double>
    {
        public int Steps { get; private set; }

        public void Update(Span<double> parameters, ReadOnlySpan<double> gradients)
        {
            Steps++;
            for (int i = 0; i < parameters.Length; i++)
                parameters[i] -= Rate * gradients[i];
        }
    }
}
