using System;
using System.Collections.Immutable;
using System.Linq;
using System.Numerics;

namespace GenNet;

/// <summary>
/// Plain gradient descent on the rows of one block: the backward pass is scaled by minus the learning rate, and the gradients are added to the
/// parameters as they are computed. So no gradient is ever written or read; a small batch is bound by the traffic of weights and gradients.
/// </summary>
internal sealed class DirectDescent<TNet, T>
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TNet _network;
    private readonly Sgd<T> _optimizer;
    private readonly ImmutableArray<Range> _biases = TensorRanges.Of(TNet.Layout, TensorRole.Bias);

    private DirectDescent(TNet network, Sgd<T> optimizer)
    {
        _network = network;
        _optimizer = optimizer;
    }

    /// <summary>What gradients are multiplied by.</summary>
    public double Factor => -double.CreateTruncating(_optimizer.LearningRate);

    /// <summary>Whether the biases are finite. Their gradients are sums of all that flows back, so nearly every gradient that is not finite shows
    /// here; what does not shows in the next loss, or after the epoch.</summary>
    public bool BiasesAreFinite
    {
        get
        {
            bool finite = true;
            foreach (Range bias in _biases)
                finite &= WideSums.AllFinite<T>(_network.Parameters[bias]);
            return finite;
        }
    }

    /// <summary>How an optimizer's steps can be done directly; null where it is none that can, or where something is to happen to the gradients.</summary>
    public static DirectDescent<TNet, T>? Of(TNet network, IOptimizer<T> optimizer, GradientSettings settings) =>
        optimizer is Sgd<T> plain && settings == default ? new DirectDescent<TNet, T>(network, plain) : null;

    /// <summary>To be called once a step.</summary>
    public void BeginStep() => _optimizer.CountStep();
}
