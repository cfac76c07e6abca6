using System.ComponentModel;
using System.Numerics;

namespace GenNet.CompilerServices;

/// <summary>
/// Normalisation within samples: of runs of so many neighbours, each by itself (Ba, Kiros and Hinton, "Layer Normalization", 2016; Wu and He, "Group Normalization", 2018).
/// Weights and biases are of one number each, from the first again where a sample has more, or with planes of several neighbours of one channel each.
/// </summary>
/// <remarks>Mean and variance take a pass each; sums are as in <see cref="NormRuns{TLanes,T}"/>. Whatever stands in padding counts in no result.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SampleNorm
{
    /// <summary>m = the mean of each run of x: x is [rows x (runs x length)], m is [rows x runs].</summary>
    public static void Mean<T>(int rows, Rows<T> x, Rows<T> m, int length)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Simd.Use512)
            SampleNormRows<Lanes512<T>, T>.Mean(rows, x, m, length);
        else
            SampleNormRows<LanesAny<T>, T>.Mean(rows, x, m, length);
    }

    /// <summary>v = the mean of (x - m)^2 of each run, the biased variance.</summary>
    public static void Variance<T>(int rows, Rows<T> x, Rows<T> m, Rows<T> v, int length)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Simd.Use512)
            SampleNormRows<Lanes512<T>, T>.Variance(rows, x, m, v, length);
        else
            SampleNormRows<LanesAny<T>, T>.Variance(rows, x, m, v, length);
    }

    /// <summary>z = (x - m) / sqrt(v + epsilon) W + b: x and z are [rows x (runs x length)], m and v [rows x runs], W and b one row; z may be x.</summary>
    public static void Normalize<T>(int rows, Rows<T> x, Rows<T> m, Rows<T> v, Rows<T> W, Rows<T> b, Rows<T> z, double epsilon, int length, int plane)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var runs = new SampleRuns(length, plane, epsilon);
        if (Simd.Use512)
            SampleNormRows<Lanes512<T>, T>.Normalize(rows, x, m, v, W, b, z, runs);
        else
            SampleNormRows<LanesAny<T>, T>.Normalize(rows, x, m, v, W, b, z, runs);
    }

    /// <summary>
    /// dx = (g - mean of g - x^ mean of g x^) / sqrt(v + epsilon) with g = dz W, x^ = (x - m) / sqrt(v + epsilon) and means over each run: shapes as in
    /// <see cref="Normalize"/>. dx may be dz or x; behind its columns there may be anything.
    /// </summary>
    public static void InputGradient<T>(int rows, Rows<T> dz, Rows<T> x, Rows<T> m, Rows<T> v, Rows<T> W, Rows<T> dx, double epsilon, int length, int plane)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var runs = new SampleRuns(length, plane, epsilon);
        if (Simd.Use512)
            SampleNormRows<Lanes512<T>, T>.InputGradient(rows, dz, x, m, v, W, dx, runs);
        else
            SampleNormRows<LanesAny<T>, T>.InputGradient(rows, dz, x, m, v, W, dx, runs);
    }

    /// <summary>dW += the sum of dz (x - m) / sqrt(v + epsilon) of each weight, or dW = that sum, in its share of the weights.</summary>
    public static void WeightGradient<T>(int rows, Rows<T> dz, Rows<T> x, Rows<T> m, Rows<T> v, Rows<T> dW, double epsilon, int length, int plane, Share share)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var runs = new SampleRuns(length, plane, epsilon);
        if (Simd.Use512)
            SampleNormGradients<Lanes512<T>, T>.Weight(rows, dz, x, m, v, dW, runs, share);
        else
            SampleNormGradients<LanesAny<T>, T>.Weight(rows, dz, x, m, v, dW, runs, share);
    }

    /// <summary>db += the sum of dz of each bias, or db = that sum, in its share of the biases.</summary>
    public static void BiasGradient<T>(int rows, Rows<T> dz, Rows<T> db, int plane, Share share)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Simd.Use512)
            SampleNormGradients<Lanes512<T>, T>.Bias(rows, dz, db, plane, share);
        else
            SampleNormGradients<LanesAny<T>, T>.Bias(rows, dz, db, plane, share);
    }
}
