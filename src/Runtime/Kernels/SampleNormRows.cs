using System.Numerics;
using System.Runtime.CompilerServices;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>Normalisation within samples, run after run: see <see cref="SampleNorm"/>.</summary>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class SampleNormRows<TLanes, T>
    where TLanes : struct, IKernelLanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Mean(int rows, Rows<T> x, Rows<T> m, int length)
    {
        for (int row = 0; row < rows; row++)
        {
            Rows<T> xRow = x.From(row), mRow = m.From(row);
            for (int run = 0; run < m.Columns; run++)
                mRow[run] = T.CreateTruncating(NormRuns<TLanes, T>.Sum(default(PlainTerm<TLanes, T>), length, ref xRow[run * length]) / length);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Variance(int rows, Rows<T> x, Rows<T> m, Rows<T> v, int length)
    {
        for (int row = 0; row < rows; row++)
        {
            Rows<T> xRow = x.From(row), mRow = m.From(row), vRow = v.From(row);
            for (int run = 0; run < v.Columns; run++)
                vRow[run] = T.CreateTruncating(NormRuns<TLanes, T>.Sum(new SquareTerm<TLanes, T>(TLanes.All(mRow[run])), length, ref xRow[run * length]) / length);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Normalize(int rows, Rows<T> x, Rows<T> m, Rows<T> v, Rows<T> W, Rows<T> b, Rows<T> z, SampleRuns runs)
    {
        for (int row = 0; row < rows; row++)
        {
            Rows<T> xRow = x.From(row), mRow = m.From(row), vRow = v.From(row), zRow = z.From(row);
            for (int run = 0; run < m.Columns; run++)
            {
                TLanes mean = TLanes.All(mRow[run]);
                T inverse = runs.Inverse(vRow[run]);
                int start = run * runs.Length, weight = runs.FirstWeight(run, W.Columns);
                if (runs.Plane == 1)
                {
                    var rule = new WeightedAffineRule<TLanes, T>(mean, TLanes.All(inverse));
                    NormRuns<TLanes, T>.Map(rule, runs.Length, ref xRow[start], ref W[weight], ref b[weight], ref zRow[start]);
                    continue;
                }

                for (int end = start + runs.Length; start < end; start += runs.Plane, weight++)
                {
                    var rule = new AffineRule<TLanes, T>(mean, TLanes.All(inverse * W[weight]), TLanes.All(b[weight]));
                    NormRuns<TLanes, T>.Map(rule, runs.Plane, ref xRow[start], ref xRow[start], ref xRow[start], ref zRow[start]);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void InputGradient(int rows, Rows<T> dz, Rows<T> x, Rows<T> m, Rows<T> v, Rows<T> W, Rows<T> dx, SampleRuns runs)
    {
        for (int row = 0; row < rows; row++)
        {
            Rows<T> mRow = m.From(row), vRow = v.From(row);
            for (int run = 0; run < m.Columns; run++)
            {
                int start = run * runs.Length, weight = runs.FirstWeight(run, W.Columns);
                T inverse = runs.Inverse(vRow[run]);
                ref T ofGradient = ref dz.From(row)[start];
                ref T ofSource = ref x.From(row)[start];
                ref T result = ref dx.From(row)[start];
                if (runs.Plane == 1)
                    OfWeights(runs.Length, ref ofGradient, ref ofSource, mRow[run], inverse, ref W[weight], ref result);
                else
                    OfPlanes(runs, ref ofGradient, ref ofSource, mRow[run], inverse, ref W[weight], ref result);
            }
        }
    }

    /// <summary>One run whose numbers have a weight each.</summary>
    private static void OfWeights(int length, ref T dz, ref T x, T m, T inverse, ref T W, ref T dx)
    {
        TLanes mean = TLanes.All(m);
        double sum = NormRuns<TLanes, T>.Sum(default(WeightedTerm<TLanes, T>), length, ref dz, ref W, ref W);
        double product = NormRuns<TLanes, T>.Sum(new WeightedProductTerm<TLanes, T>(mean), length, ref dz, ref W, ref x);
        (TLanes p, TLanes q) = Means(sum, product, length, inverse);
        NormRuns<TLanes, T>.Map(new WeightedAdjointRule<TLanes, T>(mean, TLanes.All(inverse), p, q), length, ref dz, ref W, ref x, ref dx);
    }

    /// <summary>One run of planes that have a weight each.</summary>
    private static void OfPlanes(SampleRuns runs, ref T dz, ref T x, T m, T inverse, ref T W, ref T dx)
    {
        TLanes mean = TLanes.All(m);
        double sum = 0, product = 0;
        for (int c = 0, i = 0; i < runs.Length; c++, i += runs.Plane)
        {
            double w = double.CreateTruncating(Unsafe.Add(ref W, c));
            ref T ofGradient = ref Unsafe.Add(ref dz, i);
            ref T ofSource = ref Unsafe.Add(ref x, i);
            sum += w * NormRuns<TLanes, T>.Sum(default(PlainTerm<TLanes, T>), runs.Plane, ref ofGradient);
            product += w * NormRuns<TLanes, T>.Sum(new ProductTerm<TLanes, T>(mean), runs.Plane, ref ofGradient, ref ofSource, ref ofSource);
        }

        (TLanes p, TLanes q) = Means(sum, product, runs.Length, inverse);
        for (int c = 0, i = 0; i < runs.Length; c++, i += runs.Plane)
        {
            var rule = new AdjointRule<TLanes, T>(mean, TLanes.All(inverse * Unsafe.Add(ref W, c)), p, q);
            ref T ofSource = ref Unsafe.Add(ref x, i);
            NormRuns<TLanes, T>.Map(rule, runs.Plane, ref Unsafe.Add(ref dz, i), ref ofSource, ref ofSource, ref Unsafe.Add(ref dx, i));
        }
    }

    /// <summary>The mean of g, and that of g x^, as factors of 1 and of x - m.</summary>
    private static (TLanes P, TLanes Q) Means(double sum, double product, int length, T inverse)
    {
        double r = double.CreateTruncating(inverse);
        return (TLanes.All(T.CreateTruncating(r * sum / length)), TLanes.All(T.CreateTruncating(r * r * r * product / length)));
    }
}

/// <summary>The runs of a sample.</summary>
/// <param name="Length">The numbers of a run.</param>
/// <param name="Plane">The neighbours that share a weight.</param>
/// <param name="Epsilon">What is added to the variance.</param>
internal readonly record struct SampleRuns(int Length, int Plane, double Epsilon)
{
    /// <summary>The weight of the first number of a run, of so many.</summary>
    public int FirstWeight(int run, int weights) => (int)((long)run * Length / Plane % weights);

    /// <summary>One over the standard deviation.</summary>
    public T Inverse<T>(T variance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.One / T.Sqrt(variance + T.CreateTruncating(Epsilon));
}
