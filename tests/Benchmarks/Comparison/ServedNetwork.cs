using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using GenNet.Benchmarks.Networks;

namespace GenNet.Benchmarks.Comparison;

/// <summary>GenNet's side of a case, as the others see it: what the requests of the comparison ask for.</summary>
internal interface IServedNetwork
{
    /// <summary>A case: the optimizer is SGD, or AdamW where it is named adamw.</summary>
    void Load(bool train, int batch, int batches, float rate, int threads, string? optimizer);

    float[] Outputs();

    double[] Losses(int steps);

    /// <summary>The seconds of a loop from the initial weights, and its iterations: those asked for, or a little more.</summary>
    (double Seconds, int Iterations) Measure(int iterations);
}

/// <inheritdoc cref="IServedNetwork"/>
internal sealed class ServedNetwork<TNet>(SampleData data, float[] weights) : IServedNetwork
    where TNet : class, INetwork<TNet, float>
{
    private readonly TNet _network = TNet.Create();
    private readonly float[] _outputs = new float[data.Inputs.Length / TNet.InputSize * TNet.OutputSize];
    private readonly int _inputSize = TNet.InputSize;
    private readonly int _outputSize = TNet.OutputSize;
    private readonly int _targetSize = TNet.TargetSize;
    private Func<Trainer<TNet>>? _newTrainer;
    private Trainer<TNet>? _trainer;
    private bool _train;
    private int _batch;
    private int _batches;
    private int _threads;

    public void Load(bool train, int batch, int batches, float rate, int threads, string? optimizer)
    {
        _train = train;
        _batch = batch;
        _batches = batches;
        _threads = threads;
        _newTrainer = () => new Trainer<TNet>(_network, optimizer == "adamw" ? new AdamW(rate) : new Sgd(rate));
        Reset();
    }

    /// <summary>The parameters of a new network, tensor after tensor in their dense shapes.</summary>
    public static float[] InitialWeights(int seed)
    {
        TNet network = TNet.Create(seed);
        var values = new List<float>();
        foreach (TensorInfo tensor in TNet.Layout.Tensors)
            values.AddRange(TNet.Layout.Read<float>((ReadOnlySpan<float>)network.Parameters, tensor.Name));
        return [.. values];
    }

    /// <summary>Gives a network the parameters that <see cref="InitialWeights"/> has.</summary>
    public static void Write(float[] weights, TNet network)
    {
        int start = 0;
        foreach (TensorInfo tensor in TNet.Layout.Tensors)
        {
            TNet.Layout.Write<float>(network.Parameters, tensor.Name, weights.AsSpan(start, tensor.Count));
            start += tensor.Count;
        }
    }

    public float[] Outputs()
    {
        Reset();
        for (int i = 0; i < _batches; i++)
            _network.Forward(Inputs(i), Output(i));
        return _outputs[..(_batches * _batch * _outputSize)];
    }

    public double[] Losses(int steps)
    {
        Reset();
        var losses = new double[steps + 1];
        if (_threads > 1)
        {
            FitSteps(steps, losses);
        }
        else
        {
            for (int i = 0; i < steps; i++)
                losses[i] = _trainer!.Step(Inputs(i % _batches), Targets(i % _batches));
        }

        losses[steps] = _network.Evaluate(Inputs(steps % _batches), Targets(steps % _batches));
        return losses;
    }

    public (double Seconds, int Iterations) Measure(int iterations)
    {
        Reset();
        if (!_train)
            return (MeasureForward(iterations), iterations);
        return _threads == 1 ? (MeasureSteps(iterations), iterations) : MeasureFit(iterations);
    }

    private double MeasureForward(int iterations)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0, next = 0; i < iterations; i++, next = next + 1 == _batches ? 0 : next + 1)
        {
            if (_threads == 1)
                _network.Forward(Inputs(next), Output(next));
            else
                _network.Forward(data.Inputs.AsMemory(next * _batch * _inputSize, _batch * _inputSize), _outputs.AsMemory(next * _batch * _outputSize, _batch * _outputSize), _threads);
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private double MeasureSteps(int iterations)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0, next = 0; i < iterations; i++, next = next + 1 == _batches ? 0 : next + 1)
            _trainer!.Step(Inputs(next), Targets(next));
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>
    /// Several threads work within a fit only: it goes through the batches as often as it takes. The clock starts after the first epoch,
    /// when its threads run and their memory has been touched, as it has been in the steps of one thread.
    /// </summary>
    private (double Seconds, int Iterations) MeasureFit(int iterations)
    {
        int epochs = (iterations - 1) / _batches + 1;
        long start = 0;
        _trainer!.Fit(Rows(), new FitOptions
        {
            Epochs = epochs + 1,
            BatchSize = _batch,
            Shuffle = false,
            Threads = _threads,
            OnEpoch = report => start = report.Epoch == 1 ? Stopwatch.GetTimestamp() : start,
        });
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, epochs * _batches);
    }

    private void FitSteps(int steps, double[] losses)
    {
        using var enough = new CancellationTokenSource();
        int step = 0;
        _trainer!.Fit(Rows(), new FitOptions
        {
            Epochs = steps,
            BatchSize = _batch,
            Shuffle = false,
            Threads = _threads,
            CancellationToken = enough.Token,
            OnBatch = report =>
            {
                losses[step++] = report.Loss;
                if (step == steps)
                    enough.Cancel();
            },
        });
    }

    /// <summary>The weights as they came, and an optimizer that has seen nothing.</summary>
    private void Reset()
    {
        _trainer = _newTrainer!();
        Write(weights, _network);
    }

    private Dataset<float> Rows() => new(
        data.Inputs.AsMemory(0, _batches * _batch * _inputSize), data.Targets.AsMemory(0, _batches * _batch * _targetSize),
        _inputSize, _targetSize);

    private ReadOnlySpan<float> Inputs(int i) => data.Inputs.AsSpan(i * _batch * _inputSize, _batch * _inputSize);

    private ReadOnlySpan<float> Targets(int i) => data.Targets.AsSpan(i * _batch * _targetSize, _batch * _targetSize);

    private Span<float> Output(int i) => _outputs.AsSpan(i * _batch * _outputSize, _batch * _outputSize);
}
