using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GenNet;

/// <summary>
/// Adam: m = beta1 m + (1 - beta1) dw, v = beta2 v + (1 - beta2) dw^2, and in step t
/// w -= learning rate * (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon). Source: D. Kingma, J. Ba, "Adam: A Method for
/// Stochastic Optimization", 2015, algorithm 1; the defaults are those of the paper and of PyTorch.
/// </summary>
/// <remarks>The moments are allocated in the first step, which fixes the length; an instance belongs to one network.</remarks>
/// <typeparam name="T">float or double.</typeparam>
public class Adam<T> : IPartialOptimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double _beta1;
    private readonly double _beta2;
    private readonly double _epsilon;
    private T _learningRate;
    private AlignedBuffer<T>? _firstMoments;
    private AlignedBuffer<T>? _secondMoments;
    private long _steps;

    /// <summary>Adam with a learning rate, which may be changed between steps.</summary>
    /// <param name="learningRate">The length of a step where the gradient is steady; the paper has 0.001.</param>
    /// <param name="beta1">The decay of the mean of the gradients, from 0 to below 1.</param>
    /// <param name="beta2">The decay of the mean of their squares, from 0 to below 1.</param>
    /// <param name="epsilon">Keeps the divisor from zero; finite and above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public Adam(T learningRate, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
    {
        LearningRate = learningRate;
        _beta1 = Decay(beta1, nameof(beta1));
        _beta2 = Decay(beta2, nameof(beta2));
        _epsilon = double.IsFinite(epsilon) && epsilon > 0
            ? epsilon
            : throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, "Epsilon must be finite and above 0.");
    }

    /// <summary>The length of a step where the gradient is steady.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public T LearningRate
    {
        get => _learningRate;
        set => _learningRate = T.IsFinite(value) && value > T.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The learning rate must be finite and above 0.");
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The lengths differ, or are not those of the first step.</exception>
    public void Update(Span<T> parameters, ReadOnlySpan<T> gradients)
    {
        if (gradients.Length != parameters.Length)
            throw new ArgumentException($"There are {parameters.Length} parameters but {gradients.Length} gradients.", nameof(gradients));
        BeginStep(parameters.Length);
        UpdatePart(parameters, gradients, 0);
    }

    void IPartialOptimizer<T>.BeginStep(int length) => BeginStep(length);

    void IPartialOptimizer<T>.UpdatePart(Span<T> parameters, ReadOnlySpan<T> gradients, int start) => UpdatePart(parameters, gradients, start);

    private void BeginStep(int length)
    {
        _firstMoments ??= new AlignedBuffer<T>(length);
        _secondMoments ??= new AlignedBuffer<T>(length);
        if (_firstMoments.Length != length)
            throw new ArgumentException($"This optimizer works on {_firstMoments.Length} parameters since its first step, got {length}.", "parameters");
        _steps++;
    }

    private void UpdatePart(Span<T> parameters, ReadOnlySpan<T> gradients, int start)
    {
        double correction1 = 1 - Math.Pow(_beta1, _steps);
        double correction2 = 1 - Math.Pow(_beta2, _steps);
        T stepSize = T.CreateTruncating(double.CreateTruncating(_learningRate) / correction1);
        T rootCorrection = T.CreateTruncating(1 / Math.Sqrt(correction2));
        Apply(
            parameters, gradients, ref Unsafe.Add(ref _firstMoments!.Origin, start), ref Unsafe.Add(ref _secondMoments!.Origin, start),
            stepSize, rootCorrection);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Apply(Span<T> parameters, ReadOnlySpan<T> gradients, ref T m, ref T v, T stepSize, T rootCorrection)
    {
        T beta1 = T.CreateTruncating(_beta1), rest1 = T.CreateTruncating(1 - _beta1);
        T beta2 = T.CreateTruncating(_beta2), rest2 = T.CreateTruncating(1 - _beta2);
        T epsilon = T.CreateTruncating(_epsilon);
        ref T w = ref MemoryMarshal.GetReference(parameters);
        ref T dw = ref MemoryMarshal.GetReference(gradients);
        int i = 0;
        for (; i <= parameters.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> g = Vector.LoadUnsafe(ref dw, (nuint)i);
            Vector<T> mean = Vector.LoadUnsafe(ref m, (nuint)i) * beta1 + g * rest1;
            Vector<T> square = Vector.LoadUnsafe(ref v, (nuint)i) * beta2 + g * g * rest2;
            mean.StoreUnsafe(ref m, (nuint)i);
            square.StoreUnsafe(ref v, (nuint)i);
            Vector<T> divisor = Vector.SquareRoot(square) * rootCorrection + new Vector<T>(epsilon);
            (Vector.LoadUnsafe(ref w, (nuint)i) - mean * stepSize / divisor).StoreUnsafe(ref w, (nuint)i);
        }

        for (; i < parameters.Length; i++)
        {
            T g = Unsafe.Add(ref dw, i);
            T mean = Unsafe.Add(ref m, i) = Unsafe.Add(ref m, i) * beta1 + g * rest1;
            T square = Unsafe.Add(ref v, i) = Unsafe.Add(ref v, i) * beta2 + g * g * rest2;
            Unsafe.Add(ref w, i) -= mean * stepSize / (T.Sqrt(square) * rootCorrection + epsilon);
        }
    }

    private static double Decay(double value, string name) => value is >= 0 and < 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least 0 and below 1.");
}

/// <summary>Adam for networks of precision float.</summary>
public sealed class Adam : Adam<float>
{
    /// <inheritdoc cref="Adam{T}(T, double, double, double)"/>
    public Adam(float learningRate = 1e-3f, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
        : base(learningRate, beta1, beta2, epsilon)
    {
    }
}
