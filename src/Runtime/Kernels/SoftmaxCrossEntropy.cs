using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GenNet.CompilerServices;

/// <summary>The cross-entropy of the softmax of rows, which are the logits.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SoftmaxCrossEntropy
{
    /// <summary>The sum over the rows of -sum of d log y, where log y = z - max - log(sum of exp(z - max)); and dz = scale (sum(d) y - d), which is y - d for a distribution d.</summary>
    /// <remarks>A target of zero costs nothing, however far below the largest its logit is.</remarks>
    /// <param name="rows">The samples.</param>
    /// <param name="scale">The factor of the gradient.</param>
    /// <param name="z">[rows x outputs], padded.</param>
    /// <param name="d">[rows x outputs], padded or not.</param>
    /// <param name="dz">[rows x outputs], padded; its padding becomes zero. It may be z.</param>
    /// <typeparam name="T">float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Loss<T>(int rows, T scale, Rows<T> z, Rows<T> d, Rows<T> dz)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Simd.Use512
            ? CrossEntropyRows<Lanes512<T>, T>.Loss(rows, scale, z, d, dz)
            : CrossEntropyRows<LanesAny<T>, T>.Loss(rows, scale, z, d, dz);

    /// <summary>The same of classes that are given by their numbers: the sum over the rows of -log y of the class, and dz = scale (y - 1 where it is the class). A row whose
    /// number is below 0 costs nothing and has no gradient.</summary>
    /// <param name="rows">The samples, or their steps.</param>
    /// <param name="scale">The factor of the gradient.</param>
    /// <param name="z">[rows x outputs], padded.</param>
    /// <param name="d">[rows x 1].</param>
    /// <param name="dz">[rows x outputs], padded; its padding becomes zero. It may be z.</param>
    /// <typeparam name="T">float or double.</typeparam>
    /// <exception cref="ArgumentException">A number is that of no class.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double LossOfClasses<T>(int rows, T scale, Rows<T> z, Rows<T> d, Rows<T> dz)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Simd.Use512
            ? ClassCrossEntropyRows<Lanes512<T>, T>.Loss(rows, scale, z, d, dz)
            : ClassCrossEntropyRows<LanesAny<T>, T>.Loss(rows, scale, z, d, dz);

    /// <summary>How many rows have a class; at least 1, as it is to be divided by.</summary>
    /// <param name="targets">The numbers of classes; there is none where they are below 0.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static int CountClasses<T>(ReadOnlySpan<T> targets)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int count = 0;
        foreach (T target in targets)
            count += target < T.Zero ? 0 : 1;
        return Math.Max(1, count);
    }
}
