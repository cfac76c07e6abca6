using GenNet;

namespace Autoencoder;

/// <summary>784 pixels to two numbers and back (Hinton and Salakhutdinov, "Reducing the dimensionality of data with neural networks", 2006). The middle layer has no
/// activation: one that bounds the plane makes the first steps slow. A pixel is a probability of ink, so the loss is the cross-entropy.</summary>
[Network(Loss.BinaryCrossEntropy)]
[Dense(784, 256, Activation.SiLU)]
[Dense(128, Activation.SiLU)]
[Dense(64, Activation.SiLU)]
[Dense(2)]
[Dense(64, Activation.SiLU)]
[Dense(128, Activation.SiLU)]
[Dense(256, Activation.SiLU)]
[Dense(784, Activation.Sigmoid)]
internal sealed partial class PlaneNet;

/// <summary>Noisy pixels to clean ones (Vincent et al., "Extracting and composing robust features with denoising autoencoders", 2008): wider in the middle, since a digit
/// is to come back as it was.</summary>
[Network(Loss.BinaryCrossEntropy)]
[Dense(784, 256, Activation.SiLU)]
[Dense(64, Activation.SiLU)]
[Dense(256, Activation.SiLU)]
[Dense(784, Activation.Sigmoid)]
internal sealed partial class DenoisingNet;
