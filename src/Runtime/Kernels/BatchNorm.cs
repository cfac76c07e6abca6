using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GenNet.CompilerServices;

/// <summary>
/// Normalisation over the rows of a block (Ioffe and Szegedy, 2015). The numbers of a channel are planes of so many neighbours, channel after channel; with planes of one
/// number they are features, of each step of a sequence. What there is one of for each channel stands in one row.
/// </summary>
/// <remarks>Mean and variance take a pass each, so that no square is ever taken of what is not centred; sums are of a few lanes at a time, see <see cref="NormRuns{TLanes,T}"/>
/// and <see cref="NormColumns{TLanes,T}"/>. Whatever stands in padding counts in no result.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BatchNorm
{
    /// <summary>m = the mean of x: x is [rows x (channels x plane)], m is [channels].</summary>
    public static void Mean<T>(int rows, Rows<T> x, Rows<T> m, int plane)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Sum(rows, x, m, plane, (double)m.Columns / ((double)rows * x.Columns));

    /// <summary>v = the mean of (x - m)^2, the biased variance.</summary>
    public static void Variance<T>(int rows, Rows<T> x, Rows<T> m, Rows<T> v, int plane)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (plane == 1 && Simd.Use512)
            BatchNormColumns<Lanes512<T>, T>.Variance(rows, x, m, v);
        else if (plane == 1)
            BatchNormColumns<LanesAny<T>, T>.Variance(rows, x, m, v);
        else if (Simd.Use512)
            BatchNormPlanes<Lanes512<T>, T>.Variance(rows, x, m, v, plane);
        else
            BatchNormPlanes<LanesAny<T>, T>.Variance(rows, x, m, v, plane);
    }

    /// <summary>z = (x - m) / sqrt(v + epsilon) W + b: x and z are [rows x (channels x plane)], the others [channels]; z may be x.</summary>
    public static void Normalize<T>(int rows, Rows<T> x, Rows<T> m, Rows<T> v, Rows<T> W, Rows<T> b, Rows<T> z, double epsilon, int plane)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T added = T.CreateTruncating(epsilon);
        if (plane == 1 && Simd.Use512)
            BatchNormColumns<Lanes512<T>, T>.Normalize(rows, x, m, v, W, b, z, added);
        else if (plane == 1)
            BatchNormColumns<LanesAny<T>, T>.Normalize(rows, x, m, v, W, b, z, added);
        else if (Simd.Use512)
            BatchNormPlanes<Lanes512<T>, T>.Normalize(rows, x, m, v, W, b, z, added, plane);
        else
            BatchNormPlanes<LanesAny<T>, T>.Normalize(rows, x, m, v, W, b, z, added, plane);
    }

    /// <summary>s = W / sqrt(V + epsilon), all [channels].</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Scale<T>(Rows<T> W, Rows<T> V, Rows<T> s, double epsilon)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T added = T.CreateTruncating(epsilon);
        for (int c = 0; c < s.Columns; c++)
            s[c] = W[c] / T.Sqrt(V[c] + added);
    }

    /// <summary>t = b - M s, all [channels].</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Shift<T>(Rows<T> b, Rows<T> M, Rows<T> s, Rows<T> t)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int c = 0; c < t.Columns; c++)
            t[c] = b[c] - M[c] * s[c];
    }

    /// <summary>t = b + (c - M) s, all [channels]: c is the bias of the layer that the normalisation is folded into.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Shift<T>(Rows<T> b, Rows<T> c, Rows<T> M, Rows<T> s, Rows<T> t)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < t.Columns; i++)
            t[i] = b[i] + (c[i] - M[i]) * s[i];
    }

    /// <summary>z = x s + t: x and z are [rows x (channels x plane)], s and t [channels]; z may be x.</summary>
    public static void ScaleAndShift<T>(int rows, Rows<T> x, Rows<T> s, Rows<T> t, Rows<T> z, int plane)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (plane == 1 && Simd.Use512)
            BatchNormColumns<Lanes512<T>, T>.ScaleAndShift(rows, x, s, t, z);
        else if (plane == 1)
            BatchNormColumns<LanesAny<T>, T>.ScaleAndShift(rows, x, s, t, z);
        else if (Simd.Use512)
            BatchNormPlanes<Lanes512<T>, T>.ScaleAndShift(rows, x, s, t, z, plane);
        else
            BatchNormPlanes<LanesAny<T>, T>.ScaleAndShift(rows, x, s, t, z, plane);
    }

    /// <summary>p = the sum of dz: dz is [rows x (channels x plane)], p is [channels].</summary>
    public static void GradientSum<T>(int rows, Rows<T> dz, Rows<T> p, int plane)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Sum(rows, dz, p, plane, 1);

    /// <summary>q = the sum of dz (x - m) / sqrt(v + epsilon): dz and x are [rows x (channels x plane)], the others [channels].</summary>
    public static void ProductSum<T>(int rows, Rows<T> dz, Rows<T> x, Rows<T> m, Rows<T> v, Rows<T> q, double epsilon, int plane)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T added = T.CreateTruncating(epsilon);
        if (plane == 1 && Simd.Use512)
            BatchNormColumns<Lanes512<T>, T>.ProductSum(rows, dz, x, m, v, q, added);
        else if (plane == 1)
            BatchNormColumns<LanesAny<T>, T>.ProductSum(rows, dz, x, m, v, q, added);
        else if (Simd.Use512)
            BatchNormPlanes<Lanes512<T>, T>.ProductSum(rows, dz, x, m, v, q, added, plane);
        else
            BatchNormPlanes<LanesAny<T>, T>.ProductSum(rows, dz, x, m, v, q, added, plane);
    }

    /// <summary>
    /// dx = W / sqrt(v + epsilon) (dz - (p + x^ q) / n) with x^ = (x - m) / sqrt(v + epsilon) and the n numbers of a channel: dz, x and dx are
    /// [rows x (channels x plane)], the others [channels]. dx may be dz or x; behind its columns there may be anything.
    /// </summary>
    public static void InputGradient<T>(
        int rows, Rows<T> dz, Rows<T> x, Rows<T> m, Rows<T> v, Rows<T> W, Rows<T> p, Rows<T> q, Rows<T> dx, double epsilon, int plane)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T added = T.CreateTruncating(epsilon);
        if (plane == 1 && Simd.Use512)
            BatchNormColumns<Lanes512<T>, T>.InputGradient(rows, dz, x, m, v, W, p, q, dx, added);
        else if (plane == 1)
            BatchNormColumns<LanesAny<T>, T>.InputGradient(rows, dz, x, m, v, W, p, q, dx, added);
        else if (Simd.Use512)
            BatchNormPlanes<Lanes512<T>, T>.InputGradient(rows, dz, x, m, v, W, p, q, dx, added, plane);
        else
            BatchNormPlanes<LanesAny<T>, T>.InputGradient(rows, dz, x, m, v, W, p, q, dx, added, plane);
    }

    /// <summary>dW += q, or db += p: the gradient of a block is one that there is already.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Gradient<T>(Rows<T> q, Rows<T> dW, Share share)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Add(q, dW, 1, share);

    /// <summary>The mean of a block in that of its batch, by its rows.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void BatchMean<T>(int rows, Rows<T> m, Rows<T> dM, Share share)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Add(m, dM, share.Weight(rows), share);

    /// <summary>The variance of a block in that of its batch, by its rows and unbiased: n / (n - 1) v, with n = count numbers of a channel in each row.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void BatchVariance<T>(int rows, Rows<T> v, Rows<T> dV, int count, Share share)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double n = (double)rows * count;
        Add(v, dV, share.Weight(rows) * (n / (n - 1)), share);
    }

    /// <summary>to += factor a, or to = factor a for the first block of a batch, which the first part computes: both [channels].</summary>
    private static void Add<T>(Rows<T> a, Rows<T> to, double factor, Share share)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!share.IsFirstPart)
            return;
        for (int c = 0; c < to.Columns; c++)
        {
            T term = T.CreateTruncating(factor * double.CreateTruncating(a[c]));
            to[c] = share.First ? term : to[c] + term;
        }

        if (share.First)
            Matrix.ClearPadding(1, to);
    }

    private static void Sum<T>(int rows, Rows<T> a, Rows<T> sums, int plane, double factor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (plane == 1 && Simd.Use512)
            BatchNormColumns<Lanes512<T>, T>.Sum(rows, a, sums, factor);
        else if (plane == 1)
            BatchNormColumns<LanesAny<T>, T>.Sum(rows, a, sums, factor);
        else if (Simd.Use512)
            BatchNormPlanes<Lanes512<T>, T>.Sum(rows, a, sums, plane, factor);
        else
            BatchNormPlanes<LanesAny<T>, T>.Sum(rows, a, sums, plane, factor);
    }
}
