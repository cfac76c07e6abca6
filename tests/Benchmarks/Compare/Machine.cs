using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GenNet.Benchmarks.Compare;

/// <summary>What this processor can do at most, measured.</summary>
internal static class Machine
{
    private const int Repetitions = 2_000_000;

    public static string Describe() =>
        $"{Processor()}, {RuntimeInformation.FrameworkDescription}, Vector<float> of {Vector<float>.Count}, "
        + $"{(CompilerServices.Simd.Use512 ? "512-bit kernels" : "Vector<T> kernels")}";

    /// <summary>Multiply-adds in registers, best of several runs, in GFLOP/s.</summary>
    public static double PeakGigaflops() => Best(CompilerServices.Simd.Use512 ? Peak512 : PeakVector);

    /// <summary>Reading 256 KB again and again, which the second-level cache holds, in GB/s.</summary>
    public static double CacheBandwidth()
    {
        var data = new AlignedBuffer<float>(64 * 1024);
        return Best(() =>
        {
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < 200; i++)
                Read(data.Span);
            return 200.0 * 4 * data.Length / Stopwatch.GetElapsedTime(start).TotalSeconds / 1e9;
        });
    }

    private static double Best(Func<double> measure) => Enumerable.Range(0, 12).Max(_ => measure());

    private static string Processor()
    {
        const string Info = "/proc/cpuinfo";
        return File.Exists(Info)
            ? File.ReadLines(Info).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown processor"
            : RuntimeInformation.ProcessArchitecture.ToString();
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static float Read(ReadOnlySpan<float> data)
    {
        ref float at = ref MemoryMarshal.GetReference(data);
        Vector512<float> a = default, b = default, c = default, d = default;
        for (nuint i = 0; i < (nuint)data.Length; i += 64)
        {
            a += Vector512.LoadUnsafe(ref at, i);
            b += Vector512.LoadUnsafe(ref at, i + 16);
            c += Vector512.LoadUnsafe(ref at, i + 32);
            d += Vector512.LoadUnsafe(ref at, i + 48);
        }

        return Vector512.Sum(a + b + c + d);
    }

    private static double Peak512()
    {
        long start = Stopwatch.GetTimestamp();
        Sums512(Vector512.Create(0.5f), Vector512.Create(1f));
        return Gigaflops(start, 16);
    }

    private static double PeakVector()
    {
        long start = Stopwatch.GetTimestamp();
        SumsVector(Vector.Create(0.5f), Vector.Create(1f));
        return Gigaflops(start, Vector<float>.Count);
    }

    private static double Gigaflops(long start, int lanes) =>
        2.0 * 12 * lanes * Repetitions / Stopwatch.GetElapsedTime(start).TotalSeconds / 1e9;

    /// <summary>Twelve independent sums: enough to hide the latency of a multiply-add on two ports.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector512<float> Sums512(Vector512<float> x, Vector512<float> y)
    {
        Vector512<float> a = y, b = y, c = y, d = y, e = y, f = y, g = y, h = y, i = y, j = y, k = y, l = y;
        for (int n = 0; n < Repetitions; n++)
        {
            a = Vector512.MultiplyAddEstimate(a, x, y); b = Vector512.MultiplyAddEstimate(b, x, y); c = Vector512.MultiplyAddEstimate(c, x, y);
            d = Vector512.MultiplyAddEstimate(d, x, y); e = Vector512.MultiplyAddEstimate(e, x, y); f = Vector512.MultiplyAddEstimate(f, x, y);
            g = Vector512.MultiplyAddEstimate(g, x, y); h = Vector512.MultiplyAddEstimate(h, x, y); i = Vector512.MultiplyAddEstimate(i, x, y);
            j = Vector512.MultiplyAddEstimate(j, x, y); k = Vector512.MultiplyAddEstimate(k, x, y); l = Vector512.MultiplyAddEstimate(l, x, y);
        }

        return a + b + c + d + e + f + g + h + i + j + k + l;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector<float> SumsVector(Vector<float> x, Vector<float> y)
    {
        Vector<float> a = y, b = y, c = y, d = y, e = y, f = y, g = y, h = y, i = y, j = y, k = y, l = y;
        for (int n = 0; n < Repetitions; n++)
        {
            a = Vector.MultiplyAddEstimate(a, x, y); b = Vector.MultiplyAddEstimate(b, x, y); c = Vector.MultiplyAddEstimate(c, x, y);
            d = Vector.MultiplyAddEstimate(d, x, y); e = Vector.MultiplyAddEstimate(e, x, y); f = Vector.MultiplyAddEstimate(f, x, y);
            g = Vector.MultiplyAddEstimate(g, x, y); h = Vector.MultiplyAddEstimate(h, x, y); i = Vector.MultiplyAddEstimate(i, x, y);
            j = Vector.MultiplyAddEstimate(j, x, y); k = Vector.MultiplyAddEstimate(k, x, y); l = Vector.MultiplyAddEstimate(l, x, y);
        }

        return a + b + c + d + e + f + g + h + i + j + k + l;
    }
}
