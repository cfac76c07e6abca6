using System;
using System.IO;
using System.Linq;
using GenNet.Gradient.Tests.Behaviour;

namespace GenNet.Gradient.Tests.Convolutions;

/// <summary>A network of convolutions as it is trained, saved, resumed, inspected and used.</summary>
public sealed class LeNetTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("gennet-convolutions-").FullName;

    private string Checkpoint => Path.Combine(_directory, "checkpoint.safetensors");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    /// <summary>With gradients that are kept, and with plain descent, which has none.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Threads_train_what_one_trains(bool plain)
    {
        float[] one = Fitted(threads: 1, plain: plain);
        foreach (int threads in new[] { 2, 3 })
        {
            float[] several = Fitted(threads, plain: plain);
            Assert.NotEqual(one, several);
            Assert.Equal(one, several, (a, b) => Math.Abs(a - b) < 1e-5);
            Assert.Equal(several, Fitted(threads, plain: plain));
        }

        Assert.Equal(one, Fitted(threads: 1, plain: plain));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_resumed_fit_ends_as_an_uninterrupted_one(int threads)
    {
        Fitted(threads, new CheckpointOptions { Path = Checkpoint }, epochs: 1);
        Assert.Equal(Fitted(threads), Fitted(threads, resumeFrom: Checkpoint));
    }

    [Fact]
    public void A_saved_network_is_loaded_bit_for_bit_for_training_and_for_inference()
    {
        LeNet net = Shapes.Batch.Network<LeNet, float>();
        using var file = new MemoryStream();
        net.Save(file);
        file.Position = 0;
        Assert.Equal(net.Parameters.ToArray(), LeNet.Load(file).Parameters.ToArray());
        file.Position = 0;
        LeNetInference loaded = LeNetInference.Load(file);
        foreach (int rows in new[] { 1, 7, 130, 700 })
        {
            float[] inputs = Sample.Rows<LeNet, float>(rows).Inputs, expected = new float[rows * 10], outputs = new float[rows * 10];
            net.Forward(inputs, expected);
            loaded.Forward(inputs, outputs);
            Assert.Equal(expected, outputs);
            Array.Clear(outputs);
            net.Forward(inputs, outputs, 3);
            Assert.Equal(expected, outputs);
        }

        file.Position = 0;
        Assert.Equal([6, 1, 5, 5], SafeTensorsFile.Read(file).Tensors.Single(tensor => tensor.Name == "first.weight").Shape);
    }

    [Fact]
    public void An_inspection_has_the_feature_maps()
    {
        const int Rows = 3;
        LeNet net = Shapes.Batch.Network<LeNet, float>();
        (float[] inputs, float[] targets) = Sample.Rows<LeNet, float>(Rows);
        NetworkInspection inspection = net.Inspect(inputs, targets);
        Assert.Equal(["Conv2D", "AveragePool2D", "Conv2D", "MaxPool2D", "Flatten", "Dense", "Dense"], inspection.Layers.Select(layer => layer.Layer.Kind));
        Assert.Equal([4704, 1176, 1600, 400, 400, 40, 10], inspection.Layers.Select(layer => layer.Layer.Outputs));
        float[] weight = LeNet.Layout.Read<float>(net.Parameters, "first.weight"), bias = LeNet.Layout.Read<float>(net.Parameters, "first.bias");
        double[] maps = [.. from row in Enumerable.Range(0, Rows) from f in Enumerable.Range(0, 6) from i in Enumerable.Range(0, 28) from j in Enumerable.Range(0, 28) select Map(row, f, i, j)];
        Assert.Equal(maps.Average(), inspection.Layers[0].Mean, 1e-6);
        Assert.Equal(maps.Min(), inspection.Layers[0].Histogram.From, 1e-6);
        Assert.Equal(maps.Max(), inspection.Layers[0].Histogram.To, 1e-6);
        Assert.True(inspection.Layers[0].GradientNorm > 0 && inspection.Layers[2].GradientNorm > 0);

        double Map(int row, int f, int i, int j)
        {
            double sum = bias[f];
            for (int u = 0; u < 5; u++)
            {
                for (int v = 0; v < 5; v++)
                {
                    if (i + u - 2 is >= 0 and < 28 && j + v - 2 is >= 0 and < 28)
                        sum += (double)weight[f * 25 + u * 5 + v] * inputs[row * 784 + (i + u - 2) * 28 + j + v - 2];
                }
            }

            return Math.Tanh(sum);
        }
    }

    [Fact]
    public void Gradients_of_many_blocks_are_those_of_their_rows()
    {
        const int Rows = 301, Few = 7;
        LeNet net = Shapes.Batch.Network<LeNet, float>();
        (float[] inputs, float[] targets) = Sample.Rows<LeNet, float>(Rows);
        float[] whole = net.CreateGradients(), part = net.CreateGradients(), dx = new float[inputs.Length], few = new float[Few * 784];
        float loss = net.Backward(inputs, targets, whole, dx);
        double[] sum = new double[whole.Length];
        double losses = 0;
        for (int row = 0; row < Rows; row += Few)
        {
            losses += net.Backward(inputs.AsSpan(row * 784, Few * 784), targets.AsSpan(row * 10, Few * 10), part, few) * Few / (double)Rows;
            for (int i = 0; i < sum.Length; i++)
                sum[i] += part[i] * Few / (double)Rows;
            for (int i = 0; i < few.Length; i++)
                Assert.Equal(few[i] * Few / Rows, dx[row * 784 + i], 1e-7f);
        }

        Assert.Equal(losses, loss, 1e-5);
        double size = sum.Max(Math.Abs);
        for (int i = 0; i < sum.Length; i++)
            Assert.Equal(sum[i], whole[i], 2e-6 * size);
    }

    private static float[] Fitted(int threads, CheckpointOptions? checkpoint = null, string? resumeFrom = null, int epochs = 2, bool plain = false)
    {
        (float[] inputs, float[] targets) = Sample.Rows<LeNet, float>(192);
        var net = new LeNet(1);
        new Trainer<LeNet>(net, plain ? new Sgd(0.01f) : new Momentum(0.01f)).Fit(new Dataset<float>(inputs, targets, LeNet.InputSize, 10), new FitOptions
        {
            Epochs = epochs, BatchSize = 96, Shuffle = false, Threads = threads, Checkpoint = checkpoint, ResumeFrom = resumeFrom,
        });
        return net.Parameters.ToArray();
    }
}
