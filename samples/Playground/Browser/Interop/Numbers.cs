using System;
using System.Runtime.InteropServices;

namespace Playground.Browser;

/// <summary>
/// Numbers on their way to and from JavaScript. The interop has byte arrays but none of float, so a page's Float32Array travels as its bytes.
/// </summary>
internal static class Numbers
{
    public static ReadOnlySpan<float> Read(byte[] bytes) => MemoryMarshal.Cast<byte, float>(bytes);

    public static byte[] Write(ReadOnlySpan<float> numbers) => MemoryMarshal.AsBytes(numbers).ToArray();
}
