using System;
using System.Diagnostics;
using GenNet.Benchmarks.Comparison;

namespace GenNet.Benchmarks.Streaming;

/// <summary>GenNet's side of a case, as the others see it.</summary>
internal interface IServedSteps
{
    /// <summary>The outputs of all steps from the state before the first.</summary>
    float[] Outputs();

    /// <summary>The seconds of so many steps, and the bytes that they allocate.</summary>
    (double Seconds, long Bytes) Measure(int iterations);
}

/// <inheritdoc cref="IServedSteps"/>
internal sealed class ServedSteps<TNet> : IServedSteps
    where TNet : class, INetwork<TNet, float>, IStreamingNetwork<TNet, float>
{
    private readonly int? _places;
    private readonly TNet _network;
    private readonly SequenceState<float> _state;
    private readonly float[] _inputs;
    private readonly float[] _output = new float[TNet.StepOutputSize];

    /// <summary>A network.</summary>
    /// <param name="inputs">What it is given, step by step.</param>
    /// <param name="weights">Its parameters.</param>
    /// <param name="places">After how many steps a new sequence begins; null for never.</param>
    public ServedSteps(float[] inputs, float[] weights, int? places)
    {
        _places = places;
        _inputs = inputs;
        _network = TNet.Create(seed: 1);
        ServedNetwork<TNet>.Write(weights, _network);
        _state = _network.CreateState();
    }

    public float[] Outputs()
    {
        var outputs = new float[_inputs.Length * _output.Length];
        _state.Reset();
        for (int i = 0; i < _inputs.Length; i++)
        {
            Step(i);
            _output.CopyTo(outputs, i * _output.Length);
        }

        return outputs;
    }

    public (double Seconds, long Bytes) Measure(int iterations)
    {
        _state.Reset();
        long before = GC.GetAllocatedBytesForCurrentThread(), start = Stopwatch.GetTimestamp();
        for (int i = 0, next = 0; i < iterations; i++, next = next + 1 == _inputs.Length ? 0 : next + 1)
            Step(next);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return (seconds, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private void Step(int i)
    {
        if (_state.Steps == _places)
            _state.Reset();
        _network.Step(_inputs.AsSpan(i, 1), _state, _output);
    }
}
