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
}
