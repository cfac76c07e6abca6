using System.Linq;
using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet.Tests.Kernels;

/// <summary>Causal attention step by step against plain loops over the whole sequence.</summary>
public class AttentionStepKernelTests
{
    [Fact]
    public void Of_floats() => Run<LanesAny<float>, float>();

    [Fact]
    public void Of_floats_512() => Run<Lanes512<float>, float>();

    [Fact]
    public void Of_doubles() => Run<LanesAny<double>, double>();

    [Fact]
    public void Of_doubles_512() => Run<Lanes512<double>, double>();

    [Fact]
    public void The_entry_is_the_kernel_of_this_processor_and_allocates_nothing()
    {
        var data = new AttentionData<float>(1, 20, heads: 3, headWidth: 5, causal: true);
        Caches<float> expected = new(data.Shape), actual = new(data.Shape);
        for (int t = 0; t < 20; t++)
        {
            Rows<float> qkv = data.Projected.Rows.From(t);
            if (Simd.Use512)
                expected.Step<Lanes512<float>>(t, qkv);
            else
                expected.Step<LanesAny<float>>(t, qkv);
            int place = t;
            Allocation.AssertNone(() => Attention.Step(
                place, 3, data.Projected.Rows.From(place), actual.Keys.Rows, actual.Values.Rows, actual.A.Rows, actual.Scores.Rows, actual.Copy.Rows));
            actual.A.AssertSame(expected.A, data.Shape.Width);
        }
    }

    private static void Run<TLanes, T>()
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (AttentionData<T> data in AttentionData<T>.Cases().Where(data => data.IsCausal))
        {
            for (int sample = 0; sample < data.Rows; sample++)
                Sequence<TLanes, T>(data, sample);
        }
    }

    private static void Sequence<TLanes, T>(AttentionData<T> data, int sample)
        where TLanes : struct, IKernelLanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var caches = new Caches<T>(data.Shape);
        for (int t = 0; t < data.Shape.Steps; t++)
        {
            caches.Step<TLanes>(t, data.Projected.Rows.From(sample * data.Shape.Steps + t));
            for (int head = 0; head < data.Shape.Heads; head++)
            {
                for (int j = 0; j < data.Shape.HeadWidth; j++)
                {
                    int column = head * data.Shape.HeadWidth + j;
                    data.Close(caches.A[0, column], data.Output(sample, head, t, j), AttentionData<T>.Largest(sample), "a", t, column);
                    Assert.Equal(data.Number(1, sample, head, t, j), double.CreateTruncating(caches.Keys[column, t]));
                    Assert.Equal(data.Number(2, sample, head, t, j), double.CreateTruncating(caches.Values[head * data.Shape.Steps + t, j]));
                }
            }
        }
    }

    /// <summary>The memory of a sequence. Where the keys and values of later steps go there is NaN: they count in nothing.</summary>
    private sealed class Caches<T>(AttentionShape shape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public GuardedRows<T> Keys { get; } = Nan(GuardedRows<T>.PaddedRows(shape.Width, shape.Steps, 1, T.Zero, 1));

        public GuardedRows<T> Values { get; } = Nan(GuardedRows<T>.PaddedRows(shape.Heads * shape.Steps, shape.HeadWidth, 2, T.Zero));

        public GuardedRows<T> A { get; } = GuardedRows<T>.PaddedRows(1, shape.Width, 3, T.NaN);

        public GuardedRows<T> Scores { get; } = GuardedRows<T>.PaddedRows(shape.Heads, shape.Steps, 4, T.NaN, 1);

        public GuardedRows<T> Copy { get; } = GuardedRows<T>.PaddedRows(1, shape.HeadWidth, 5, T.NaN);

        /// <summary>A step, which writes its own key and value and what comes out.</summary>
        public void Step<TLanes>(int place, Rows<T> qkv)
            where TLanes : struct, IKernelLanes<TLanes, T>
        {
            foreach (GuardedRows<T> rows in new[] { Keys, Values, A, Scores, Copy })
                rows.Guarded();
            AttentionStep<TLanes, T>.Run(place, shape, qkv, Keys.Rows, Values.Rows, A.Rows, Scores.Rows, Copy.Rows);
            Keys.AssertUntouchedBehind(place + 1);
            Values.AssertUntouchedBehind(shape.HeadWidth);
            A.AssertUntouchedBehind(shape.Width);
            Scores.AssertUntouchedBehind(GuardedRows<T>.Padded(place + 1));
            Copy.AssertUntouchedBehind(GuardedRows<T>.Padded(shape.HeadWidth));
        }

        private static GuardedRows<T> Nan(GuardedRows<T> rows)
        {
            for (int row = 0; row < rows.Count; row++)
            {
                for (int column = 0; column < rows.Columns; column++)
                    rows[row, column] = T.NaN;
            }

            return rows;
        }
    }
}
