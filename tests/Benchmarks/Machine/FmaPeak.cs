using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GenNet.Benchmarks.Machine;

/// <summary>
/// The multiply-adds that a core can do in a second: nothing but independent ones, all in registers. Twelve accumulators
/// hide the latency (at most 5 cycles, two a cycle) and leave registers for the factors.
/// </summary>
internal static class FmaPeak
{
    private const int Accumulators = 12;
    private const float Factor = 1e-3f;

    // Keeps the results alive.
    private static float s_sink;

    /// <summary>With vectors of the portable width.</summary>
    public static Limit Portable()
    {
        double operations = 2.0 * Accumulators * Vector<float>.Count;
        return new Limit($"FMA peak, {32 * Vector<float>.Count}-bit", BestRate.Of(n => s_sink = PortableLoop(n), operations));
    }

    /// <summary>With 512-bit vectors, or null where the processor has none.</summary>
    public static Limit? Wide()
    {
        double operations = 2.0 * Accumulators * Vector512<float>.Count;
        return Avx512F.IsSupported ? new Limit("FMA peak, 512-bit", BestRate.Of(n => s_sink = WideLoop(n), operations)) : null;
    }

    /// <summary>The loop at the portable width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float PortableLoop(int iterations)
    {
        Vector<float> x = Vector.Create(Factor);
        Vector<float> y = Vector.Create(Factor);
        Vector<float> s0 = x, s1 = x, s2 = x, s3 = x, s4 = x, s5 = x;
        Vector<float> s6 = x, s7 = x, s8 = x, s9 = x, s10 = x, s11 = x;
        for (int i = 0; i < iterations; i++)
        {
            s0 = Vector.MultiplyAddEstimate(x, y, s0);
            s1 = Vector.MultiplyAddEstimate(x, y, s1);
            s2 = Vector.MultiplyAddEstimate(x, y, s2);
            s3 = Vector.MultiplyAddEstimate(x, y, s3);
            s4 = Vector.MultiplyAddEstimate(x, y, s4);
            s5 = Vector.MultiplyAddEstimate(x, y, s5);
            s6 = Vector.MultiplyAddEstimate(x, y, s6);
            s7 = Vector.MultiplyAddEstimate(x, y, s7);
            s8 = Vector.MultiplyAddEstimate(x, y, s8);
            s9 = Vector.MultiplyAddEstimate(x, y, s9);
            s10 = Vector.MultiplyAddEstimate(x, y, s10);
            s11 = Vector.MultiplyAddEstimate(x, y, s11);
        }

        return Vector.Sum(s0 + s1 + s2 + s3 + s4 + s5
            + s6 + s7 + s8 + s9 + s10 + s11);
    }

    /// <summary>The loop at 512 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float WideLoop(int iterations)
    {
        Vector512<float> x = Vector512.Create(Factor);
        Vector512<float> y = Vector512.Create(Factor);
        Vector512<float> s0 = x, s1 = x, s2 = x, s3 = x, s4 = x, s5 = x;
        Vector512<float> s6 = x, s7 = x, s8 = x, s9 = x, s10 = x, s11 = x;
        for (int i = 0; i < iterations; i++)
        {
            s0 = Avx512F.FusedMultiplyAdd(x, y, s0);
            s1 = Avx512F.FusedMultiplyAdd(x, y, s1);
            s2 = Avx512F.FusedMultiplyAdd(x, y, s2);
            s3 = Avx512F.FusedMultiplyAdd(x, y, s3);
            s4 = Avx512F.FusedMultiplyAdd(x, y, s4);
            s5 = Avx512F.FusedMultiplyAdd(x, y, s5);
            s6 = Avx512F.FusedMultiplyAdd(x, y, s6);
            s7 = Avx512F.FusedMultiplyAdd(x, y, s7);
            s8 = Avx512F.FusedMultiplyAdd(x, y, s8);
            s9 = Avx512F.FusedMultiplyAdd(x, y, s9);
            s10 = Avx512F.FusedMultiplyAdd(x, y, s10);
            s11 = Avx512F.FusedMultiplyAdd(x, y, s11);
        }

        return Vector512.Sum(s0 + s1 + s2 + s3 + s4 + s5
            + s6 + s7 + s8 + s9 + s10 + s11);
    }
}
