namespace Playground.Browser;

/// <summary>What the network makes of one image.</summary>
/// <param name="Image">[784] What it sees.</param>
/// <param name="Hidden">[100] The activations of the first layer.</param>
/// <param name="Probabilities">[10] Its answer.</param>
/// <param name="Evidence">[784] The gradient of the logarithm of the largest probability by the pixels: above 0 where more ink would speak for the answer.</param>
internal sealed record DigitAnswer(float[] Image, float[] Hidden, float[] Probabilities, float[] Evidence);
