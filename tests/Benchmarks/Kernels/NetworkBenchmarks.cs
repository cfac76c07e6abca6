using BenchmarkDotNet.Attributes;
using GenNet.Benchmarks.Networks;

namespace GenNet.Benchmarks.Kernels;

/// <summary>The passes of a whole network, and a training step.</summary>
[MemoryDiagnoser]
[GenericTypeArguments(typeof(XorNet))]
[GenericTypeArguments(typeof(ControlNet))]
[GenericTypeArguments(typeof(DigitNet))]
[GenericTypeArguments(typeof(WideNet))]
[GenericTypeArguments(typeof(LargeNet))]
public class NetworkBenchmarks<TNet>
    where TNet : class, INetwork<TNet, float>
{
    private readonly TNet _network = TNet.Create(seed: 1);
    private float[] _inputs = [];
    private float[] _targets = [];
    private float[] _outputs = [];
    private AlignedBuffer<float> _gradients = new(0);
    private Trainer<TNet>? _trainer;

    [Params(1, 4, 32, 128, 1024)]
    public int Batch { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        (_inputs, _targets) = SampleData.Draw(Batch, TNet.InputSize, TNet.OutputSize);
        _outputs = new float[Batch * TNet.OutputSize];
        _gradients = new AlignedBuffer<float>(_network.Parameters.Length);
        _trainer = new Trainer<TNet>(_network, new Sgd(1e-3f));
    }

    [Benchmark]
    public void Forward() => _network.Forward(_inputs, _outputs);

    [Benchmark]
    public float Backward() => _network.Backward(_inputs, _targets, _gradients.Span);

    [Benchmark]
    public float Step() => _trainer!.Step(_inputs, _targets);
}
