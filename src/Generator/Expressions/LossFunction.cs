using System;

namespace GenNet.Generator.Expressions;

/// <summary>A loss: a name and the expression of one output y with target d, of the library or of the user's. The loss of a sample is the sum over its outputs.</summary>
/// <param name="Name">What formulas call it.</param>
/// <param name="Title">What a text calls it.</param>
/// <param name="Declared">What checkpoints remember of it. They compare it, so it never changes.</param>
/// <param name="OfOutput">The loss of one output, over <see cref="Y"/> and <see cref="D"/>; null where there is none of y alone.</param>
/// <param name="OfLogit">It together with the only activation that it goes with, over that one's <see cref="ActivationFunction.Z"/>; null for most.</param>
/// <param name="Kind">The member of the enum that it is; null for a function of the user's.</param>
/// <param name="OfRow">A method with the loss of all outputs of a sample and its gradient, as C#; null where the loss is a sum over the outputs.</param>
internal sealed record LossFunction(string Name, string Title, string Declared, Expr? OfOutput, Expr? OfLogit, Loss? Kind, string? OfRow = null)
{
    public static readonly Variable Y = new("y");
    public static readonly Variable D = new("d");

    /// <summary>Whether it is softmax and cross-entropy as one function of all logits, which is no expression of one.</summary>
    public bool IsCrossEntropy => Kind == Loss.CrossEntropy;

    /// <summary>Whether the loss of a sample is the mean over its outputs in place of the sum, which is a factor of the whole.</summary>
    public bool IsMeanOverOutputs => Kind is Loss.MeanSquaredError or Loss.MeanAbsoluteError or Loss.Huber or Loss.BinaryCrossEntropy;

    /// <summary>Those of the library.</summary>
    public static LossFunction Of(Loss loss) => new(
        loss.ToString(), Spoken(loss), loss.ToString(), Formula(loss), loss == Loss.BinaryCrossEntropy ? BinaryCrossEntropyOfLogit : null, loss);

    /// <summary>A function of the user's.</summary>
    /// <param name="name">The method.</param>
    /// <param name="home">Its class.</param>
    /// <param name="value">The loss of one output, over <see cref="Y"/> and <see cref="D"/>.</param>
    public static LossFunction OfUser(string name, string home, Expr value) => new(name, name, $"{home}.{name}", value, null, null);

    /// <summary>A function of the user's, of all outputs of a sample.</summary>
    /// <param name="name">The method.</param>
    /// <param name="home">Its class.</param>
    /// <param name="text">Its value and its gradient, as C#.</param>
    public static LossFunction OfUser(string name, string home, string text) => new(name, name, $"{home}.{name}", null, null, null, text);

    private static string Spoken(Loss loss) => loss switch
    {
        Loss.HalfSquaredError => "half squared error",
        Loss.MeanSquaredError => "mean squared error",
        Loss.MeanAbsoluteError => "mean absolute error",
        Loss.BinaryCrossEntropy => "binary cross-entropy",
        Loss.CrossEntropy => "cross-entropy",
        Loss.Perceptron => "perceptron",
        _ => loss.ToString(),
    };

    private static Expr? Formula(Loss loss)
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
            Loss.BinaryCrossEntropy or Loss.CrossEntropy => null,
            _ => throw new ArgumentOutOfRangeException(nameof(loss), loss, "No loss."),
        };
    }

    /// <summary>
    /// Sigmoid and binary cross-entropy as one function of the logit z: -(d log s(z) + (1 - d) log(1 - s(z))) =
    /// softplus(z) - z d. No logarithm of zero can happen, and the derivative is s(z) - d.
    /// </summary>
    private static Expr BinaryCrossEntropyOfLogit => Expr.Call(Function.Softplus, ActivationFunction.Z) - ActivationFunction.Z * (Expr)D;
}
