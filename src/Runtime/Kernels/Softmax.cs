using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GenNet.CompilerServices;

/// <summary>Softmax of rows, and its adjoint.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Softmax
{
    /// <summary>y = exp(z - max) / sum of exp(z - max): no exponential overflows, and the largest is 1.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="z">[rows x outputs], padded; it may be overwritten.</param>
    /// <param name="y">[rows x outputs], padded or not, and not z. Nothing is written behind the end of a row.</param>
    /// <typeparam name="T">float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Forward<T>(int rows, Rows<T> z, Rows<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Simd.Use512)
            SoftmaxRows<Lanes512<T>, T>.Forward(rows, z, y);
        else
            SoftmaxRows<LanesAny<T>, T>.Forward(rows, z, y);
    }

    /// <summary>dz = y (dy - sum of dy y): all [rows x outputs], padded or not; dz may be dy. Where it is padded, its padding is zero up to a whole line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Gradient<T>(int rows, Rows<T> y, Rows<T> dy, Rows<T> dz)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Simd.Use512)
            SoftmaxRows<Lanes512<T>, T>.Gradient(rows, y, dy, dz);
        else
            SoftmaxRows<LanesAny<T>, T>.Gradient(rows, y, dy, dz);
    }
}
