using System;
using System.Linq;

namespace GenNet.Gradient.Tests.Sequences;

/// <summary>A function of the user's as the activation of a cell.</summary>
public class OwnCellTests
{
    [Fact]
    public void A_cell_of_ones_own_is_that_of_the_library_with_the_same_function()
    {
        OwnCellD net = new(1);
        SoftsignCellD twin = new(1);
        var random = new Random(1);
        double[] inputs = [.. Enumerable.Range(0, 45).Select(_ => 4 * random.NextDouble() - 2)], targets = [1, 2, -1, 0.5, 0.3, -0.2];
        double[] gradients = net.CreateGradients(), expected = twin.CreateGradients(), dx = new double[45], expectedDx = new double[45];
        Assert.Equal(twin.Backward(inputs, targets, expected, expectedDx), net.Backward(inputs, targets, gradients, dx), 1e-14);
        Assert.All(expected.Concat(expectedDx).Zip(gradients.Concat(dx)), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
        GradientCheck.Run<OwnCellD, double>(net, inputs, targets).ThrowIfFailed();
        StepByStep.AssertSameAsWhole<OwnCellD, double>(1e-13);
    }
}
