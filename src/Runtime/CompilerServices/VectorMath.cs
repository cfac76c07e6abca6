using System.ComponentModel;

namespace GenNet.CompilerServices;

/// <summary>
/// The functions that emitted code calls and that <see cref="System.Numerics.Vector"/> lacks or has with other trade-offs.
/// </summary>
/// <remarks>
/// On one machine the result for a number has the same bits whichever overload computes it and wherever in a vector it stands.
/// On another machine it may differ in the last place, since a multiply-add rounds once there and twice here.
/// NaN gives NaN, and the odd functions keep the sign of zero. The errors are listed in docs/numerics.md.
/// The short ones are inlined into the caller's loop, where that is faster; the long ones are calls.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class VectorMath;
