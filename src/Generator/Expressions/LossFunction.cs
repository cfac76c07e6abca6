using System;

namespace GenNet.Generator.Expressions;

/// <summary>The loss of one output y with target d, as an expression; the loss of a sample is the sum over its outputs.</summary>
internal static class LossFunction
{
    public static readonly Variable Y = new("y");
    public static readonly Variable D = new("d");

    /// <summary>The loss of one output; the mean over outputs, where a loss has one, is a factor of the whole (<see cref="IsMeanOverOutputs"/>).</summary>
    public static Expr Of(Loss loss)
    {
        Expr e = (Expr)Y - D;
        Expr distance = Expr.Call(Function.Abs, e);
        return loss switch
        {
            Loss.HalfSquaredError => 0.5 * (e * e),
            Loss.MeanSquaredError => e * e,
            Loss.MeanAbsoluteError => distance,
            Loss.Perceptron => e * (Expr)ActivationFunction.Z,
            Loss.Huber => Expr.Select(distance, Comparison.LessThanOrEqual, 1, 0.5 * (e * e), distance - 0.5),
            _ => throw new ArgumentOutOfRangeException(nameof(loss), loss, "Not a loss of single outputs."),
        };
    }

    /// <summary>
    /// Sigmoid and binary cross-entropy as one function of the logit z: -(d log s(z) + (1 - d) log(1 - s(z))) =
    /// softplus(z) - z d. No logarithm of zero can happen, and the derivative is s(z) - d.
    /// </summary>
    public static Expr BinaryCrossEntropyOfLogit { get; } =
        Expr.Call(Function.Softplus, ActivationFunction.Z) - ActivationFunction.Z * (Expr)D;

    public static bool IsMeanOverOutputs(Loss loss) =>
        loss is Loss.MeanSquaredError or Loss.MeanAbsoluteError or Loss.Huber or Loss.BinaryCrossEntropy;
}
