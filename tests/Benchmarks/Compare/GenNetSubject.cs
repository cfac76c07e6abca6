using System;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;

namespace GenNet.Benchmarks.Compare;

/// <summary>Our side of a case.</summary>
internal sealed class GenNetSubject<TNet> : ISubject
    where TNet : class, INetwork<TNet, float>
{
    public const float LearningRate = 0.1f;

    private readonly Case _case;
    private readonly int _threads;
    private readonly float[] _inputs, _targets, _outputs;
    private readonly TNet _net = TNet.Create(1);
    private readonly Trainer<TNet, float> _trainer;

    public GenNetSubject(Case c, int threads)
    {
        _case = c;
        _threads = threads;
        (_inputs, _targets) = Rows.Random<TNet>(c.Batch);
        _outputs = new float[_targets.Length];
        _trainer = new Trainer<TNet, float>(_net, new Sgd<float>(LearningRate));
    }

    /// <summary>Writes weights, inputs and targets as raw little-endian floats, for the peers.</summary>
    public void WriteFiles(string folder)
    {
        TNet initial = TNet.Create(1);
        foreach (string name in TNet.Layout.Names)
            Write(name, TNet.Layout.Read<float>(initial.Parameters, name));
        Write("inputs", _inputs);
        Write("targets", _targets);

        void Write(string name, float[] values) => File.WriteAllBytes(Path.Combine(folder, name + ".f32"), MemoryMarshal.AsBytes<float>(values).ToArray());
    }

    public float[] Outputs()
    {
        TNet.Create(1).Forward(_inputs, _outputs);
        return _outputs;
    }

    public float[] Losses(int steps)
    {
        var trainer = new Trainer<TNet, float>(TNet.Create(1), new Sgd<float>(LearningRate));
        var losses = new float[steps];
        for (int i = 0; i < steps; i++)
            losses[i] = trainer.Step(_inputs, _targets);
        return losses;
    }

    public double Time(int times)
    {
        if (_case.Training && _threads > 1)
            return TimeFit(times);
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < times; i++)
        {
            if (_case.Training)
                _trainer.Step(_inputs, _targets);
            else
                _net.Forward(_inputs, _outputs);
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Threads belong to a fit: each epoch is one step on the whole data.</summary>
    private double TimeFit(int times)
    {
        var data = new Dataset<float>(_inputs, _targets, TNet.InputSize, TNet.OutputSize);
        return _trainer.Fit(data, new FitOptions<float> { Epochs = times, BatchSize = _case.Batch, Shuffle = false, Threads = _threads }).Elapsed.TotalSeconds;
    }
}
