using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>Normalisation over the rows of a block, and over the steps of each, where neighbours are of different features: see <see cref="BatchNorm"/>.</summary>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class BatchNormColumns<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Sum(int rows, Rows<T> a, Rows<T> sums, double factor)
    {
        ColumnExtent extent = Extent(rows, a, sums.Columns);
        int width = Width(extent, sums.Columns, a, a);
        TLanes scale = TLanes.All(T.CreateTruncating(factor));
        for (int next = 0; next < width; next += TLanes.Count)
        {
            int j = Start(next, width);
            ref T from = ref a[j];
            TLanes sum = NormColumns<TLanes, T>.Sum(default(PlainTerm<TLanes, T>), extent, Count(width), ref from, a.Stride, ref from, 0);
            TLanes.Store(sum * scale, ref sums.Origin, j);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Variance(int rows, Rows<T> x, Rows<T> m, Rows<T> v)
    {
        ColumnExtent extent = Extent(rows, x, v.Columns);
        int width = Width(extent, v.Columns, x, x);
        TLanes count = TLanes.All(T.CreateTruncating(extent.Count));
        for (int next = 0; next < width; next += TLanes.Count)
        {
            int j = Start(next, width);
            ref T from = ref x[j];
            var term = new SquareTerm<TLanes, T>(TLanes.Load(ref m.Origin, j));
            TLanes.Store(NormColumns<TLanes, T>.Sum(term, extent, Count(width), ref from, x.Stride, ref from, 0) / count, ref v.Origin, j);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Normalize(int rows, Rows<T> x, Rows<T> m, Rows<T> v, Rows<T> W, Rows<T> b, Rows<T> z, T epsilon)
    {
        ColumnExtent extent = Extent(rows, x, W.Columns);
        int width = Width(extent, W.Columns, x, z);
        for (int next = 0; next < width; next += TLanes.Count)
        {
            int j = Start(next, width);
            TLanes factor = TLanes.Load(ref W.Origin, j) / Deviation(v, j, epsilon);
            Map(new AffineRule<TLanes, T>(TLanes.Load(ref m.Origin, j), factor, TLanes.Load(ref b.Origin, j)), extent, next, width, x, x, z);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void ScaleAndShift(int rows, Rows<T> x, Rows<T> s, Rows<T> t, Rows<T> z)
    {
        ColumnExtent extent = Extent(rows, x, s.Columns);
        int width = Width(extent, s.Columns, x, z);
        for (int next = 0; next < width; next += TLanes.Count)
        {
            int j = Start(next, width);
            Map(new AffineRule<TLanes, T>(TLanes.Zero, TLanes.Load(ref s.Origin, j), TLanes.Load(ref t.Origin, j)), extent, next, width, x, x, z);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void ProductSum(int rows, Rows<T> dz, Rows<T> x, Rows<T> m, Rows<T> v, Rows<T> q, T epsilon)
    {
        ColumnExtent extent = Extent(rows, x, q.Columns);
        int width = Width(extent, q.Columns, x, dz);
        for (int next = 0; next < width; next += TLanes.Count)
        {
            int j = Start(next, width);
            var term = new ProductTerm<TLanes, T>(TLanes.Load(ref m.Origin, j));
            TLanes sum = NormColumns<TLanes, T>.Sum(term, extent, Count(width), ref dz[j], dz.Stride, ref x[j], x.Stride);
            TLanes.Store(sum / Deviation(v, j, epsilon), ref q.Origin, j);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void InputGradient(
        int rows, Rows<T> dz, Rows<T> x, Rows<T> m, Rows<T> v, Rows<T> W, Rows<T> p, Rows<T> q, Rows<T> dx, T epsilon)
    {
        ColumnExtent extent = Extent(rows, x, W.Columns);
        int width = Math.Min(Width(extent, W.Columns, x, dz), Width(extent, W.Columns, x, dx));
        TLanes count = TLanes.All(T.CreateTruncating(extent.Count));
        for (int next = 0; next < width; next += TLanes.Count)
        {
            int j = Start(next, width);
            TLanes inverse = TLanes.All(T.One) / Deviation(v, j, epsilon), factor = TLanes.Load(ref W.Origin, j) * inverse;
            TLanes ofMean = factor * (TLanes.Load(ref p.Origin, j) / count), ofDeviation = factor * inverse * (TLanes.Load(ref q.Origin, j) / count);
            Map(new AdjointRule<TLanes, T>(TLanes.Load(ref m.Origin, j), factor, ofMean, ofDeviation), extent, next, width, dz, x, dx);
        }
    }

    private static void Map<TRule>(TRule rule, ColumnExtent extent, int next, int width, Rows<T> a, Rows<T> b, Rows<T> to)
        where TRule : struct, INormRule<TLanes>
    {
        int j = Start(next, width);
        NormColumns<TLanes, T>.Map(rule, extent, Count(width), next - j, ref a[j], a.Stride, ref b[j], b.Stride, ref to[j], to.Stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Deviation(Rows<T> v, int j, T epsilon) => TLanes.Sqrt(TLanes.Load(ref v.Origin, j) + TLanes.All(epsilon));

    private static ColumnExtent Extent(int rows, Rows<T> x, int features) => new(rows, x.Columns / features, features);

    private static int Count(int width) => Math.Min(TLanes.Count, width);

    /// <summary>The first column of the next vector: the last one ends with the columns, so that it has some of the one before again.</summary>
    private static int Start(int next, int width) => Math.Max(0, Math.Min(next, width - TLanes.Count));

    /// <summary>The columns to be computed: with their padding where both have one behind a single step, so that every vector is whole.</summary>
    private static int Width(ColumnExtent extent, int features, Rows<T> one, Rows<T> other)
    {
        int padded = CacheLine.Padded<T>(features);
        return extent.Steps == 1 && one.Stride >= padded && other.Stride >= padded ? padded : features;
    }
}
