using System;

namespace GenNet;

/// <summary>
/// Batch normalisation: z = (x - mean) / sqrt(variance + epsilon) * weight + bias, a = activation(z), with mean and biased variance of each channel over the rows of a
/// batch in training, and with running ones elsewhere (Ioffe and Szegedy, "Batch Normalization", 2015).
/// </summary>
/// <remarks>
/// <para>[features] are normalised over the rows, [steps, features] over rows and steps, images [channels, rows, columns] over rows and pixels; its tensors are <c>weight</c>,
/// <c>bias</c>, <c>running_mean</c> and <c>running_var</c>, [features] or [channels], as those of PyTorch's nn.BatchNorm. They begin as 1, 0, 0 and 1.</para>
/// <para>Backward and VectorJacobianProduct normalise by the statistics of a <b>block</b>, the rows that one thread computes at once: of a batch of up to 128 rows on one thread (fewer
/// where samples are large), these are PyTorch's. A larger batch, or one of several threads, is cut into blocks of equal size, give or take a row, each of which is normalised by itself, as
/// the replicas of PyTorch's DataParallel are. So results depend on the number of threads, and are the same, bit for bit, for a seed and a number of threads. A block needs at least two
/// numbers of each channel: of features, two rows, else Backward refuses it, and a fit whose last batch would be a single row is refused before it begins.</para>
/// <para>Forward and Evaluate normalise by the running statistics, which are <b>state</b>: they stand behind the trainable parameters in the same buffer, from
/// <see cref="Layout.TrainableLength"/> on, and are saved, loaded, checkpointed and restored with them, but no optimizer, penalty or clipping touches them. Backward does not change them:
/// in their place the gradients have the statistics of the batch, the mean of those of its blocks by their rows (with the unbiased variance). A training step then takes
/// running = (1 - <see cref="Momentum"/>) running + <see cref="Momentum"/> statistic; a loop of one's own calls <see cref="GradientExtensions.UpdateRunningStatistics"/>.</para>
/// <para>The activation may be a function of the user's, as that of a <see cref="DenseAttribute">[Dense]</see> layer.</para>
/// </remarks>
public sealed class BatchNormAttribute : NormalizationAttribute
{
    /// <summary>Normalisation of the outputs of the layer before it.</summary>
    /// <param name="activation">The function applied to the result; without one, it is z itself.</param>
    public BatchNormAttribute(Activation activation = GenNet.Activation.Identity)
        : base(activation)
    {
    }

    /// <summary>Normalisation with a function of the user's, a static method of the same class.</summary>
    /// <param name="function">The name of the method: <c>nameof(Mish)</c>.</param>
    public BatchNormAttribute(string function)
        : base(null, function)
    {
    }

    /// <summary>Normalisation with a function of the user's, a static method of another class.</summary>
    /// <param name="type">The class of the method, of this project.</param>
    /// <param name="function">The name of the method: <c>nameof(MyFunctions.Mish)</c>.</param>
    public BatchNormAttribute(Type type, string function)
        : base(type, function)
    {
    }

    /// <summary>How much of the statistics of a batch a step takes into the running ones, from 0 to 1; 0.1 by default.</summary>
    public double Momentum { get; set; } = 0.1;
}
