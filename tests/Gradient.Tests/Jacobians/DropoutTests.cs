using System;
using System.Linq;
using GenNet.Gradient.Tests.Shapes;

namespace GenNet.Gradient.Tests.Jacobians;

/// <summary>The product through dropout: under the masks of its call, and new ones in the next.</summary>
public class DropoutTests
{
    private static readonly DropoutNoise Noise = new(Seed: 9, Step: 4);

    private readonly DroppingLinear _net = Batch.Network<DroppingLinear, double>();
    private readonly Workspace<double> _workspace = DroppingLinear.CreateWorkspace();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(128)]
    [InlineData(300)]
    public void It_has_the_masks_that_Backward_has(int rows)
    {
        // The gradient of the half squared error is that of (y - d): the difference between targets d and d + v is the product with v.
        (double[] inputs, double[] targets) = Batch.Of<DroppingLinear, double>(rows);
        double[] v = [.. targets.Select((_, i) => Math.Sin(i))], moved = [.. targets.Zip(v, (d, add) => d + add)];
        (double[] one, double[] oneOfInputs) = Backward(inputs, targets);
        (double[] other, double[] otherOfInputs) = Backward(inputs, moved);
        (double[] product, double[] ofInputs) = Product(inputs, v, Noise);
        Assert.Equal(one.Zip(other, (a, b) => rows * (a - b)), product, (a, b) => Math.Abs(a - b) <= 1e-11 * rows);
        Assert.Equal(oneOfInputs.Zip(otherOfInputs, (a, b) => rows * (a - b)), ofInputs, (a, b) => Math.Abs(a - b) <= 1e-11);
        Assert.Equal(Noise.Next(), _workspace.Noise);
    }

    [Fact]
    public void Each_call_draws_others_and_one_noise_gives_one_result()
    {
        double[] inputs = Batch.Of<DroppingLinear, double>(20).Inputs, v = Enumerable.Repeat(1.0, 100).ToArray();
        double[] first = Product(inputs, v, Noise).Gradients;
        double[] second = _net.CreateGradients();
        _net.VectorJacobianProduct(inputs, v, second, workspace: _workspace);
        Assert.NotEqual(first, second);
        Assert.Equal(second, Product(inputs, v, Noise.Next()).Gradients);

        // So does the network's own workspace.
        _net.VectorJacobianProduct(inputs, v, first);
        _net.VectorJacobianProduct(inputs, v, second);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void A_batch_in_parts_is_dropped_like_the_whole()
    {
        const int Rows = 300, Part = 77;
        double[] inputs = Batch.Of<DroppingLinear, double>(Rows).Inputs, v = [.. Enumerable.Range(0, Rows * 5).Select(i => Math.Cos(i))];
        (double[] whole, double[] ofInputs) = Product(inputs, v, Noise);
        (double[] first, double[] firstOfInputs) = Product(inputs[..(Part * 9)], v[..(Part * 5)], Noise);
        (double[] second, double[] secondOfInputs) = Product(inputs[(Part * 9)..], v[(Part * 5)..], Noise with { FirstRow = Part });
        Assert.Equal(whole, first.Zip(second, (a, b) => a + b), (a, b) => Math.Abs(a - b) <= 1e-11);
        Assert.Equal(ofInputs, [.. firstOfInputs, .. secondOfInputs], (a, b) => Math.Abs(a - b) <= 1e-13);
    }

    private (double[] Gradients, double[] InputGradients) Backward(double[] inputs, double[] targets)
    {
        double[] gradients = _net.CreateGradients(), inputGradients = new double[inputs.Length];
        _workspace.Noise = Noise;
        _net.Backward(inputs, targets, gradients, inputGradients, _workspace);
        return (gradients, inputGradients);
    }

    private (double[] Gradients, double[] InputGradients) Product(double[] inputs, double[] v, DropoutNoise noise)
    {
        double[] gradients = _net.CreateGradients(), inputGradients = new double[inputs.Length];
        _workspace.Noise = noise;
        _net.VectorJacobianProduct(inputs, v, gradients, inputGradients, _workspace);
        return (gradients, inputGradients);
    }
}
