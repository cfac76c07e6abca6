using System;
using BenchmarkDotNet.Attributes;

namespace GenNet.Benchmarks.Kernels;

/// <summary>Forward, backward and a whole step of each network; allocation must be zero.</summary>
[MemoryDiagnoser]
[GenericTypeArguments(typeof(Net2x2x1))]
[GenericTypeArguments(typeof(Net4x32x16x4))]
[GenericTypeArguments(typeof(Net784x100x10))]
[GenericTypeArguments(typeof(Net784x512x512x10))]
public class NetworkBenchmarks<TNet>
    where TNet : class, INetwork<TNet, float>
{
    private TNet _net = null!;
    private Trainer<TNet, float> _trainer = null!;
    private float[] _inputs = [], _targets = [], _outputs = [], _gradients = [];

    /// <summary>Rows of a batch.</summary>
    [Params(1, 32, 128)]
    public int Batch { get; set; }

    /// <summary>Draws the network and a batch.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _net = TNet.Create(1);
        _trainer = new Trainer<TNet, float>(_net, new Sgd<float>(0.01f));
        (_inputs, _targets) = Rows.Random<TNet>(Batch);
        _outputs = new float[_targets.Length];
        _gradients = new float[_net.Parameters.Length];
    }

    /// <summary>Inference.</summary>
    [Benchmark]
    public void Forward() => _net.Forward(_inputs, _outputs);

    /// <summary>Loss and gradient.</summary>
    [Benchmark]
    public float Backward() => _net.Backward(_inputs, _targets, _gradients);

    /// <summary>Loss, gradient and update.</summary>
    [Benchmark]
    public float Step() => _trainer.Step(_inputs, _targets);
}
