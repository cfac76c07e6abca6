using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GenNet.Benchmarks.Machine;

/// <summary>The bytes that a core can read in a second, over and over from a buffer of a given size: a sum of its numbers.</summary>
internal static class ReadBandwidth
{
    // Keeps the results alive.
    private static float s_sink;

    /// <param name="name">What the buffer is sized to fit.</param>
    /// <param name="bytes">The size of the buffer.</param>
    public static Limit Measure(string name, int bytes)
    {
        var buffer = new AlignedBuffer<float>(bytes / sizeof(float) / 64 * 64);
        buffer.Span.Fill(1e-3f);
        double rate = BestRate.Of(passes => s_sink = Read(buffer, passes), sizeof(float) * (double)buffer.Length);
        return new Limit(name, rate);
    }

    private static float Read(AlignedBuffer<float> buffer, int passes) => Avx512F.IsSupported
        ? WideLoop(ref buffer.Origin, buffer.Length, passes)
        : PortableLoop(ref buffer.Origin, buffer.Length, passes);

    /// <summary>The loop at the portable width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float PortableLoop(ref float first, int length, int passes)
    {
        Vector<float> s0 = default, s1 = default, s2 = default, s3 = default;
        for (int pass = 0; pass < passes; pass++)
        {
            ref float x = ref first;
            for (int i = 0; i < length; i += 4 * Vector<float>.Count)
            {
                s0 = Vector.Add(s0, Vector.LoadUnsafe(ref x, (nuint)(0 * Vector<float>.Count)));
                s1 = Vector.Add(s1, Vector.LoadUnsafe(ref x, (nuint)(1 * Vector<float>.Count)));
                s2 = Vector.Add(s2, Vector.LoadUnsafe(ref x, (nuint)(2 * Vector<float>.Count)));
                s3 = Vector.Add(s3, Vector.LoadUnsafe(ref x, (nuint)(3 * Vector<float>.Count)));
                x = ref Unsafe.Add(ref x, 4 * Vector<float>.Count);
            }
        }

        return Vector.Sum(s0 + s1 + s2 + s3);
    }

    /// <summary>The loop at 512 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float WideLoop(ref float first, int length, int passes)
    {
        Vector512<float> s0 = default, s1 = default, s2 = default, s3 = default;
        for (int pass = 0; pass < passes; pass++)
        {
            ref float x = ref first;
            for (int i = 0; i < length; i += 4 * Vector512<float>.Count)
            {
                s0 = Avx512F.Add(s0, Vector512.LoadUnsafe(ref x, (nuint)(0 * Vector512<float>.Count)));
                s1 = Avx512F.Add(s1, Vector512.LoadUnsafe(ref x, (nuint)(1 * Vector512<float>.Count)));
                s2 = Avx512F.Add(s2, Vector512.LoadUnsafe(ref x, (nuint)(2 * Vector512<float>.Count)));
                s3 = Avx512F.Add(s3, Vector512.LoadUnsafe(ref x, (nuint)(3 * Vector512<float>.Count)));
                x = ref Unsafe.Add(ref x, 4 * Vector512<float>.Count);
            }
        }

        return Vector512.Sum(s0 + s1 + s2 + s3);
    }
}
