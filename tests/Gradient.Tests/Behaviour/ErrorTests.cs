using System;
using System.Linq;

namespace GenNet.Gradient.Tests.Behaviour;

/// <summary>Unusable arguments are refused by name, before anything is written.</summary>
public class ErrorTests
{
    private readonly PaddedNet _net = new(1);
    private readonly float[] _gradients = Enumerable.Repeat(7f, PaddedNet.Layout.Length).ToArray();

    [Theory]
    [InlineData(34, 10, "inputs", "whole rows of 33")]
    [InlineData(32, 10, "inputs", "whole rows of 33")]
    [InlineData(66, 10, "outputs", "2 x 10 = 20 numbers, got 10")]
    [InlineData(33, 20, "outputs", "1 x 10 = 10 numbers, got 20")]
    [InlineData(0, 10, "outputs", "0 x 10 = 0 numbers, got 10")]
    public void Forward_names_the_span_that_does_not_fit(int inputs, int outputs, string name, string message)
    {
        float[] y = Enumerable.Repeat(7f, outputs).ToArray();
        ArgumentException exception = Assert.Throws<ArgumentException>(() => _net.Forward(new float[inputs], y));
        Assert.Equal(name, exception.ParamName);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.All(y, value => Assert.Equal(7, value));
    }

    [Fact]
    public void Forward_of_no_rows_is_nothing() => _net.Forward([], []);

    [Theory]
    [InlineData(34, 10, "inputs")]
    [InlineData(66, 10, "targets")]
    [InlineData(0, 0, "inputs")]
    public void Backward_names_the_span_that_does_not_fit(int inputs, int targets, string name)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => _net.Backward(new float[inputs], new float[targets], _gradients));
        Assert.Equal(name, exception.ParamName);
        Assert.Throws<ArgumentException>(() => _net.Evaluate(new float[inputs], new float[targets]));
        Assert.All(_gradients, value => Assert.Equal(7, value));
    }

    [Fact]
    public void Backward_wants_a_gradient_buffer_of_the_length_of_the_parameters()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => _net.Backward(new float[33], new float[10], new float[PaddedNet.ParameterCount]));
        Assert.Equal("gradients", exception.ParamName);
        Assert.Contains($"{PaddedNet.Layout.Length} numbers, got {PaddedNet.ParameterCount}", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Parameters.Length", exception.Message, StringComparison.Ordinal);
        Assert.Contains("CreateGradients()", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CreateGradients_makes_a_buffer_that_Backward_takes()
    {
        float[] gradients = _net.CreateGradients();
        Assert.Equal(PaddedNet.Layout.Length, gradients.Length);
        Assert.All(gradients, value => Assert.Equal(0, value));
        _net.Backward(new float[33], new float[10], gradients);
        Assert.Equal(PaddedDoubleNet.Layout.Length, new PaddedDoubleNet(1).CreateGradients().Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(32)]
    [InlineData(66)]
    public void Backward_wants_input_gradients_as_long_as_the_inputs(int length)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => _net.Backward(new float[33], new float[10], _gradients, new float[length]));
        Assert.Equal("inputGradients", exception.ParamName);
        Assert.All(_gradients, value => Assert.Equal(7, value));
    }

    [Fact]
    public void Backward_refuses_the_workspace_of_another_network()
    {
        Assert.Equal("workspace", Assert.Throws<ArgumentException>(() =>
            _net.Backward(new float[33], new float[10], _gradients, TinyNet.CreateWorkspace())).ParamName);
        Assert.Equal("workspace", Assert.Throws<ArgumentNullException>(() =>
            _net.Backward(new float[33], new float[10], _gradients, (Workspace<float>)null!)).ParamName);
        Assert.All(_gradients, value => Assert.Equal(7, value));
    }
}
