using System;
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GenNet;

/// <summary>
/// Between the backward pass and the optimizer, on any part of the buffers: adds the gradient of the L1 and L2 penalty of the weights, then
/// clips by value; the global norm is put together from the parts, then they are scaled. Allocates nothing per step.
/// </summary>
internal sealed class PenaltyAndClipping<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly GradientSettings _settings;
    private readonly ImmutableArray<Range> _weights;

    public PenaltyAndClipping(GradientSettings settings, Layout layout)
    {
        _settings = settings;
        _weights = settings is { L1: 0, L2: 0 } ? [] : TensorRanges.Of(layout, TensorRole.Weight);
    }

    /// <summary>Whether the whole gradient must be there before any part may be used.</summary>
    public bool ClipsNorm => _settings.ClipNorm is not null;

    /// <summary>Whether the loss has a penalty, which is a sum over all weights.</summary>
    public bool HasPenalty => _settings is not { L1: 0, L2: 0 };

    /// <summary>Penalty and clipping by value on a part that begins at <paramref name="start"/>.</summary>
    /// <param name="parameters">The parameters of the part.</param>
    /// <param name="gradients">Their gradients, changed in place.</param>
    /// <param name="start">Where the part begins in the whole.</param>
    /// <param name="squares">The sum of the squared gradients of the part, where the norm is clipped.</param>
    /// <returns>The penalty of the part.</returns>
    public double Adjust(ReadOnlySpan<T> parameters, Span<T> gradients, int start, out double squares)
    {
        double penalty = _weights.IsEmpty ? 0 : AddPenalty(parameters, gradients, start);
        if (_settings.ClipValue is { } limit)
            Clip(gradients, T.CreateTruncating(limit));
        squares = ClipsNorm ? WideSums.SumOfSquares<T>(gradients) : 0;
        return penalty;
    }

    /// <summary>The whole gradient at once, norm included; returns the penalty, and whether the norm (where it is clipped) was finite.</summary>
    public double AdjustAll(ReadOnlySpan<T> parameters, Span<T> gradients, out bool finite)
    {
        double penalty = Adjust(parameters, gradients, 0, out double squares);
        finite = !ClipsNorm || double.IsFinite(squares);
        if (ClipsNorm && finite)
            Scale(gradients, NormFactor(squares));
        return penalty;
    }

    /// <summary>What the gradients are to be multiplied by: the largest norm / (norm + 1e-6) as in PyTorch's clip_grad_norm_, at most 1.</summary>
    /// <param name="squares">The sum of all squared gradients.</param>
    public double NormFactor(double squares) => _settings.ClipNorm is { } limit ? Math.Min(1, limit / (Math.Sqrt(squares) + 1e-6)) : 1;

    /// <summary>Multiplies a part of the gradients by the factor of the norm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scale(Span<T> gradients, double factor)
    {
        if (factor == 1)
            return;
        T scale = T.CreateTruncating(factor);
        foreach (ref Vector<T> vector in MemoryMarshal.Cast<T, Vector<T>>(gradients))
            vector *= scale;
        foreach (ref T gradient in gradients[(gradients.Length / Vector<T>.Count * Vector<T>.Count)..])
            gradient *= scale;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Clip(Span<T> gradients, T limit)
    {
        // Compared rather than Min and Max: NaN must stay NaN, to be found.
        var upper = new Vector<T>(limit);
        foreach (ref Vector<T> vector in MemoryMarshal.Cast<T, Vector<T>>(gradients))
        {
            vector = Vector.ConditionalSelect(Vector.GreaterThan(vector, upper), upper, vector);
            vector = Vector.ConditionalSelect(Vector.LessThan(vector, -upper), -upper, vector);
        }

        foreach (ref T gradient in gradients[(gradients.Length / Vector<T>.Count * Vector<T>.Count)..])
            gradient = gradient > limit ? limit : gradient < -limit ? -limit : gradient;
    }

    /// <summary>For the weights of a part, dw += L2 w + L1 sign(w), with sign(0) = 0; returns L2 / 2 * the sum of w^2 + L1 * the sum of |w|, in double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double AddPenalty(ReadOnlySpan<T> parameters, Span<T> gradients, int start)
    {
        int partEnd = start + parameters.Length;
        ref T w = ref MemoryMarshal.GetReference(parameters);
        ref T dw = ref MemoryMarshal.GetReference(gradients);
        T l1 = T.CreateTruncating(_settings.L1), l2 = T.CreateTruncating(_settings.L2);
        Vector<T> plus = new(l1), minus = new(-l1);
        Vector<double> squares = default, absolutes = default;
        double square = 0, absolute = 0;
        for (int range = FirstEndingBehind(start); range < _weights.Length && _weights[range].Start.Value < partEnd; range++)
        {
            int i = Math.Max(_weights[range].Start.Value, start) - start, end = Math.Min(_weights[range].End.Value, partEnd) - start;
            for (; i <= end - Vector<T>.Count; i += Vector<T>.Count)
            {
                Vector<T> x = Vector.LoadUnsafe(ref w, (nuint)i);
                Vector<T> sign = Vector.ConditionalSelect(Vector.GreaterThan(x, Vector<T>.Zero), plus, Vector.ConditionalSelect(Vector.LessThan(x, Vector<T>.Zero), minus, Vector<T>.Zero));
                (Vector.LoadUnsafe(ref dw, (nuint)i) + (x * l2 + sign)).StoreUnsafe(ref dw, (nuint)i);
                squares += WideSums.Squares(x);
                absolutes += WideSums.Absolutes(x);
            }

            for (; i < end; i++)
            {
                T x = parameters[i];
                gradients[i] += x * l2 + (x > T.Zero ? l1 : x < T.Zero ? -l1 : T.Zero);
                double wide = double.CreateTruncating(x);
                square += wide * wide;
                absolute += Math.Abs(wide);
            }
        }

        return _settings.L2 / 2 * (square + Vector.Sum(squares)) + _settings.L1 * (absolute + Vector.Sum(absolutes));
    }

    /// <summary>The first range of weights that reaches behind a place of the buffer.</summary>
    private int FirstEndingBehind(int start)
    {
        int from = 0, to = _weights.Length;
        while (from < to)
        {
            int middle = (from + to) / 2;
            if (_weights[middle].End.Value <= start)
                from = middle + 1;
            else
                to = middle;
        }

        return from;
    }
}
