using System;
using System.Numerics;
using BenchmarkDotNet.Attributes;
using GenNet.CompilerServices;

namespace GenNet.Benchmarks.Kernels;

/// <summary>The vector functions over 4,096 numbers, beside the framework's where it has one.</summary>
public class FunctionBenchmarks
{
    private readonly float[] _x = new float[4096], _y = new float[4096];

    /// <summary>Numbers from -8 to 8.</summary>
    [GlobalSetup]
    public void Setup()
    {
        for (int i = 0; i < _x.Length; i++)
            _x[i] = (i - 2048) / 256f;
    }

    /// <summary>The framework's exp.</summary>
    [Benchmark(Baseline = true)]
    public void FrameworkExp() => Each(Vector.Exp);

    /// <summary>Our exp.</summary>
    [Benchmark]
    public void Exp() => Each(VectorMath.Exp);

    /// <summary>Our sigmoid.</summary>
    [Benchmark]
    public void Sigmoid() => Each(VectorMath.Sigmoid);

    /// <summary>Our tanh.</summary>
    [Benchmark]
    public void Tanh() => Each(VectorMath.Tanh);

    /// <summary>Our erf.</summary>
    [Benchmark]
    public void Erf() => Each(VectorMath.Erf);

    private void Each(Func<Vector<float>, Vector<float>> function)
    {
        for (int i = 0; i < _x.Length; i += Vector<float>.Count)
            function(Vector.LoadUnsafe(ref _x[i])).StoreUnsafe(ref _y[i]);
    }
}
