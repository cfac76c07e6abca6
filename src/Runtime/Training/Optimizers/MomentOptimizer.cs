using System;
using System.Globalization;
using System.Numerics;

namespace GenNet;

/// <summary>
/// What Adam and its relatives have in common: running means of the gradients, m = beta1 m + (1 - beta1) dw, and of their squares,
/// v = beta2 v + (1 - beta2) dw^2. Their state is <c>mean</c> (m) and <c>square</c> (v).
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public abstract class MomentOptimizer<T> : Optimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private protected MomentOptimizer(T learningRate, string kind, double beta1, double beta2, double epsilon)
        : base(learningRate, kind, "mean", "square")
    {
        Beta1 = OptimizerSettings.Decay(beta1, nameof(beta1));
        Beta2 = OptimizerSettings.Decay(beta2, nameof(beta2));
        Epsilon = OptimizerSettings.Epsilon(epsilon, nameof(epsilon));
    }

    /// <inheritdoc/>
    public override string Settings => string.Create(CultureInfo.InvariantCulture, $"beta1={Beta1} beta2={Beta2} epsilon={Epsilon}");

    private protected double Beta1 { get; }

    private protected double Beta2 { get; }

    private protected double Epsilon { get; }

    /// <summary>1 / sqrt(1 - beta2^t): what corrects the root of v in step t for its start at zero.</summary>
    private protected double RootCorrection => 1 / Math.Sqrt(1 - Math.Pow(Beta2, Steps));

    /// <summary>The rule of the current step, Adam's.</summary>
    /// <param name="kept">The share of w that is left before the step: 1, or less with a weight decay.</param>
    private protected AdamRule<T> AdamStep(double kept)
    {
        double stepSize = double.CreateTruncating(LearningRate) / (1 - Math.Pow(Beta1, Steps));
        return new AdamRule<T>(Beta1, Beta2, Epsilon, stepSize, RootCorrection, kept);
    }
}
