using System;
using System.IO;
using System.Runtime.InteropServices;

namespace GenNet.Benchmarks.Comparison;

/// <summary>Raw little-endian floats, which every program can read.</summary>
internal static class FloatFile
{
    public static void Write(string path, ReadOnlySpan<float> values)
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("The comparison exchanges little-endian floats.");
        using FileStream file = File.Create(path);
        file.Write(MemoryMarshal.AsBytes(values));
    }

    public static float[] Read(string path) => MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(path)).ToArray();
}
