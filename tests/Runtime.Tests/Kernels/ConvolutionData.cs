using System;
using System.Linq;
using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet.Tests.Kernels;

/// <summary>What comes into the products of a convolution, and what should come out.</summary>
internal sealed class ConvolutionData<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int _trial;
    private readonly (int Filter, int Weight, int Pixel, int Output)[] _terms;

    public ConvolutionData(PlainWindow plain, int trial)
    {
        _trial = trial;
        Plain = plain;
        _terms = [.. Plain.Terms()];
        Samples = 1 + trial % 5;
        X = OfSamples(Plain.Pixels, 1);
        Dz = OfSamples(Plain.Outputs, 2);
        W = GuardedRows<T>.PaddedRows(Window.Filters, Plain.Weights, (ulong)trial + 3, T.NaN, trial % 3 / 2);
        FramedX = GuardedRows<T>.PaddedRows(Samples, Window.FramedImage, (ulong)trial + 4, T.NaN).Guarded();
        FramedDz = GuardedRows<T>.PaddedRows(Samples, Window.FramedOutput, (ulong)trial + 5, T.NaN).Guarded();
        Convolution.Frame(Samples, X.Rows, FramedX.Rows, Window);
        Convolution.FrameGradient(Samples, Dz.Rows, FramedDz.Rows, Window);
    }

    public PlainWindow Plain { get; }

    public Window Window => Plain.Window;

    public int Samples { get; }

    /// <summary>[samples x pixels].</summary>
    public GuardedRows<T> X { get; }

    /// <summary>[samples x outputs].</summary>
    public GuardedRows<T> Dz { get; }

    /// <summary>[filters x weights of a filter].</summary>
    public GuardedRows<T> W { get; }

    public GuardedRows<T> FramedX { get; }

    public GuardedRows<T> FramedDz { get; }

    /// <summary>Rows for samples, close together or padded.</summary>
    public GuardedRows<T> OfSamples(int columns, int seed) => _trial % 2 == 0
        ? GuardedRows<T>.Dense(Samples, columns, (ulong)(_trial + seed))
        : GuardedRows<T>.PaddedRows(Samples, columns, (ulong)(_trial + seed), T.NaN, _trial % 4 / 2);

    /// <summary>A number for each filter or channel, or none.</summary>
    public GuardedRows<T>? Bias(int columns) => _trial % 3 == 0 ? null : GuardedRows<T>.PaddedRows(1, columns, (ulong)_trial + 6, T.NaN);

    /// <summary>A factor for each filter or channel, or none.</summary>
    public GuardedRows<T>? Scale(int columns) => _trial % 5 < 3 ? null : GuardedRows<T>.PaddedRows(1, columns, (ulong)_trial + 7, T.NaN);

    /// <summary>z[f, i, j] = b[f] + s[f] times the sum of W x.</summary>
    public void AssertForward(GuardedRows<T>? scale, GuardedRows<T>? bias, GuardedRows<T> z)
    {
        var sums = new Sums(Plain.Outputs);
        for (int row = 0; row < Samples; row++)
        {
            sums.Clear();
            foreach ((int filter, int weight, int pixel, int output) in _terms)
                sums.Add(output, W[filter, weight], X[row, pixel]);
            sums.End(scale, bias, Plain.Outputs / Window.Filters);
            sums.AssertRow(z, row, $"forward of {Window}");
        }
    }

    /// <summary>dx[c, i, j] = b[c] + s[c] times the sum of W dz.</summary>
    public void AssertBackward(GuardedRows<T>? scale, GuardedRows<T>? bias, GuardedRows<T> dx)
    {
        var sums = new Sums(Plain.Pixels);
        for (int row = 0; row < Samples; row++)
        {
            sums.Clear();
            foreach ((int filter, int weight, int pixel, int output) in _terms)
                sums.Add(pixel, W[filter, weight], Dz[row, output]);
            sums.End(scale, bias, Plain.Pixels / Window.Image.Channels);
            sums.AssertRow(dx, row, $"backward of {Window}");
        }
    }

    /// <summary>dW = what was there, or zero, and the sum of dz x.</summary>
    public void AssertWeightGradient(GuardedRows<T>? before, GuardedRows<T> dw)
    {
        foreach (var filter in _terms.ToLookup(term => term.Filter))
        {
            var sums = new Sums(Plain.Weights);
            for (int weight = 0; before is not null && weight < Plain.Weights; weight++)
                sums.Add(weight, T.One, before[filter.Key, weight]);
            for (int row = 0; row < Samples; row++)
            {
                foreach ((_, int weight, int pixel, int output) in filter)
                    sums.Add(weight, Dz[row, output], X[row, pixel]);
            }

            sums.AssertRow(dw, filter.Key, $"weight gradient of {Window}");
        }
    }

    /// <summary>db = what was there, or zero, and the sum of dz.</summary>
    public void AssertBiasGradient(GuardedRows<T>? before, GuardedRows<T> db)
    {
        var sums = new Sums(Window.Filters);
        for (int row = 0; row < Samples; row++)
        {
            for (int output = 0; output < Plain.Outputs; output++)
                sums.Add(output / (Plain.Outputs / Window.Filters), T.One, Dz[row, output]);
        }

        sums.End(null, before, 1);
        sums.AssertRow(db, 0, $"bias gradient of {Window}");
    }

    /// <summary>Sums in double, with the sizes of what they are of: rounding is measured by them.</summary>
    private sealed class Sums(int count)
    {
        private readonly (double Sum, double Size, int Terms)[] _sums = new (double, double, int)[count];

        public void Clear() => Array.Clear(_sums);

        /// <summary>Multiplied by the factor of each plane of so many numbers, then the bias of each is added, where there are any.</summary>
        public void End(GuardedRows<T>? scale, GuardedRows<T>? bias, int plane)
        {
            for (int i = 0; scale is not null && i < _sums.Length; i++)
            {
                double factor = double.CreateTruncating(scale[0, i / plane]);
                _sums[i] = (_sums[i].Sum * factor, _sums[i].Size * Math.Abs(factor), _sums[i].Terms + 1);
            }

            for (int i = 0; bias is not null && i < _sums.Length; i++)
                Add(i, T.One, bias[0, i / plane]);
        }

        public void Add(int to, T left, T right)
        {
            double term = double.CreateTruncating(left) * double.CreateTruncating(right);
            ref (double Sum, double Size, int Terms) sum = ref _sums[to];
            sum = (sum.Sum + term, sum.Size + Math.Abs(term), sum.Terms + 1);
        }

        public void AssertRow(GuardedRows<T> actual, int row, string what)
        {
            for (int i = 0; i < _sums.Length; i++)
                Expected.Close(actual[row, i], _sums[i].Sum, (_sums[i].Terms + 2) * _sums[i].Size, what, row, i);
        }
    }
}
