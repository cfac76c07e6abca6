using System;
using System.Collections.Immutable;
using GenNet;

namespace Playground.Browser;

/// <summary>A network of any declaration with what trains it, so that a page can choose among declarations while it runs.</summary>
internal abstract class Model
{
    /// <summary>The name of the class that declares the network.</summary>
    public abstract string Name { get; }

    /// <summary>The layers in order.</summary>
    public abstract ImmutableArray<LayerInfo> Layers { get; }

    /// <summary>Where the tensors stand in the parameters and the gradients.</summary>
    public abstract Layout Layout { get; }

    /// <summary>All parameters. Writing to them changes the network.</summary>
    public abstract Span<float> Parameters { get; }

    /// <summary>A network whose parameters are drawn from a seed, as its declaration says.</summary>
    public static Model Of<TNet>(int seed)
        where TNet : class, INetwork<TNet, float> => new Model<TNet>(seed);

    /// <summary>From now on an optimizer without a history takes the steps.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="penalty">Half of it times the sum of the squared weights is added to the loss.</param>
    public abstract void Use(IOptimizer<float> optimizer, double penalty);

    /// <summary>One step of the optimizer on a batch.</summary>
    /// <returns>The loss before the step, with the penalty. Where it is not finite, nothing has changed.</returns>
    public abstract float Step(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets);

    /// <summary>The mean loss, without the penalty.</summary>
    public abstract float Evaluate(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets);

    /// <summary>The mean loss and its gradient, without the penalty.</summary>
    public abstract float Backward(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradients);

    /// <summary>For each layer, [rows x its outputs].</summary>
    public abstract ImmutableArray<ReadOnlyMemory<float>> Activations(ReadOnlySpan<float> inputs);

    /// <summary>What each layer does on a batch, and how much of the gradient reaches it.</summary>
    public abstract NetworkInspection Inspect(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets);
}

/// <inheritdoc/>
internal sealed class Model<TNet>(int seed) : Model
    where TNet : class, INetwork<TNet, float>
{
    private readonly TNet _net = TNet.Create(seed);
    private Trainer<TNet>? _trainer;

    public override string Name => typeof(TNet).Name;

    public override ImmutableArray<LayerInfo> Layers => TNet.Layers;

    public override Layout Layout => TNet.Layout;

    public override Span<float> Parameters => _net.Parameters;

    public override void Use(IOptimizer<float> optimizer, double penalty) => _trainer = new Trainer<TNet>(_net, optimizer) { L2 = penalty };

    public override float Step(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets) =>
        (_trainer ?? throw new InvalidOperationException("The network has no optimizer.")).Step(inputs, targets);

    public override float Evaluate(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets) => _net.Evaluate(inputs, targets);

    public override float Backward(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradients) => _net.Backward(inputs, targets, gradients);

    public override ImmutableArray<ReadOnlyMemory<float>> Activations(ReadOnlySpan<float> inputs) => _net.Activations(inputs);

    public override NetworkInspection Inspect(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets) => _net.Inspect(inputs, targets);
}
