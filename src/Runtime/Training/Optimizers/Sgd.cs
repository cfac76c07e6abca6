using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>
/// Gradient descent without momentum: w -= learning rate * dw. On all data at once it is full-batch gradient descent, on
/// single samples stochastic, and between them mini-batch gradient descent: the batch decides, not the optimizer.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public class Sgd<T> : Optimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Gradient descent with a learning rate, which may be changed between steps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The learning rate is not finite and above 0.</exception>
    public Sgd(T learningRate)
        : base(learningRate, "sgd")
    {
    }

    /// <inheritdoc/>
    public override string Settings => "";

    /// <summary>A step in which the gradients were added to the parameters as they were computed.</summary>
    internal void CountStep() => CountOnly();

    private protected override bool UpdatePart(Span<T> parameters, ReadOnlySpan<T> gradients, int start) =>
        Run(new Rule(new Vector<T>(LearningRate)), parameters, gradients, start);

    private readonly struct Rule(Vector<T> rate) : IUpdateRule<T>
    {
        public static int StateCount => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Step(Vector<T> w, Vector<T> g, ref Vector<T> first, ref Vector<T> second) => w - rate * g;
    }
}

/// <summary>Gradient descent for networks of precision float.</summary>
public sealed class Sgd : Sgd<float>
{
    /// <inheritdoc cref="Sgd{T}(T)"/>
    public Sgd(float learningRate)
        : base(learningRate)
    {
    }
}
