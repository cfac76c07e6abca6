using System.ComponentModel;
using System.Numerics;

namespace GenNet.CompilerServices;

/// <summary>
/// Scaled dot-product attention within each sample (Vaswani et al., "Attention is all you need", 2017): of every head, with its d columns of queries q, keys k and
/// values v, p = softmax(q k^T / sqrt(d)) and a = p v.
/// </summary>
/// <remarks>
/// <para>No matrix of steps x steps is kept: forward leaves l = log of the sum of exp(q k^T / sqrt(d)) of each head and step, and the way back computes
/// p = exp(q k^T / sqrt(d) - l) once more, a block of queries at a time.</para>
/// <para>Where attention is causal, a step sees itself and those before it: p is zero elsewhere. Whatever stands in padding counts in no result.</para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Attention
{
    /// <summary>a = p v with p = softmax(q k^T / sqrt(d)), less the largest score of each row in both: no exponential overflows; l = log of the sum of exp(q k^T / sqrt(d)).</summary>
    /// <param name="rows">The samples.</param>
    /// <param name="steps">The steps of a sample.</param>
    /// <param name="heads">The heads, of as many neighbouring columns each.</param>
    /// <param name="causal">Whether a step sees itself and those before it only.</param>
    /// <param name="qkv">[rows * steps x 3 * width], in three pieces: queries, keys and values.</param>
    /// <param name="a">[rows * steps x width]; behind the columns nothing is written.</param>
    /// <param name="l">[rows * heads x steps].</param>
    /// <param name="scores">Scratch, [d + 25 x steps].</param>
    /// <param name="copies">Scratch, [steps + 24 x d].</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void Forward<T>(int rows, int steps, int heads, bool causal, Rows<T> qkv, Rows<T> a, Rows<T> l, Rows<T> scores, Rows<T> copies)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var shape = new AttentionShape(steps, heads, a.Columns, causal);
        if (Simd.Use512)
            AttentionForward<Lanes512<T>, T>.Run(rows, shape, qkv, a, l, scores, copies);
        else
            AttentionForward<LanesAny<T>, T>.Run(rows, shape, qkv, a, l, scores, copies);
    }

    /// <summary>The same where nothing is kept for the way back.</summary>
    public static void Forward<T>(int rows, int steps, int heads, bool causal, Rows<T> qkv, Rows<T> a, Rows<T> scores, Rows<T> copies)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Forward(rows, steps, heads, causal, qkv, a, default, scores, copies);

    /// <summary>
    /// dv = p^T da, dp = da v^T, ds = p (dp - D) with D = the sum of da a of each step, dq = ds k / sqrt(d), dk = ds^T q / sqrt(d), with p = exp(q k^T / sqrt(d) - l).
    /// </summary>
    /// <param name="rows">The samples.</param>
    /// <param name="steps">The steps of a sample.</param>
    /// <param name="heads">The heads.</param>
    /// <param name="causal">Whether a step sees itself and those before it only.</param>
    /// <param name="da">[rows * steps x width].</param>
    /// <param name="qkv">[rows * steps x 3 * width].</param>
    /// <param name="a">[rows * steps x width].</param>
    /// <param name="l">[rows * heads x steps].</param>
    /// <param name="dqkv">[rows * steps x 3 * width]: dq, dk and dv; the padding behind each is zero.</param>
    /// <param name="scores">Scratch, [2 d + 48 x steps].</param>
    /// <param name="copies">Scratch, [3 steps + 72 x d].</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void InputGradient<T>(
        int rows, int steps, int heads, bool causal, Rows<T> da, Rows<T> qkv, Rows<T> a, Rows<T> l, Rows<T> dqkv, Rows<T> scores, Rows<T> copies)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var shape = new AttentionShape(steps, heads, a.Columns, causal);
        if (Simd.Use512)
            AttentionBackward<Lanes512<T>, T>.Run(rows, shape, da, qkv, a, l, dqkv, scores, copies);
        else
            AttentionBackward<LanesAny<T>, T>.Run(rows, shape, da, qkv, a, l, dqkv, scores, copies);
    }
}
