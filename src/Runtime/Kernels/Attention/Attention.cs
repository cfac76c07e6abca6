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
    /// <param name="lengths">[rows x 1], the steps that each sample has: behind them a is zero; none where all have all.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void Forward<T>(int rows, int steps, int heads, bool causal, Rows<T> qkv, Rows<T> a, Rows<T> l, Rows<T> scores, Rows<T> copies, Rows<T> lengths = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var shape = new AttentionShape(steps, heads, a.Columns, causal);
        if (Simd.Use512)
            AttentionForward<Lanes512<T>, T>.Run(rows, shape, qkv, a, l, scores, copies, lengths);
        else
            AttentionForward<LanesAny<T>, T>.Run(rows, shape, qkv, a, l, scores, copies, lengths);
    }

    /// <summary>The same where nothing is kept for the way back.</summary>
    public static void Forward<T>(int rows, int steps, int heads, bool causal, Rows<T> qkv, Rows<T> a, Rows<T> scores, Rows<T> copies)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Forward(rows, steps, heads, causal, qkv, a, l: default, scores, copies);

    /// <summary>
    /// A step of a causal attention: its k and v go behind those of the steps before, and a = p v with p = softmax(q k^T / sqrt(d)) over all so far. The time is
    /// proportional to their number.
    /// </summary>
    /// <param name="place">The number of the step, from 0.</param>
    /// <param name="heads">The heads, of as many neighbouring columns each.</param>
    /// <param name="qkv">[1 x 3 * width], in three pieces: query, key and value.</param>
    /// <param name="keys">[width x steps], as many as there may be: the keys of the steps before, a column each; that of this step is written.</param>
    /// <param name="values">[heads * steps x d]: the values of the steps before, head by head; that of this step is written.</param>
    /// <param name="a">[1 x width]; behind the columns nothing is written.</param>
    /// <param name="scores">Scratch, [heads x steps].</param>
    /// <param name="copy">Scratch, [d].</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void Step<T>(int place, int heads, Rows<T> qkv, Rows<T> keys, Rows<T> values, Rows<T> a, Rows<T> scores, Rows<T> copy)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var shape = new AttentionShape(keys.Columns, heads, a.Columns, causal: true);
        if (Simd.Use512)
            AttentionStep<Lanes512<T>, T>.Run(place, shape, qkv, keys, values, a, scores, copy);
        else
            AttentionStep<LanesAny<T>, T>.Run(place, shape, qkv, keys, values, a, scores, copy);
    }

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
    /// <param name="lengths">[rows x 1], the steps that each sample has: behind them dqkv is zero; none where all have all.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void InputGradient<T>(
        int rows, int steps, int heads, bool causal, Rows<T> da, Rows<T> qkv, Rows<T> a, Rows<T> l, Rows<T> dqkv, Rows<T> scores, Rows<T> copies, Rows<T> lengths = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var shape = new AttentionShape(steps, heads, a.Columns, causal);
        if (Simd.Use512)
            AttentionBackward<Lanes512<T>, T>.Run(rows, shape, da, qkv, a, l, dqkv, scores, copies, lengths);
        else
            AttentionBackward<LanesAny<T>, T>.Run(rows, shape, da, qkv, a, l, dqkv, scores, copies, lengths);
    }
}
