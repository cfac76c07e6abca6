using System;
using System.Linq;
using System.Threading.Tasks;

namespace GenNet.Gradient.Tests.Behaviour;

/// <summary>Batches of any size, buffers of any address.</summary>
public class BatchTests
{
    public static TheoryData<int> Sizes => new(Enumerable.Range(1, 20).Concat([127, 128, 129, 300]));

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_gradient_of_a_batch_is_the_mean_of_its_samples(int rows)
    {
        var net = new PaddedDoubleNet(3);
        (double[] inputs, double[] targets) = Sample.Rows<PaddedDoubleNet, double>(rows);
        var whole = new double[net.Parameters.Length];
        var inputGradients = new double[inputs.Length];
        double loss = net.Backward(inputs, targets, whole, inputGradients);

        var mean = new double[whole.Length];
        var one = new double[whole.Length];
        var oneInput = new double[33];
        double meanLoss = 0;
        for (int i = 0; i < rows; i++)
        {
            meanLoss += net.Backward(inputs.AsSpan(i * 33, 33), targets.AsSpan(i * 10, 10), one, oneInput) / rows;
            for (int k = 0; k < one.Length; k++)
                mean[k] += one[k] / rows;
            for (int k = 0; k < 33; k++)
                Assert.Equal(oneInput[k] / rows, inputGradients[i * 33 + k], 1e-13);
        }

        Assert.Equal(meanLoss, loss, 1e-12);
        for (int k = 0; k < whole.Length; k++)
            Assert.Equal(mean[k], whole[k], 1e-12);
        Assert.Equal(loss, net.Evaluate(inputs, targets), 1e-15);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_outputs_of_a_batch_are_those_of_its_samples(int rows)
    {
        var net = new PaddedDoubleNet(3);
        (double[] inputs, double[] targets) = Sample.Rows<PaddedDoubleNet, double>(rows);
        var outputs = new double[targets.Length];
        net.Forward(inputs, outputs);
        var one = new double[10];
        for (int i = 0; i < rows; i++)
        {
            net.Forward(inputs.AsSpan(i * 33, 33), one);
            for (int k = 0; k < 10; k++)
                Assert.Equal(one[k], outputs[i * 10 + k], 1e-14);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(130)]
    public void A_gradient_buffer_is_overwritten_and_its_padding_is_zero(int rows)
    {
        var net = new PaddedNet(3);
        (float[] inputs, float[] targets) = Sample.Rows<PaddedNet, float>(rows);
        var gradients = new float[net.Parameters.Length];
        Array.Fill(gradients, float.NaN);
        net.Backward(inputs, targets, gradients);
        Assert.DoesNotContain(float.NaN, gradients);
        AssertPaddingIsZero(gradients);
    }

    [Fact]
    public void Padding_stays_zero_in_training()
    {
        var net = new PaddedNet(3);
        var trainer = new Trainer<PaddedNet>(net, new Adam(0.01f));
        (float[] inputs, float[] targets) = Sample.Rows<PaddedNet, float>(37);
        for (int i = 0; i < 20; i++)
            trainer.Step(inputs, targets);
        AssertPaddingIsZero(net.Parameters.ToArray());
    }

    /// <summary>What no tensor of the layout covers.</summary>
    private static void AssertPaddingIsZero(float[] buffer)
    {
        foreach (string name in PaddedNet.Layout.Names)
            PaddedNet.Layout.Write<float>(buffer, name, new float[PaddedNet.Layout[name].Count]);
        Assert.All(buffer, value => Assert.Equal(0, value));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(131)]
    public void Nothing_is_written_beside_the_callers_rows_whatever_their_address(int rows)
    {
        var net = new PaddedNet(3);
        (float[] inputs, float[] targets) = Sample.Rows<PaddedNet, float>(rows);
        float[] expectedInputs = [.. inputs], expectedTargets = [.. targets];
        var expected = new float[targets.Length];
        var expectedGradients = new float[net.Parameters.Length];
        net.Forward(inputs, expected);
        net.Backward(inputs, targets, expectedGradients);

        // One number before and one behind: no address is a multiple of a vector.
        float[] x = Guarded(inputs), d = Guarded(targets), y = Guarded(new float[targets.Length]);
        float[] g = Guarded(new float[net.Parameters.Length]), dx = Guarded(new float[inputs.Length]);
        net.Forward(x.AsSpan(1, inputs.Length), y.AsSpan(1, targets.Length));
        net.Backward(x.AsSpan(1, inputs.Length), d.AsSpan(1, targets.Length), g.AsSpan(1, g.Length - 2), dx.AsSpan(1, inputs.Length));
        foreach (float[] buffer in new[] { x, d, y, g, dx })
            Assert.Equal((Guard, Guard), (buffer[0], buffer[^1]));
        Assert.Equal(expected, y[1..^1]);
        Assert.Equal(expectedGradients, g[1..^1]);
        Assert.Equal(expectedInputs, x[1..^1]);
        Assert.Equal(expectedTargets, d[1..^1]);
    }

    [Fact]
    public async Task Forward_runs_on_many_threads_at_once()
    {
        var net = new PaddedNet(3);
        (float[] inputs, float[] targets) = Sample.Rows<PaddedNet, float>(50);
        var expected = new float[targets.Length];
        net.Forward(inputs, expected);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            var outputs = new float[expected.Length];
            for (int i = 0; i < 200; i++)
            {
                net.Forward(inputs, outputs);
                Assert.Equal(expected, outputs);
            }
        })));
    }

    [Fact]
    public async Task Backward_runs_on_many_threads_with_a_workspace_for_each()
    {
        var net = new PaddedNet(3);
        (float[] inputs, float[] targets) = Sample.Rows<PaddedNet, float>(50);
        var expected = new float[net.Parameters.Length];
        net.Backward(inputs, targets, expected);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            Workspace<float> workspace = PaddedNet.CreateWorkspace();
            var gradients = new float[expected.Length];
            for (int i = 0; i < 100; i++)
            {
                net.Backward(inputs, targets, gradients, workspace);
                Assert.Equal(expected, gradients);
            }
        })));
    }

    private const float Guard = 12345.5f;

    private static float[] Guarded(float[] values) => [Guard, .. values, Guard];
}
