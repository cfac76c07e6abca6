using System;
using BenchmarkDotNet.Attributes;
using GenNet.CompilerServices;

namespace GenNet.Benchmarks.Kernels;

/// <summary>The products of a dense layer, with the layout that the generator gives it.</summary>
[MemoryDiagnoser]
[Config(typeof(RateConfig))]
public class DenseBenchmarks
{
    private const int Line = 16;

    private AlignedBuffer<float> _x = new(0), _w = new(0), _b = new(0), _z = new(0), _dx = new(0), _dw = new(0), _db = new(0);

    [Params(1, 4, 32, 128)]
    public int Batch { get; set; }

    [Params("784 x 100", "100 x 10", "512 x 512", "54 x 96")]
    public string Shape { get; set; } = "1 x 1";

    private int Inputs => Sizes(Shape).Inputs;

    private int Outputs => Sizes(Shape).Outputs;

    private Rows<float> X => Rows(_x, Inputs);

    private Rows<float> W => Rows(_w, Outputs);

    private Rows<float> Z => Rows(_z, Outputs);

    [GlobalSetup]
    public void Setup()
    {
        _x = Drawn(Batch * Stride(Inputs));
        _w = Drawn(Inputs * Stride(Outputs));
        _b = Drawn(Stride(Outputs));
        _z = Drawn(Batch * Stride(Outputs));
        _dx = Drawn(Batch * Stride(Inputs));
        _dw = Drawn(Inputs * Stride(Outputs));
        _db = Drawn(Stride(Outputs));
    }

    [Benchmark]
    public void Forward() => Dense.Forward(Batch, X, W, Rows(_b, Outputs), Z);

    [Benchmark]
    public void InputGradient() => Dense.InputGradient(Batch, Z, W, Rows(_dx, Inputs));

    [Benchmark]
    public void ParameterGradients()
    {
        var all = new Share(0, 1, first: true);
        Dense.WeightGradient(Batch, X, Z, Rows(_dw, Outputs), all);
        Dense.BiasGradient(Batch, Z, Rows(_db, Outputs), all);
    }

    internal static (int Inputs, int Outputs) Sizes(string shape)
    {
        string[] sizes = shape.Split(" x ");
        return (int.Parse(sizes[0]), int.Parse(sizes[1]));
    }

    // Rows a multiple of four lines apart would evict each other, so the generator adds one.
    private static int Stride(int columns)
    {
        int lines = (columns + Line - 1) / Line;
        return (lines >= 8 && lines % 4 == 0 ? lines + 1 : lines) * Line;
    }

    private static Rows<float> Rows(AlignedBuffer<float> memory, int columns) => new(ref memory.Origin, columns, Stride(columns));

    private static AlignedBuffer<float> Drawn(int length)
    {
        var memory = new AlignedBuffer<float>(length);
        var random = new RandomStream(1);
        foreach (ref float value in memory.Span)
            value = random.NextSingle() - 0.5f;
        return memory;
    }
}
