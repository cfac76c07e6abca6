namespace GenNet;

/// <summary>What is known of the gradients once they are adjusted.</summary>
/// <param name="Loss">The loss with the penalty.</param>
/// <param name="Penalty">The penalty alone.</param>
/// <param name="Factor">What they are still to be multiplied by, for their norm.</param>
/// <param name="AreFinite">Whether loss and norm are, and what has been updated.</param>
/// <param name="AreUpdated">Whether the parameters have been updated by them already.</param>
internal readonly record struct AdjustedGradients(double Loss, double Penalty, double Factor, bool AreFinite, bool AreUpdated);
