using System;
using System.IO;
using System.Linq;

namespace GenNet.Gradient.Tests.Recovery;

/// <summary>What went wrong once leaves no trace: in the padding, in the workspace, or through another network's workspace.</summary>
public class RecoveryTests
{
    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_network_that_diverged_is_as_new_once_it_is_restored(float poison)
    {
        var expected = new DivergingNet(1);
        var net = new DivergingNet(1);
        using var file = new MemoryStream();
        net.Save(file);
        Poison(net, poison, rows: 131);
        Assert.Contains(net.Parameters.ToArray(), float.IsNaN);

        file.Position = 0;
        NetworkFile.Restore<DivergingNet, float>(net, file);
        Assert.Equal(expected.Parameters.ToArray(), net.Parameters.ToArray());
        foreach (int rows in new[] { 1, 20, 131 })
            Assert.Equal(Results(expected, rows), Results(net, rows));
    }

    [Fact]
    public void A_workspace_that_met_NaN_is_as_good_as_before()
    {
        var net = new DivergingNet(1);
        float[][] before = [Results(net, 1), Results(net, 20), Results(net, 131)];
        float[] inputs = Enumerable.Repeat(float.NaN, 9 * 131).ToArray();
        net.Backward(inputs, new float[3 * 131], new float[net.Parameters.Length], new float[inputs.Length]);
        Assert.Equal(before, [Results(net, 1), Results(net, 20), Results(net, 131)]);
    }

    [Fact]
    public void The_workspace_of_a_larger_network_is_refused_and_nothing_is_written()
    {
        Workspace<float> foreign = LargerNet.CreateWorkspace();
        Assert.True(foreign.Length > ZeroStartNet.CreateWorkspace().Length);
        var net = new ZeroStartNet(1);
        var gradients = Enumerable.Repeat(7f, net.Parameters.Length).ToArray();
        ArgumentException exception = Assert.Throws<ArgumentException>(() => net.Backward(new float[30], new float[5], gradients, foreign));
        Assert.Equal("workspace", exception.ParamName);
        Assert.All(gradients, value => Assert.Equal(7, value));
    }

    [Fact]
    public void A_workspace_of_its_own_kind_gives_the_same_results()
    {
        var net = new ZeroStartNet(1);
        Workspace<float> workspace = ZeroStartNet.CreateWorkspace();
        foreach (int rows in new[] { 131, 1, 20 })
        {
            float[] inputs = Inputs(30 * rows), targets = new float[5 * rows];
            float[] expected = new float[net.Parameters.Length], gradients = new float[expected.Length];
            Assert.Equal(net.Backward(inputs, targets, expected), net.Backward(inputs, targets, gradients, workspace));
            Assert.Equal(expected, gradients);
        }
    }

    private static void Poison(DivergingNet net, float poison, int rows)
    {
        float[] inputs = Inputs(9 * rows);
        inputs[4] = poison;
        var gradients = new float[net.Parameters.Length];
        net.Backward(inputs, new float[3 * rows], gradients);
        new Sgd(0.1f).Update(net.Parameters, gradients);
    }

    /// <summary>Outputs, loss and all gradients in one row of numbers.</summary>
    private static float[] Results(DivergingNet net, int rows)
    {
        float[] inputs = Inputs(9 * rows), targets = new float[3 * rows], outputs = new float[3 * rows];
        float[] gradients = new float[net.Parameters.Length], inputGradients = new float[inputs.Length];
        net.Forward(inputs, outputs);
        float loss = net.Backward(inputs, targets, gradients, inputGradients);
        Assert.DoesNotContain(gradients, float.IsNaN);
        return [loss, .. outputs, .. gradients, .. inputGradients];
    }

    private static float[] Inputs(int count) => Enumerable.Range(0, count).Select(i => MathF.Sin(i)).ToArray();
}
