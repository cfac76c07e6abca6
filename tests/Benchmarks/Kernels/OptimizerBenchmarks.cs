using BenchmarkDotNet.Attributes;

namespace GenNet.Benchmarks.Kernels;

/// <summary>One update of parameters that fit into L1, into L2, and into neither.</summary>
[MemoryDiagnoser]
public class OptimizerBenchmarks
{
    private readonly Sgd _sgd = new(1e-3f);
    private readonly Adam _adam = new();
    private AlignedBuffer<float> _parameters = new(0);
    private AlignedBuffer<float> _gradients = new(0);

    [Params(1_024, 65_536, 4_194_304)]
    public int Parameters { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _parameters = new AlignedBuffer<float>(Parameters);
        _gradients = new AlignedBuffer<float>(Parameters);
        var random = new RandomStream(1);
        foreach (ref float gradient in _gradients.Span)
            gradient = random.NextSingle() - 0.5f;
    }

    [Benchmark]
    public void Sgd() => _sgd.Update(_parameters.Span, _gradients.Span);

    [Benchmark]
    public void Adam() => _adam.Update(_parameters.Span, _gradients.Span);
}
