using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GenNet;

/// <summary>Stochastic gradient descent without momentum: w -= learning rate * dw.</summary>
/// <typeparam name="T">float or double.</typeparam>
public class Sgd<T> : IPartialOptimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private T _learningRate;

    /// <summary>Gradient descent with a learning rate, which may be changed between steps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The learning rate is not finite and above 0.</exception>
    public Sgd(T learningRate) => LearningRate = learningRate;

    /// <summary>The length of a step along the negative gradient.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public T LearningRate
    {
        get => _learningRate;
        set => _learningRate = T.IsFinite(value) && value > T.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The learning rate must be finite and above 0.");
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Update(Span<T> parameters, ReadOnlySpan<T> gradients)
    {
        if (gradients.Length != parameters.Length)
            throw new ArgumentException($"There are {parameters.Length} parameters but {gradients.Length} gradients.", nameof(gradients));

        ref T w = ref MemoryMarshal.GetReference(parameters);
        ref T dw = ref MemoryMarshal.GetReference(gradients);
        var rate = new Vector<T>(_learningRate);
        int i = 0;
        for (; i <= parameters.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            var stepped = Vector.LoadUnsafe(ref w, (nuint)i) - rate * Vector.LoadUnsafe(ref dw, (nuint)i);
            stepped.StoreUnsafe(ref w, (nuint)i);
        }

        for (; i < parameters.Length; i++)
            Unsafe.Add(ref w, i) -= _learningRate * Unsafe.Add(ref dw, i);
    }

    void IPartialOptimizer<T>.BeginStep(int length)
    {
    }

    void IPartialOptimizer<T>.UpdatePart(Span<T> parameters, ReadOnlySpan<T> gradients, int start) => Update(parameters, gradients);
}

/// <summary>Stochastic gradient descent for networks of precision float.</summary>
public sealed class Sgd : Sgd<float>
{
    /// <inheritdoc cref="Sgd{T}(T)"/>
    public Sgd(float learningRate)
        : base(learningRate)
    {
    }
}
