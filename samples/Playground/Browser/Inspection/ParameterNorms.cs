using System;
using System.Numerics;
using System.Runtime.InteropServices;
using GenNet;

namespace Playground.Browser;

/// <summary>The Euclidean norms of the tensors of a network, or of their gradients.</summary>
internal static class ParameterNorms
{
    /// <summary>One for each tensor, in the order of the layout.</summary>
    /// <param name="layout">Where they stand.</param>
    /// <param name="buffer">Parameters or gradients; their padding is zero.</param>
    public static float[] Of(Layout layout, ReadOnlySpan<float> buffer)
    {
        var norms = new float[layout.Tensors.Length];
        for (int i = 0; i < norms.Length; i++)
        {
            int end = i + 1 < norms.Length ? layout.Tensors[i + 1].Offset : layout.Length;
            norms[i] = MathF.Sqrt(SumOfSquares(buffer[layout.Tensors[i].Offset..end]));
        }

        return norms;
    }

    private static float SumOfSquares(ReadOnlySpan<float> numbers)
    {
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(numbers);
        Vector<float> sums = Vector<float>.Zero;
        foreach (Vector<float> vector in vectors)
            sums += vector * vector;
        float sum = Vector.Sum(sums);
        foreach (float number in numbers[(vectors.Length * Vector<float>.Count)..])
            sum += number * number;
        return sum;
    }
}
