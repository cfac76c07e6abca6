namespace GenNet;

/// <summary>What training minimises, as a mean over the samples of a batch. y is the output of the network, d the target.</summary>
#if GENNET_GENERATOR
internal
#else
public
#endif
enum Loss
{
    /// <summary>1/2 ||y - d||^2 for each sample.</summary>
    HalfSquaredError,

    /// <summary>(y - d)^2, mean over samples and outputs.</summary>
    MeanSquaredError,

    /// <summary>|y - d|, mean over samples and outputs; its derivative at zero is 0.</summary>
    MeanAbsoluteError,

    /// <summary>1/2 (y - d)^2 where |y - d| is at most 1, else |y - d| - 1/2; mean over samples and outputs.</summary>
    Huber,

    /// <summary>-(d log y + (1 - d) log(1 - y)), mean over samples and outputs; after a sigmoid.</summary>
    BinaryCrossEntropy,

    /// <summary>
    /// -sum of d log y for each sample; after a softmax. A row of targets is a distribution as a rule; where it does not sum to 1, as with weighted
    /// samples, the formula holds as it stands. The derivative by the softmax's argument is sum(d) y - d, which is y - d for a distribution.
    /// </summary>
    CrossEntropy,

    /// <summary>
    /// (y - d) z for each sample, where y is the threshold of z: its gradient by z is y - d, so that gradient descent is the
    /// perceptron rule, w += learning rate * (d - y) x (Rosenblatt, 1958). After Step or Sign.
    /// </summary>
    Perceptron,
}
