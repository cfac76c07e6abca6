using System;
using System.Globalization;
using System.Numerics;

namespace GenNet;

/// <summary>
/// Adam with decoupled weight decay: w -= learning rate * decay * w, then Adam's step, whose means never see the decay. Source:
/// I. Loshchilov, F. Hutter, "Decoupled Weight Decay Regularization", 2019; form and defaults are PyTorch's, which decays all
/// parameters, biases included.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public class AdamW<T> : MomentOptimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double _weightDecay;

    /// <summary>AdamW with a learning rate, which may be changed between steps.</summary>
    /// <param name="learningRate">The length of a step where the gradient is steady; PyTorch has 0.001.</param>
    /// <param name="weightDecay">The share of each parameter that a step takes away, per unit of learning rate; finite and at least 0.</param>
    /// <param name="beta1">The decay of the mean of the gradients, from 0 to below 1.</param>
    /// <param name="beta2">The decay of the mean of their squares, from 0 to below 1.</param>
    /// <param name="epsilon">Keeps the divisor from zero; finite and above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public AdamW(T learningRate, double weightDecay = 1e-2, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
        : base(learningRate, "adamw", beta1, beta2, epsilon) => _weightDecay = OptimizerSettings.NotNegative(weightDecay, nameof(weightDecay));

    /// <inheritdoc/>
    public override string Settings => string.Create(CultureInfo.InvariantCulture, $"weightDecay={_weightDecay} {base.Settings}");

    private protected override bool UpdatePart(Span<T> parameters, ReadOnlySpan<T> gradients, int start) =>
        Run(AdamStep(kept: 1 - double.CreateTruncating(LearningRate) * _weightDecay), parameters, gradients, start);
}

/// <summary>AdamW for networks of precision float.</summary>
public sealed class AdamW : AdamW<float>
{
    /// <inheritdoc cref="AdamW{T}(T, double, double, double, double)"/>
    public AdamW(float learningRate = 1e-3f, double weightDecay = 1e-2, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
        : base(learningRate, weightDecay, beta1, beta2, epsilon)
    {
    }
}
