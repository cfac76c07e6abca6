using System;
using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet.Benchmarks.Machine;

/// <summary>The machine, and what one of its cores can do at most. Measured, not looked up.</summary>
internal sealed record MachineLimits
{
    private const int Mega = 1024 * 1024;

    public string Processor { get; } = Machine.Processor.Name;

    public string Runtime { get; } = $".NET {Environment.Version}";

    public int VectorWidth { get; } = 32 * Vector<float>.Count;

    public bool Uses512 { get; } = Simd.Use512;

    public required Limit Portable { get; init; }

    public required Limit? Wide { get; init; }

    public required Limit SecondCache { get; init; }

    public required Limit ThirdCache { get; init; }

    public required Limit Memory { get; init; }

    public int SecondCacheSize { get; } = Machine.Processor.CacheSize(2, Mega);

    public int ThirdCacheSize { get; } = Machine.Processor.CacheSize(3, 8 * Mega);

    /// <summary>The peak at the width that GenNet's networks use here.</summary>
    public Limit Peak => Uses512 && Wide is not null ? Wide : Portable;

    public static MachineLimits Measure()
    {
        int second = Machine.Processor.CacheSize(2, Mega);
        int third = Machine.Processor.CacheSize(3, 8 * Mega);
        return new MachineLimits
        {
            Portable = FmaPeak.Portable(),
            Wide = FmaPeak.Wide(),

            // Half a cache: the other half is for the rest of the program, and for neighbours.
            SecondCache = ReadBandwidth.Measure("L2 read", second / 2),
            ThirdCache = ReadBandwidth.Measure("L3 read", Math.Max(third / 4, 2 * second)),
            Memory = ReadBandwidth.Measure("memory read", Math.Max(4 * third, 128 * Mega)),
        };
    }

    /// <summary>Of each limit the better measurement.</summary>
    public MachineLimits Best(MachineLimits other) => this with
    {
        Portable = Portable.Best(other.Portable),
        Wide = other.Wide is null ? Wide : Wide?.Best(other.Wide),
        SecondCache = SecondCache.Best(other.SecondCache),
        ThirdCache = ThirdCache.Best(other.ThirdCache),
        Memory = Memory.Best(other.Memory),
    };

    /// <summary>The read bandwidth of the place where so many bytes stay.</summary>
    public Limit ReadRate(long bytes) => bytes <= SecondCacheSize ? SecondCache : bytes <= ThirdCacheSize ? ThirdCache : Memory;
}
