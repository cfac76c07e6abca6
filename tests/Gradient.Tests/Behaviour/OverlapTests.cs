using System;
using System.Linq;

namespace GenNet.Gradient.Tests.Behaviour;

/// <summary>What is written may not be what is read; the message names both.</summary>
public class OverlapTests
{
    private const int Rows = 300;

    private readonly SquareNet _net = new(1);
    private readonly float[] _inputs;
    private readonly float[] _targets;

    public OverlapTests() => (_inputs, _targets) = Sample.Rows<SquareNet, float>(Rows);

    [Theory]
    [InlineData("gradients", "inputs")]
    [InlineData("gradients", "targets")]
    [InlineData("gradients", "Parameters")]
    [InlineData("inputGradients", "inputs")]
    [InlineData("inputGradients", "targets")]
    [InlineData("inputGradients", "gradients")]
    [InlineData("inputGradients", "Parameters")]
    public void Backward_refuses_to_write_what_it_reads(string written, string read)
    {
        // Two spans of the length that each must have, which share a number at the least.
        int gradients = _net.Parameters.Length, inputs = _net.Parameters.Length / 20 * 20;
        float[] memory = Enumerable.Repeat(0.5f, 2 * gradients).ToArray(), x = new float[inputs], d = new float[inputs], g = new float[gradients], dx = new float[inputs];
        Span<float> Place(string name, float[] own) =>
            name == written ? memory.AsSpan(1, own.Length) : name == read ? memory.AsSpan(0, own.Length) : own;

        ArgumentException exception = Assert.Throws<ArgumentException>(() =>
        {
            if (read == "Parameters" && written == "gradients")
                _net.Backward(x, d, _net.Parameters);
            else if (read == "Parameters")
                _net.Backward(x, d, g, _net.Parameters[..inputs]);
            else
                _net.Backward(Place("inputs", x), Place("targets", d), Place("gradients", g), Place("inputGradients", dx));
        });

        Assert.Equal(written, exception.ParamName);
        Assert.StartsWith($"{written} and {read} share memory", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Backward_refuses_its_inputs_as_input_gradients()
    {
        float[] before = [.. _inputs];
        Assert.Equal("inputGradients", Assert.Throws<ArgumentException>(() => _net.Backward(_inputs, _targets, _net.CreateGradients(), _inputs)).ParamName);
        Assert.Equal(before, _inputs);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(-20)]
    public void Forward_refuses_outputs_that_overlap_inputs_in_part(int by)
    {
        float[] memory = new float[(Rows * 20) + 20];
        int inputs = Math.Max(0, -by), outputs = Math.Max(0, by);
        foreach (int threads in new[] { 1, 2 })
        {
            ArgumentException exception = Assert.Throws<ArgumentException>(() =>
                _net.Forward(memory.AsMemory(inputs, Rows * 20), memory.AsMemory(outputs, Rows * 20), threads));
            Assert.Equal("outputs", exception.ParamName);
            Assert.StartsWith("outputs and inputs share memory in part", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Forward_refuses_to_write_the_parameters() =>
        Assert.StartsWith("outputs and Parameters share memory", Assert.Throws<ArgumentException>(() => _net.Forward(new float[20], _net.Parameters[..20])).Message, StringComparison.Ordinal);

    [Fact]
    public void Forward_may_overwrite_its_inputs()
    {
        var expected = new float[Rows * 20];
        _net.Forward(_inputs, expected);
        float[] inPlace = [.. _inputs];
        _net.Forward(inPlace, inPlace);
        Assert.Equal(expected, inPlace);

        inPlace = [.. _inputs];
        _net.Forward(inPlace.AsMemory(), inPlace.AsMemory(), threads: 2);
        Assert.Equal(expected, inPlace);

        var small = new SmallSquareNet(1);
        (float[] x, _) = Sample.Rows<SmallSquareNet, float>(7);
        var y = new float[x.Length];
        small.Forward(x, y);
        small.Forward(x, x);
        Assert.Equal(y, x);
    }

    [Fact]
    public void A_step_refuses_the_parameters_as_data()
    {
        Assert.StartsWith("Parameters and inputs share memory", Assert.Throws<ArgumentException>(() =>
            new Trainer<SquareNet>(_net, new Sgd(0.1f)).Step(_net.Parameters[..20], new float[20])).Message, StringComparison.Ordinal);
        Assert.StartsWith("Parameters and targets share memory", Assert.Throws<ArgumentException>(() =>
            new Trainer<SquareNet>(_net, new Sgd(0.1f)).Step(new float[20], _net.Parameters[..20])).Message, StringComparison.Ordinal);
    }
}
