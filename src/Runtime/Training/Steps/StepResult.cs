namespace GenNet;

/// <summary>What a step says.</summary>
/// <param name="Mean">The mean loss of the batch, before the step.</param>
/// <param name="Penalty">The penalty of the weights, before the step.</param>
/// <param name="Loss">Both, added up in the order of the parts.</param>
/// <param name="IsFinite">False where a loss or a gradient was not finite: a loss for certain, a gradient as far as it was looked at.</param>
internal readonly record struct StepResult(double Mean, double Penalty, double Loss, bool IsFinite)
{
    /// <summary>A step without penalty, or none.</summary>
    public static StepResult Of(double loss, bool isFinite) => new(loss, 0, loss, isFinite);
}
