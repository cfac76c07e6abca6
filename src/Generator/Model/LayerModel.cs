using System.Globalization;

namespace GenNet.Generator.Model;

/// <summary>One layer of a network; each kind of layer is a record of its own.</summary>
/// <param name="Name">The prefix of its tensors.</param>
/// <param name="Inputs">The numbers that come in, for one sample.</param>
/// <param name="Outputs">The numbers that go out.</param>
/// <param name="Activation">The function on the outputs.</param>
/// <param name="Alpha">The parameter of the activation, where it has one.</param>
internal abstract record LayerModel(string Name, int Inputs, int Outputs, Activation Activation, double Alpha)
{
    /// <summary>The name of its attribute.</summary>
    public string Kind => GetType().Name.Replace("Layer", "");

    /// <summary>What the tables say of it behind its kind; its activation unless a layer says otherwise.</summary>
    public virtual string? Detail => null;

    /// <summary>The numbers that it computes for each sample before its activation.</summary>
    public virtual long Units => Outputs;

    /// <summary>The columns of its widest product, where a group of outputs takes so many columns.</summary>
    public virtual int Width(int paddedOutputs) => paddedOutputs;

    /// <summary>Whether it has tensors of its own.</summary>
    public virtual bool HasWeights => true;

    /// <summary>Whether its outputs are known only where its inputs are.</summary>
    public virtual bool HasOutputsOfInputs => false;

    /// <summary>The modules that it is in PyTorch's nn.Sequential: one, and one for its activation.</summary>
    public virtual int Modules => Activation == Activation.Identity ? 1 : 2;

    /// <summary>Whether it can be written number by number, in the smallest networks.</summary>
    public virtual bool HasStraightLineForm => false;
}

/// <summary>A fully connected layer.</summary>
/// <param name="Name">The prefix of its tensors.</param>
/// <param name="Inputs">The numbers that come in, for one sample.</param>
/// <param name="Outputs">The numbers that go out.</param>
/// <param name="Activation">The function on the outputs.</param>
/// <param name="Alpha">The parameter of the activation, where it has one.</param>
/// <param name="Bias">Whether it adds a bias.</param>
/// <param name="Init">How the weights are drawn.</param>
internal sealed record DenseLayer(string Name, int Inputs, int Outputs, Activation Activation, double Alpha, bool Bias, WeightInit Init)
    : LayerModel(Name, Inputs, Outputs, Activation, Alpha)
{
    public override bool HasStraightLineForm => true;
}

/// <summary>A layer whose outputs are each the largest of several affine functions.</summary>
/// <param name="Name">The prefix of its tensors.</param>
/// <param name="Inputs">The numbers that come in, for one sample.</param>
/// <param name="Outputs">The numbers that go out.</param>
/// <param name="Pieces">The affine functions of each output.</param>
/// <param name="Bias">Whether they have biases.</param>
/// <param name="Init">How the weights are drawn.</param>
internal sealed record MaxoutLayer(string Name, int Inputs, int Outputs, int Pieces, bool Bias, WeightInit Init)
    : LayerModel(Name, Inputs, Outputs, Activation.Identity, 0)
{
    public override string Detail => $"{Pieces} pieces";

    public override long Units => (long)Pieces * Outputs;

    public override int Width(int paddedOutputs) => Pieces * paddedOutputs;
}

/// <summary>Dropout of what passes, in training only.</summary>
/// <param name="Inputs">The numbers that come in, and go out, for one sample.</param>
/// <param name="Rate">The probability of becoming zero.</param>
internal sealed record DropoutLayer(int Inputs, double Rate)
    : LayerModel("", Inputs, Inputs, Activation.Identity, 0)
{
    public override bool HasOutputsOfInputs => true;

    public override string Detail => Rate.ToString("R", CultureInfo.InvariantCulture);

    public override bool HasWeights => false;
}
