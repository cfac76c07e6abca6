namespace Playground.Browser;

/// <summary>What some training steps have done.</summary>
/// <param name="Steps">The steps since the network was loaded or reset.</param>
/// <param name="Loss">The mean loss of the last batch, before its step.</param>
/// <param name="Norms">The Euclidean norms of W1, b1, W2, b2.</param>
/// <param name="GradientNorms">Those of their gradients.</param>
/// <param name="Answer">What the network makes of the image now.</param>
internal sealed record DigitLesson(int Steps, float Loss, float[] Norms, float[] GradientNorms, DigitAnswer Answer);
