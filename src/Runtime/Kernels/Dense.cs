using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GenNet.CompilerServices;

/// <summary>The products of a dense layer. Rows are samples; all but the caller's rows are padded to cache lines and start at one.</summary>
/// <remarks>
/// Whatever stands in the padding of parameters, NaN too, counts in no result and in no gradient. Padding of gradients is zero
/// before and after.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Dense
{
    /// <summary>z = x W + b: x is [rows x inputs], W is [inputs x outputs], b is [outputs], z is [rows x outputs].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Forward<T>(int rows, Rows<T> x, Rows<T> W, Rows<T> b, Rows<T> z)
        where T : unmanaged
    {
        if (Simd.Use512)
            ForwardProduct<Lanes512<T>, T>.Run(rows, x, W, b, z);
        else
            ForwardProduct<LanesAny<T>, T>.Run(rows, x, W, b, z);
    }

    /// <summary>z = x W: x is [rows x inputs], W is [inputs x outputs], z is [rows x outputs].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Forward<T>(int rows, Rows<T> x, Rows<T> W, Rows<T> z)
        where T : unmanaged
        => Forward(rows, x, W, default, z);

    /// <summary>z = s (x W) + t: x is [rows x inputs], W is [inputs x outputs], s and t are [outputs], z is [rows x outputs]. Normalisation by running statistics is folded in, while the rows are in the cache.</summary>
    public static void Forward<T>(int rows, Rows<T> x, Rows<T> W, Rows<T> s, Rows<T> t, Rows<T> z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Forward(rows, x, W, z);
        BatchNorm.ScaleAndShift(rows, z, s, t, z, plane: 1);
    }

    /// <summary>dx = dz W^T: dz is [rows x outputs], W is [inputs x outputs], dx is [rows x inputs].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void InputGradient<T>(int rows, Rows<T> dz, Rows<T> W, Rows<T> dx)
        where T : unmanaged
        => InputGradient(rows, dz, W, dx, dz.Columns, dz.Columns);

    /// <summary>dx = dz W^T, where the columns of dz and W stand in pieces with padding behind each.</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="dz">[rows x outputs].</param>
    /// <param name="W">[inputs x outputs].</param>
    /// <param name="dx">[rows x inputs].</param>
    /// <param name="piece">The columns of a piece with its padding.</param>
    /// <param name="used">Those that mean something.</param>
    /// <typeparam name="T">float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void InputGradient<T>(int rows, Rows<T> dz, Rows<T> W, Rows<T> dx, int piece, int used)
        where T : unmanaged
    {
        if (Simd.Use512)
            TransposedProduct<Lanes512<T>, T>.Run(rows, dz, W, dx, piece, used);
        else
            TransposedProduct<LanesAny<T>, T>.Run(rows, dz, W, dx, piece, used);
    }

    /// <summary>dW += x^T dz, or dW = x^T dz, in its share of the rows of dW: x is [rows x inputs], dz is [rows x outputs], dW is [inputs x outputs].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WeightGradient<T>(int rows, Rows<T> x, Rows<T> dz, Rows<T> dW, Share share)
        where T : unmanaged
    {
        if (Simd.Use512)
            GradientProduct<Lanes512<T>, T>.Run(rows, x, dz, dW, share);
        else
            GradientProduct<LanesAny<T>, T>.Run(rows, x, dz, dW, share);
    }

    /// <summary>db += the sum of the rows of dz, or db = that sum, which the first part computes: dz is [rows x outputs], db is [outputs].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void BiasGradient<T>(int rows, Rows<T> dz, Rows<T> db, Share share)
        where T : unmanaged
    {
        if (Simd.Use512)
            ColumnSums<Lanes512<T>, T>.Run(rows, dz, db, share);
        else
            ColumnSums<LanesAny<T>, T>.Run(rows, dz, db, share);
    }
}
