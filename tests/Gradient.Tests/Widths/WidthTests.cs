using System;
using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet.Gradient.Tests.Widths;

/// <summary>
/// A process has one width of vectors, the widest of its processor; the others are tested by running this project again with
/// <c>DOTNET_EnableAVX512=0</c> and <c>DOTNET_EnableAVX2=0</c>. Here: whether that narrows the vectors, as it is meant to.
/// </summary>
public class WidthTests
{
    [Fact]
    public void Without_AVX512_the_portable_code_runs()
    {
        Assert.SkipUnless(IsOff("DOTNET_EnableAVX512"), "Meant for a run with DOTNET_EnableAVX512=0.");
        Assert.False(Simd.Use512);
    }

    [Fact]
    public void Without_AVX2_vectors_have_128_bits()
    {
        Assert.SkipUnless(IsOff("DOTNET_EnableAVX2"), "Meant for a run with DOTNET_EnableAVX2=0.");
        Assert.False(Simd.Use512);
        Assert.Equal(16, Vector<byte>.Count);
    }

    private static bool IsOff(string instructions) => Environment.GetEnvironmentVariable(instructions) == "0";
}
