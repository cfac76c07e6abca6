using System;
using System.Numerics;

namespace GenNet;

/// <summary>
/// Adam: m = beta1 m + (1 - beta1) dw, v = beta2 v + (1 - beta2) dw^2, and in step t
/// w -= learning rate * (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon). Source: D. Kingma, J. Ba, "Adam: A Method for
/// Stochastic Optimization", 2015, algorithm 1; the defaults are those of the paper and of PyTorch.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public class Adam<T> : MomentOptimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Adam with a learning rate, which may be changed between steps.</summary>
    /// <param name="learningRate">The length of a step where the gradient is steady; the paper has 0.001.</param>
    /// <param name="beta1">The decay of the mean of the gradients, from 0 to below 1.</param>
    /// <param name="beta2">The decay of the mean of their squares, from 0 to below 1.</param>
    /// <param name="epsilon">Keeps the divisor from zero; finite and above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public Adam(T learningRate, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
        : base(learningRate, "adam", beta1, beta2, epsilon)
    {
    }

    private protected override bool UpdatePart(Span<T> parameters, ReadOnlySpan<T> gradients, int start) =>
        Run(AdamStep(kept: 1), parameters, gradients, start);
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
