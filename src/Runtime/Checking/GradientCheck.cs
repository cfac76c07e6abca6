using System;
using System.Collections.Immutable;
using System.Linq;
using System.Numerics;

namespace GenNet;

/// <summary>
/// Compares the gradient that a network computes with central differences of its loss,
/// d loss / d w = (loss(w + h) - loss(w - h)) / 2h + O(h^2).
/// </summary>
/// <remarks>
/// Where an activation has a kink (ReLU and its family at 0), the two sides of the difference may have different slopes and the
/// check may fail though the gradient is right: check at parameters and inputs that keep away from it, or with a smaller step.
/// A network with dropout is checked under one fixed mask; one that normalises over the batch by the statistics of the batch, whose running ones have no gradient.
/// </remarks>
public static class GradientCheck
{
    // Keeps the draw apart from all other uses of the same seed ("GRAD"); the index of the tensor is added.
    private const ulong SampleStreams = 0x47524144_00000000;

    /// <summary>Checks the parameters and the inputs of a network at one batch.</summary>
    /// <param name="network">Its parameters are moved one by one and are, whatever happens, bit for bit as before afterwards.
    /// No other thread may use it meanwhile.</param>
    /// <param name="inputs">[n x InputSize], at least one row.</param>
    /// <param name="targets">[n x OutputSize].</param>
    /// <param name="options">Step, tolerances and extent; every element with the tolerances of the precision by default.</param>
    /// <exception cref="ArgumentException">The lengths are not those of the same number of rows, there is no row, or there is nothing to check.</exception>
    public static GradientCheckResult Run<TNet, T>(TNet network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, GradientCheckOptions? options = null)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        var settings = new Settings<T>(options ?? new GradientCheckOptions());
        Layout layout = TNet.Layout;
        var gradients = new T[network.Parameters.Length];
        var inputGradients = new T[inputs.Length];
        var loss = new CheckedLoss<TNet, T>(network);
        loss.Gradient(inputs, targets, gradients, inputGradients);

        var tensors = ImmutableArray.CreateBuilder<TensorGradientCheck>();
        T[] original = network.Parameters.ToArray();
        try
        {
            foreach (TensorInfo tensor in layout.Tensors.Where(tensor => tensor.IsTrainable))
            {
                var tally = new Tally(tensor.Name, tensor.Count);
                foreach (int element in settings.Elements(tensor.Count, tensors.Count))
                {
                    ImmutableArray<int> index = IndexOf(element, tensor.Shape.AsSpan());
                    int position = tensor.Offset;
                    for (int d = 0; d < index.Length; d++)
                        position += tensor.Distance(d, index[d]);
                    double numeric = Difference(loss, inputs, targets, ref network.Parameters[position], settings);
                    tally.Add(index, double.CreateTruncating(gradients[position]), numeric, settings.Allowed(numeric));
                }

                tensors.Add(tally.ToResult());
            }
        }
        finally
        {
            original.CopyTo(network.Parameters);
        }

        if (settings.Inputs)
            tensors.Add(CheckInputs(loss, inputs, targets, inputGradients, settings, tensors.Count));
        return tensors.Count > 0
            ? new GradientCheckResult(typeof(TNet).Name, tensors.ToImmutable())
            : throw new ArgumentException("There is nothing to check: the network has no parameters, and the inputs are left out.", nameof(options));
    }

    private static TensorGradientCheck CheckInputs<TNet, T>(
        CheckedLoss<TNet, T> loss, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<T> gradients, Settings<T> settings, int tensorNumber)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] moved = inputs.ToArray();
        var tally = new Tally("inputs", moved.Length);
        ReadOnlySpan<int> shape = [moved.Length / TNet.InputSize, TNet.InputSize];
        foreach (int element in settings.Elements(moved.Length, tensorNumber))
        {
            // A length is a whole number, and behind it there may be what is none: nothing is next to them.
            if (TNet.HasLengths && ((element + 1) % TNet.InputSize == 0 || T.IsNaN(moved[element])))
                continue;
            double numeric = Difference(loss, moved, targets, ref moved[element], settings);
            tally.Add(IndexOf(element, shape), double.CreateTruncating(gradients[element]), numeric, settings.Allowed(numeric));
        }

        return tally.ToResult();
    }

    /// <summary>The central difference of the loss in one variable, which has its old value afterwards.</summary>
    private static double Difference<TNet, T>(CheckedLoss<TNet, T> loss, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ref T variable, Settings<T> settings)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T value = variable;
        T step = settings.Step * T.Max(T.One, T.Abs(value));
        T above = value + step;
        T below = value - step;
        variable = above;
        double lossAbove = double.CreateTruncating(loss.At(inputs, targets));
        variable = below;
        double lossBelow = double.CreateTruncating(loss.At(inputs, targets));
        variable = value;

        // Divided by the distance that rounding has left of 2h, not by 2h (Numerical Recipes, section 5.7).
        return (lossAbove - lossBelow) / (double.CreateTruncating(above) - double.CreateTruncating(below));
    }

    private static ImmutableArray<int> IndexOf(int element, ReadOnlySpan<int> shape)
    {
        var index = new int[shape.Length];
        for (int d = shape.Length - 1; d >= 0; d--)
            (element, index[d]) = Math.DivRem(element, shape[d]);
        return [.. index];
    }

    /// <summary>The options, with the defaults of the precision filled in.</summary>
    private sealed class Settings<T>(GradientCheckOptions options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private static readonly bool IsDouble = typeof(T) == typeof(double);

        private readonly double _absolute = options.AbsoluteTolerance ?? (IsDouble ? 1e-5 : 1e-3);
        private readonly double _relative = options.RelativeTolerance ?? (IsDouble ? 1e-3 : 1e-2);

        public T Step { get; } = T.CreateTruncating(options.Step ?? (IsDouble ? 1e-6 : 5e-3));

        public bool Inputs => options.Inputs;

        public double Allowed(double numeric) => _absolute + _relative * Math.Abs(numeric);

        /// <summary>The elements of a tensor to check, in ascending order.</summary>
        public int[] Elements(int count, int tensorNumber)
        {
            var elements = new int[count];
            for (int i = 0; i < count; i++)
                elements[i] = i;
            if (options.SamplesPerTensor is not { } samples || samples >= count)
                return elements;
            new RandomStream((ulong)(long)options.Seed, SampleStreams + (ulong)tensorNumber).Shuffle(elements.AsSpan());
            int[] drawn = elements[..samples];
            Array.Sort(drawn);
            return drawn;
        }
    }

    /// <summary>Counts the elements of one tensor and keeps the worst.</summary>
    private sealed class Tally(string name, int count)
    {
        private int _checked;
        private int _failed;
        private GradientDeviation _worst;

        public void Add(ImmutableArray<int> index, double analytic, double numeric, double allowed)
        {
            var deviation = new GradientDeviation { Tensor = name, Index = index, Analytic = analytic, Numeric = numeric, Tolerance = allowed };
            if (!deviation.Passed)
                _failed++;
            if (_checked++ == 0 || deviation.Severity > _worst.Severity)
                _worst = deviation;
        }

        public TensorGradientCheck ToResult() => new(name, count, _checked, _failed, _worst);
    }
}
