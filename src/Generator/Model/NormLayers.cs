using System.Globalization;
using GenNet.Generator.Expressions;

namespace GenNet.Generator.Model;

/// <summary>A normalisation: (x - mean) / sqrt(variance + epsilon) * weight + bias.</summary>
/// <param name="Name">The prefix of its tensors.</param>
/// <param name="Input">The shape of what comes in, and goes out: any.</param>
/// <param name="Activation">The function on the result.</param>
/// <param name="Epsilon">What is added to the variance.</param>
internal abstract record NormLayer(string Name, Shape Input, ActivationFunction Activation, double Epsilon)
    : LayerModel(Name, Input, Input, Activation)
{
    public override bool HasOutputsOfInputs => true;

    public override bool ComputesSteps => true;

    public override string Declared => Declare(Activation.Declared, $"epsilon {Text(Epsilon)}");

    protected override Quantity WeightNumbers => Input.Count * 2 + 32;

    protected static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>Normalisation of each sample over its features, of each step by itself; of an image over all its numbers.</summary>
/// <param name="Name">The prefix of its tensors.</param>
/// <param name="Input">The shape of what comes in.</param>
/// <param name="Activation">The function on the result.</param>
/// <param name="Epsilon">What is added to the variance.</param>
internal sealed record LayerNormLayer(string Name, Shape Input, ActivationFunction Activation, double Epsilon)
    : NormLayer(Name, Input, Activation, Epsilon);

/// <summary>Normalisation of each sample over groups of its channels.</summary>
/// <param name="Name">The prefix of its tensors.</param>
/// <param name="Input">The shape of what comes in, [features] or [channels, rows, columns].</param>
/// <param name="Groups">How many groups there are, a divisor of the features or channels.</param>
/// <param name="Activation">The function on the result.</param>
/// <param name="Epsilon">What is added to the variance.</param>
internal sealed record GroupNormLayer(string Name, Shape Input, int Groups, ActivationFunction Activation, double Epsilon)
    : NormLayer(Name, Input, Activation, Epsilon)
{
    public override string Title => $"GroupNorm of {Groups}";

    public override string Declared => Declare($"{Groups} groups", Activation.Declared, $"epsilon {Text(Epsilon)}");
}

/// <summary>Normalisation of each feature, or channel, over the rows of a block in training and by running statistics elsewhere.</summary>
/// <param name="Name">The prefix of its tensors.</param>
/// <param name="Input">The shape of what comes in.</param>
/// <param name="Activation">The function on the result.</param>
/// <param name="Epsilon">What is added to the variance.</param>
/// <param name="Momentum">How much of a batch's statistics a step takes into the running ones.</param>
internal sealed record BatchNormLayer(string Name, Shape Input, ActivationFunction Activation, double Epsilon, double Momentum)
    : NormLayer(Name, Input, Activation, Epsilon)
{
    public override string Declared => Declare(Activation.Declared, $"epsilon {Text(Epsilon)}", $"momentum {Text(Momentum)}");

    /// <summary>The features of a sequence come last, the channels of an image first.</summary>
    public int Channels => Input.Rank == 3 ? Input.Dimensions[0] : Input.Dimensions[Input.Rank - 1];

    /// <summary>The numbers of a channel in one sample.</summary>
    public int NumbersOfChannel => Input.Size / Channels;

    public override int FewestRows => NumbersOfChannel == 1 ? 2 : 1;
}
