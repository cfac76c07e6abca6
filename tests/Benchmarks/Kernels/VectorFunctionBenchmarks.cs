using System;
using System.Numerics;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using GenNet.CompilerServices;

namespace GenNet.Benchmarks.Kernels;

/// <summary>A function over 4,096 numbers in L1: divide the time by 4,096 for the cost of one.</summary>
[MemoryDiagnoser]
[GenericTypeArguments(typeof(Exp))]
[GenericTypeArguments(typeof(FrameworkExp))]
[GenericTypeArguments(typeof(Expm1))]
[GenericTypeArguments(typeof(Log))]
[GenericTypeArguments(typeof(FrameworkLog))]
[GenericTypeArguments(typeof(Log1p))]
[GenericTypeArguments(typeof(Tanh))]
[GenericTypeArguments(typeof(Sigmoid))]
[GenericTypeArguments(typeof(Softplus))]
[GenericTypeArguments(typeof(Erf))]
public class VectorFunctionBenchmarks<TFunction>
    where TFunction : struct, IVectorFunction
{
    private const int Count = 4096;

    private readonly AlignedBuffer<float> _x = new(Count);
    private readonly AlignedBuffer<float> _y = new(Count);

    [GlobalSetup]
    public void Setup()
    {
        // Positive, so that logarithms have work to do too, and as wide as activations get.
        var random = new RandomStream(1);
        foreach (ref float x in _x.Span)
            x = 8 * random.NextSingle() + 1e-3f;
    }

    [Benchmark]
    public void Portable()
    {
        ref float x = ref _x.Origin;
        ref float y = ref _y.Origin;
        for (int i = 0; i < Count; i += Vector<float>.Count)
            TFunction.Apply(Vector.LoadUnsafe(ref x, (nuint)i)).StoreUnsafe(ref y, (nuint)i);
    }

    [Benchmark]
    public void Wide()
    {
        if (!Simd.Use512)
            throw new NotSupportedException("This processor has no 512-bit vectors.");
        ref float x = ref _x.Origin;
        ref float y = ref _y.Origin;
        for (int i = 0; i < Count; i += Vector512<float>.Count)
            TFunction.Apply(Vector512.LoadUnsafe(ref x, (nuint)i)).StoreUnsafe(ref y, (nuint)i);
    }
}
