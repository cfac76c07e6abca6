using System;
using System.Linq;
using GenNet;
using Playground.Browser;

namespace Playground.Tests.Plane;

public class PlaneSessionTests
{
    private static readonly TimeSpan Enough = TimeSpan.FromMinutes(1);

    [Fact]
    public void Xor_is_learned()
    {
        var session = new PlaneSession();
        Assert.True(session.Training.Loss > 0.5);
        Assert.Equal(2000, session.Training.Run(2000, Enough));
        Assert.InRange(session.Training.Loss, 0, 0.01);
        Assert.Equal(1, session.Training.Accuracy);
    }

    [Theory]
    [InlineData("clouds", nameof(Tanh4))]
    [InlineData("circle", nameof(ReLU8))]
    [InlineData("moons", nameof(SiLU4x4))]
    [InlineData("spiral", nameof(Tanh16x16))]
    public void Points_are_learned_by_a_network_that_is_large_enough(string data, string network)
    {
        var session = new PlaneSession();
        session.Draw(data, seed: 1);
        session.Choose(network, seed: 1);
        session.Use(new TrainingSettings(nameof(Adam), 0.02, Batch: 10));
        session.Training.Run(4000, Enough);
        Assert.InRange(session.Training.Accuracy, 0.97, 1);
    }

    [Fact]
    public void A_line_does_not_learn_xor()
    {
        var session = new PlaneSession();
        session.Choose(nameof(Line), seed: 1);
        session.Training.Run(2000, Enough);
        Assert.InRange(session.Training.Loss, 0.69, 0.7);
    }

    [Fact]
    public void The_parameters_and_gradients_are_those_of_the_library()
    {
        var session = new PlaneSession();
        var net = new Tanh4(seed: 1);
        float[] gradients = net.CreateGradients();
        net.Backward(session.Training.Batches.Inputs, session.Training.Batches.Targets, gradients);
        Assert.Equal(["0.weight", "0.bias", "1.weight", "1.bias"], Tanh4.Layout.Names);
        Assert.Equal(Tanh4.Layout.Names.SelectMany(name => Tanh4.Layout.Read<float>(net.Parameters, name)), session.Parameters());
        Assert.Equal(Tanh4.Layout.Names.SelectMany(name => Tanh4.Layout.Read<float>(gradients, name)), session.Gradients());
    }

    [Theory]
    [InlineData(nameof(Tanh4))]
    [InlineData(nameof(SiLU8))]
    [InlineData(nameof(Sigmoid8x8))]
    public void The_gradient_of_each_parameter_is_the_difference_of_losses(string network)
    {
        var session = new PlaneSession();
        session.Draw("moons", seed: 1);
        session.Choose(network, seed: 3);
        PointBatches batch = session.Training.Batches;
        float[] gradients = session.Gradients();
        int number = 0;
        foreach (TensorInfo tensor in session.Model.Layout.Tensors)
        {
            for (int i = 0; i < tensor.Count; i++)
            {
                double difference = (LossWith(0.01f, i) - LossWith(-0.01f, i)) / 0.02;
                Assert.Equal(difference, gradients[number++], 2e-4);
            }

            double LossWith(float change, int i)
            {
                float[] values = session.Model.Layout.Read<float>(session.Model.Parameters, tensor.Name), changed = [.. values];
                changed[i] += change;
                session.Model.Layout.Write<float>(session.Model.Parameters, tensor.Name, changed);
                double loss = session.Model.Evaluate(batch.CurrentInputs, batch.CurrentTargets);
                session.Model.Layout.Write<float>(session.Model.Parameters, tensor.Name, values);
                return loss;
            }
        }

        Assert.Equal(gradients.Length, number);
    }

    [Fact]
    public void A_step_of_gradient_descent_takes_the_rate_times_gradient_and_penalty()
    {
        var session = new PlaneSession();
        session.Draw("circle", seed: 2);
        session.Use(new TrainingSettings(nameof(Sgd), 0.1, Batch: 10, Penalty: 0.05));
        session.Training.Run(20, Enough);
        float[] before = session.Parameters(), gradients = session.Gradients();
        session.Training.Run(1, Enough);
        float[] after = session.Parameters();
        Assert.NotEqual(before, after);
        for (int i = 0; i < before.Length; i++)
        {
            // 2-4-1: eight weights, four biases, four weights, one bias.
            float penalty = i is < 8 or (>= 12 and < 16) ? 0.05f * before[i] : 0;
            Assert.Equal(before[i] - 0.1f * (gradients[i] + penalty), after[i], 1e-6f);
        }
    }

    [Fact]
    public void A_network_is_that_of_its_seed()
    {
        var session = new PlaneSession();
        float[] first = session.Parameters();
        session.Training.Run(5, Enough);
        session.Choose(nameof(Tanh4), seed: 1);
        Assert.Equal(first, session.Parameters());
        Assert.Equal(0, session.Training.Steps);
        session.Choose(nameof(Tanh4), seed: 2);
        Assert.NotEqual(first, session.Parameters());
        session.Choose(nameof(ReLU8x8), seed: 1);
        Assert.Equal([8, 8, 1], session.Model.Layers.Select(layer => layer.Outputs));
    }

    [Fact]
    public void Points_come_and_go()
    {
        var session = new PlaneSession();
        session.Clear();
        Assert.Empty(session.Points);
        Assert.Equal(0, session.Training.Run(10, Enough));
        Assert.True(float.IsNaN(session.Training.Loss));
        Assert.All(session.Gradients(), gradient => Assert.Equal(0, gradient));
        session.Undo();

        PlanePoint[] own = [new(-1, 0.5f, 0), new(1, 0.25f, 1), new(0, 0, 1)];
        foreach (PlanePoint point in own)
            session.Add(point);
        session.Undo();
        Assert.Equal(own[..2], session.Points);
        Assert.Equal([-1, 0.5f, 0, 1, 0.25f, 1], session.Training.Numbers());
        session.Training.Run(500, Enough);
        Assert.Equal(1, session.Training.Accuracy);
        Assert.Equal([500, 500, session.Training.Loss, 1, 0], session.Training.State());
    }

    [Fact]
    public void Steps_end_when_the_time_is_over()
    {
        var session = new PlaneSession();
        Assert.Equal(1, session.Training.Run(1000, TimeSpan.Zero));
        Assert.Equal(1, session.Training.Steps);
    }

    [Theory]
    [InlineData("optimizer")]
    [InlineData("network")]
    [InlineData("data")]
    public void A_name_that_does_not_exist_changes_nothing(string what)
    {
        var session = new PlaneSession();
        float[] parameters = session.Parameters();
        Assert.Throws<ArgumentException>(() =>
        {
            switch (what)
            {
                case "optimizer": session.Use(new TrainingSettings("none", 0.1)); break;
                case "network": session.Choose("none", 1); break;
                default: session.Draw("none", 1); break;
            }
        });
        Assert.Equal(4, session.Points.Count);
        Assert.Equal(parameters, session.Parameters());
        Assert.Equal(1, session.Training.Run(1, Enough));
    }

    [Fact]
    public void Every_optimizer_of_the_library_takes_a_step()
    {
        foreach (string optimizer in TrainingSettings.Optimizers)
        {
            var session = new PlaneSession();
            session.Use(new TrainingSettings(optimizer, 0.01));
            float before = session.Training.Loss;
            session.Training.Run(20, Enough);
            Assert.True(session.Training.Loss < before, optimizer);
        }
    }
}
