using System;
using System.Linq;
using System.Threading.Tasks;
using GenNet.Gradient.Tests.Behaviour;
using GenNet.Gradient.Tests.Shapes;

namespace GenNet.Gradient.Tests.Jacobians;

/// <summary>Calls of VectorJacobianProduct: from several threads, and such as cannot be right.</summary>
public class CallTests
{
    private readonly PaddedNet _net = new(3);
    private readonly float[] _gradients = Enumerable.Repeat(7f, PaddedNet.Layout.Length).ToArray();

    [Fact]
    public async Task It_runs_on_many_threads_with_a_workspace_for_each()
    {
        (float[] inputs, float[] v) = Batch.Of<PaddedNet, float>(150);
        float[] expected = _net.CreateGradients(), expectedOfInputs = new float[inputs.Length];
        _net.VectorJacobianProduct(inputs, v, expected, expectedOfInputs);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            Workspace<float> workspace = PaddedNet.CreateWorkspace();
            float[] gradients = _net.CreateGradients(), inputGradients = new float[inputs.Length];
            for (int i = 0; i < 50; i++)
            {
                _net.VectorJacobianProduct(inputs, v, gradients, inputGradients, workspace);
                Assert.Equal(expected, gradients);
                Assert.Equal(expectedOfInputs, inputGradients);
            }
        })));
    }

    [Theory]
    [InlineData(34, 10, "inputs", "whole rows of 33")]
    [InlineData(66, 10, "outputGradients", "2 rows, so outputGradients must have 2 x 10 = 20 numbers, got 10")]
    [InlineData(33, 20, "outputGradients", "1 x 10 = 10 numbers, got 20")]
    [InlineData(33, 0, "outputGradients", "1 x 10 = 10 numbers, got 0")]
    [InlineData(0, 10, "outputGradients", "0 x 10 = 0 numbers, got 10")]
    [InlineData(0, 0, "inputs", "The batch is empty")]
    public void It_names_the_span_that_does_not_fit(int inputs, int outputGradients, string name, string message)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => _net.VectorJacobianProduct(new float[inputs], new float[outputGradients], _gradients));
        Assert.Equal(name, exception.ParamName);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("targets", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("loss", exception.Message, StringComparison.Ordinal);
        Assert.All(_gradients, value => Assert.Equal(7, value));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(32)]
    [InlineData(66)]
    public void It_wants_input_gradients_as_long_as_the_inputs_or_none(int length)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => _net.VectorJacobianProduct(new float[33], new float[10], _gradients, new float[length]));
        Assert.Equal("inputGradients", exception.ParamName);
        Assert.All(_gradients, value => Assert.Equal(7, value));
    }

    [Fact]
    public void It_wants_a_gradient_buffer_of_the_length_of_the_parameters() => Assert.Equal("gradients", Assert.Throws<ArgumentException>(() =>
        _net.VectorJacobianProduct(new float[33], new float[10], new float[PaddedNet.ParameterCount])).ParamName);

    [Fact]
    public void It_refuses_the_workspace_of_another_network()
    {
        Assert.Equal("workspace", Assert.Throws<ArgumentException>(() =>
            _net.VectorJacobianProduct(new float[33], new float[10], _gradients, workspace: TinyNet.CreateWorkspace())).ParamName);
        Assert.All(_gradients, value => Assert.Equal(7, value));
    }

    [Theory]
    [InlineData("gradients", "inputs")]
    [InlineData("gradients", "outputGradients")]
    [InlineData("gradients", "Parameters")]
    [InlineData("inputGradients", "inputs")]
    [InlineData("inputGradients", "outputGradients")]
    [InlineData("inputGradients", "gradients")]
    [InlineData("inputGradients", "Parameters")]
    public void It_refuses_to_write_what_it_reads(string written, string read)
    {
        // Two spans of the length that each must have, which share a number at the least.
        var net = new SquareNet(1);
        int gradients = net.Parameters.Length, inputs = gradients / 20 * 20;
        float[] memory = Enumerable.Repeat(0.5f, 2 * gradients).ToArray(), x = new float[inputs], v = new float[inputs], g = new float[gradients], dx = new float[inputs];
        Span<float> Place(string name, float[] own) => name == written ? memory.AsSpan(1, own.Length) : name == read ? memory.AsSpan(0, own.Length) : own;

        ArgumentException exception = Assert.Throws<ArgumentException>(() =>
        {
            if (read == "Parameters" && written == "gradients")
                net.VectorJacobianProduct(x, v, net.Parameters);
            else if (read == "Parameters")
                net.VectorJacobianProduct(x, v, g, net.Parameters[..inputs]);
            else
                net.VectorJacobianProduct(Place("inputs", x), Place("outputGradients", v), Place("gradients", g), Place("inputGradients", dx));
        });

        Assert.Equal(written, exception.ParamName);
        Assert.StartsWith($"{written} and {read} share memory", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_refuses_the_parameters_as_gradients_of_the_outputs()
    {
        var net = new SquareNet(1);
        ArgumentException exception = Assert.Throws<ArgumentException>(() => net.VectorJacobianProduct(new float[20], net.Parameters[..20], net.CreateGradients()));
        Assert.StartsWith("Parameters and outputGradients share memory", exception.Message, StringComparison.Ordinal);
    }
}
