using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace GenNet.CompilerServices;

/// <summary>Which of the emitted versions of a network runs on this processor.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Simd
{
    /// <summary>
    /// Whether the 512-bit version runs: a constant for the JIT. Vector512.IsHardwareAccelerated is not the question, since it
    /// is false on processors that .NET lists as throttling, where these kernels are still much faster.
    /// </summary>
    public static bool Use512
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Avx512F.IsSupported;
    }
}
