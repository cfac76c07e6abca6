using System.Numerics;
using System.Runtime.CompilerServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>Normalisation over the rows of a block where the numbers of a channel are neighbours, a plane of each sample: see <see cref="BatchNorm"/>.</summary>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class BatchNormPlanes<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Sum(int rows, Rows<T> a, Rows<T> sums, int plane, double factor)
    {
        for (int c = 0; c < sums.Columns; c++)
            sums[c] = T.CreateTruncating(factor * OfChannel(default(PlainTerm<TLanes, T>), rows, plane, c, a, a));
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Variance(int rows, Rows<T> x, Rows<T> m, Rows<T> v, int plane)
    {
        for (int c = 0; c < v.Columns; c++)
            v[c] = T.CreateTruncating(OfChannel(new SquareTerm<TLanes, T>(TLanes.All(m[c])), rows, plane, c, x, x) / ((double)rows * plane));
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Normalize(int rows, Rows<T> x, Rows<T> m, Rows<T> v, Rows<T> W, Rows<T> b, Rows<T> z, T epsilon, int plane)
    {
        for (int c = 0; c < W.Columns; c++)
        {
            var rule = new AffineRule<TLanes, T>(TLanes.All(m[c]), TLanes.All(W[c] / T.Sqrt(v[c] + epsilon)), TLanes.All(b[c]));
            Map(rule, rows, plane, c, x, x, z);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void ScaleAndShift(int rows, Rows<T> x, Rows<T> s, Rows<T> t, Rows<T> z, int plane)
    {
        for (int c = 0; c < s.Columns; c++)
            Map(new AffineRule<TLanes, T>(TLanes.Zero, TLanes.All(s[c]), TLanes.All(t[c])), rows, plane, c, x, x, z);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void ProductSum(int rows, Rows<T> dz, Rows<T> x, Rows<T> m, Rows<T> v, Rows<T> q, T epsilon, int plane)
    {
        for (int c = 0; c < q.Columns; c++)
        {
            double sum = OfChannel(new ProductTerm<TLanes, T>(TLanes.All(m[c])), rows, plane, c, dz, x);
            q[c] = T.CreateTruncating(sum / double.CreateTruncating(T.Sqrt(v[c] + epsilon)));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void InputGradient(
        int rows, Rows<T> dz, Rows<T> x, Rows<T> m, Rows<T> v, Rows<T> W, Rows<T> p, Rows<T> q, Rows<T> dx, T epsilon, int plane)
    {
        T n = T.CreateTruncating((double)rows * plane);
        for (int c = 0; c < W.Columns; c++)
        {
            T inverse = T.One / T.Sqrt(v[c] + epsilon), factor = W[c] * inverse;
            var rule = new AdjointRule<TLanes, T>(
                TLanes.All(m[c]), TLanes.All(factor), TLanes.All(factor * (p[c] / n)), TLanes.All(factor * inverse * (q[c] / n)));
            Map(rule, rows, plane, c, dz, x, dx);
        }
    }

    /// <summary>The sum of a term over the planes of a channel, row after row in double.</summary>
    public static double OfChannel<TTerm>(TTerm term, int rows, int plane, int channel, Rows<T> a, Rows<T> b)
        where TTerm : struct, INormRule<TLanes>
    {
        double sum = 0;
        for (int row = 0; row < rows; row++)
            sum += OfPlane(term, row, plane, channel, a, b);
        return sum;
    }

    /// <summary>The sum of a term over one plane.</summary>
    public static double OfPlane<TTerm>(TTerm term, int row, int plane, int channel, Rows<T> a, Rows<T> b)
        where TTerm : struct, INormRule<TLanes>
    {
        ref T other = ref b.From(row)[channel * plane];
        return NormRuns<TLanes, T>.Sum(term, plane, ref a.From(row)[channel * plane], ref other, ref other);
    }

    private static void Map<TRule>(TRule rule, int rows, int plane, int channel, Rows<T> a, Rows<T> b, Rows<T> to)
        where TRule : struct, INormRule<TLanes>
    {
        for (int row = 0; row < rows; row++)
        {
            ref T other = ref b.From(row)[channel * plane];
            NormRuns<TLanes, T>.Map(rule, plane, ref a.From(row)[channel * plane], ref other, ref other, ref to.From(row)[channel * plane]);
        }
    }
}
