using System.Globalization;
using System.Linq;
using GenNet.Generator.Expressions;

namespace GenNet.Generator.Model;

/// <summary>One layer of a network; each kind of layer is a record of its own.</summary>
/// <param name="Name">The prefix of its tensors.</param>
/// <param name="Input">The shape of what comes in, for one sample.</param>
/// <param name="Output">The shape of what goes out.</param>
/// <param name="Activation">The function on the outputs.</param>
internal abstract record LayerModel(string Name, Shape Input, Shape Output, ActivationFunction Activation)
{
    private const long LongRow = 1L << 17;

    /// <summary>The name of its attribute.</summary>
    public string Kind => GetType().Name.Substring(0, GetType().Name.Length - "Layer".Length);

    /// <summary>What the tables call it; its kind unless a layer says otherwise.</summary>
    public virtual string Title => Kind;

    /// <summary>What the tables say of it behind its title; its activation unless a layer says otherwise, nothing where it is empty.</summary>
    public virtual string? Detail => null;

    /// <summary>All that its results depend on beside its parameters: what a checkpoint remembers of it. Checkpoints compare it, so it never changes.</summary>
    public virtual string Declared => Declare(Detail ?? Activation.Declared);

    /// <summary>The numbers that come in, for one sample.</summary>
    public int Inputs => Input.Size;

    /// <summary>The numbers that go out.</summary>
    public int Outputs => Output.Size;

    /// <summary>The numbers that it computes for each sample before its activation.</summary>
    public virtual Quantity Units => Output.Count;

    /// <summary>About how many numbers it needs in parameters, padding and scratch.</summary>
    public Quantity Numbers => (HasWeights ? WeightNumbers : 0) + Scratch;

    /// <summary>Of a block of rows, which has fewer of them where they are long.</summary>
    private Quantity Scratch
    {
        get
        {
            Quantity row = RowNumbers;
            return row.Value <= LongRow ? row * 256 : System.Math.Max((row * 16).Value, LongRow * 256);
        }
    }

    /// <summary>Whether it has tensors of its own.</summary>
    public virtual bool HasWeights => true;

    /// <summary>Whether its outputs are known only where its inputs are.</summary>
    public virtual bool HasOutputsOfInputs => false;

    /// <summary>The modules that it is in PyTorch's nn.Sequential: one, and one for its activation.</summary>
    public virtual int Modules => Activation.Kind == GenNet.Activation.Identity ? 1 : 2;

    /// <summary>The fewest rows of a block where it normalises over them; 0 where it computes each row by itself.</summary>
    public virtual int FewestRows => 0;

    /// <summary>Whether it computes each step of a sequence by itself, or from what the steps before have left.</summary>
    public virtual bool ComputesSteps => LooksBack;

    /// <summary>Whether it computes a step from what the steps before have left: a state, keys and values, a window of them, their number.</summary>
    public virtual bool LooksBack => false;

    /// <summary>Whether it can be written number by number, in the smallest networks.</summary>
    public virtual bool HasStraightLineForm => false;

    /// <summary>About how many numbers it needs for each sample.</summary>
    protected virtual Quantity RowNumbers => Units + Input.Count;

    /// <summary>About how many numbers its weights take, padding included.</summary>
    protected virtual Quantity WeightNumbers => (Input.Count + 1) * (Units + 32);

    /// <summary>Its kind and shapes with what else there is to say, as a checkpoint remembers them.</summary>
    protected string Declare(params string[] details) => $"{Kind}({string.Join(", ", new[] { Input.ToString(), Output.ToString() }.Concat(details))})";
}

/// <summary>A fully connected layer.</summary>
/// <param name="Name">The prefix of its tensors.</param>
/// <param name="Input">The shape of what comes in, [features] or [steps, features].</param>
/// <param name="Output">The shape of what goes out, [features] or [steps, features].</param>
/// <param name="Activation">The function on the outputs.</param>
/// <param name="Bias">Whether it adds a bias.</param>
/// <param name="Init">How the weights are drawn.</param>
internal sealed record DenseLayer(string Name, Shape Input, Shape Output, ActivationFunction Activation, bool Bias, WeightInit Init)
    : LayerModel(Name, Input, Output, Activation)
{
    public override bool HasStraightLineForm => Input.Rank == 1;

    public override bool ComputesSteps => true;

    protected override Quantity WeightNumbers => ((Quantity)Input.Features + 1) * ((Quantity)Output.Features + 32);
}

/// <summary>A layer whose outputs are each the largest of several affine functions.</summary>
/// <param name="Name">The prefix of its tensors.</param>
/// <param name="Input">The shape of what comes in, [features].</param>
/// <param name="Output">The shape of what goes out, [features].</param>
/// <param name="Pieces">The affine functions of each output.</param>
/// <param name="Bias">Whether they have biases.</param>
/// <param name="Init">How the weights are drawn.</param>
internal sealed record MaxoutLayer(string Name, Shape Input, Shape Output, int Pieces, bool Bias, WeightInit Init)
    : LayerModel(Name, Input, Output, ActivationFunction.Identity)
{
    public override string Detail => $"{Pieces} pieces";

    public override Quantity Units => Output.Count * Pieces;
}

/// <summary>Dropout of what passes, in training only.</summary>
/// <param name="Input">The shape of what comes in, and goes out.</param>
/// <param name="Rate">The probability of becoming zero.</param>
/// <param name="Channels">Whether the channels of an image become zero as a whole.</param>
internal sealed record DropoutLayer(Shape Input, double Rate, bool Channels = false)
    : LayerModel("", Input, Input, ActivationFunction.Identity)
{
    public override bool HasOutputsOfInputs => true;

    public override bool ComputesSteps => true;

    public override string Detail => Rate.ToString("R", CultureInfo.InvariantCulture) + (Channels ? ", channels" : "");

    public override bool HasWeights => false;
}
