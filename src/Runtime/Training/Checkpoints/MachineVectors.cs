using System.Numerics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>What of a machine takes part in the last places of a result: the width of its vectors, by which sums are split, and how a multiply-add rounds.</summary>
internal static class MachineVectors
{
    /// <summary>In words: <c>256 bits</c>.</summary>
    public static string Text { get; } =
        ScheduleSettings.Text($"{(Simd.Use512 ? 512 : 8 * Vector<byte>.Count)} bits{(Fma.IsSupported || AdvSimd.IsSupported ? "" : " without fused multiply-add")}");
}
