using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>The last of a step: the optimizer, each thread on a share of the parameters, where it is one that can be divided.</summary>
internal sealed class ParameterUpdate<TNet, T>
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TNet _network;
    private readonly IOptimizer<T> _optimizer;
    private readonly IPartialOptimizer<T>? _partial;
    private readonly StepGradients<T> _gradients;
    private readonly TeamWork<Work>? _work;
    private readonly bool[] _finite = [];

    /// <summary>The update of all parameters by the calling thread.</summary>
    public ParameterUpdate(TNet network, IOptimizer<T> optimizer, StepGradients<T> gradients)
    {
        _network = network;
        _optimizer = optimizer;
        _partial = optimizer as IPartialOptimizer<T>;
        _gradients = gradients;
    }

    private ParameterUpdate(ParameterUpdate<TNet, T> single, WorkerTeam team)
        : this(single._network, single._optimizer, single._gradients)
    {
        _work = new TeamWork<Work>(team);
        _finite = new bool[team.Size];
    }

    /// <summary>The parameters without state, which no optimizer sees.</summary>
    private Span<T> Trainable => _network.Parameters[..TNet.Layout.TrainableLength];

    /// <summary>Whether shares can be updated by themselves.</summary>
    public bool TakesShares => _partial is not null;

    /// <summary>The same by the threads of a team.</summary>
    public ParameterUpdate<TNet, T> On(WorkerTeam team) => new(this, team);

    /// <summary>To be called before the shares of a step.</summary>
    public void Begin() => _partial!.BeginStep(_gradients.Trainable.Length);

    /// <summary>Updates a share; returns whether its gradients were finite.</summary>
    public bool Share(Range range) => _partial!.UpdatePart(_network.Parameters[range], _gradients.Trainable[range], range.Start.Value);

    /// <summary>Updates all parameters. Not inlined: with the optimizer in it, the step would be more than the JIT inlines in full.</summary>
    /// <param name="parts">The number of parts.</param>
    /// <param name="factor">What the gradients are multiplied by before.</param>
    /// <param name="looks">Whether the gradients are looked at.</param>
    /// <returns>False if a gradient has been seen that is not finite; an optimizer that is not the library's has not been called then.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Run(int parts, double factor, bool looks)
    {
        if (parts > 1 && TakesShares)
            return RunOnTeam(parts, factor);
        PenaltyAndClipping<T>.Scale(_gradients.Trainable, factor);
        if (looks)
            return RunLooking();
        _optimizer.Update(Trainable, _gradients.Trainable);
        return true;
    }

    private bool RunLooking()
    {
        if (TakesShares)
        {
            Begin();
            return Share(.._gradients.Trainable.Length);
        }

        // Before the step: what an optimizer that is not the library's does with NaN is not known.
        bool finite = WideSums.AllFinite<T>(_gradients.Trainable);
        if (finite)
            _optimizer.Update(Trainable, _gradients.Trainable);
        return finite;
    }

    private bool RunOnTeam(int parts, double factor)
    {
        Begin();
        _work!.Run(parts, new Work(this, parts, factor));
        return !_finite.AsSpan(0, parts).Contains(false);
    }

    /// <summary>A thread's share.</summary>
    private readonly struct Work(ParameterUpdate<TNet, T> of, int parts, double factor) : ITeamWork
    {
        public void Do(int part)
        {
            Span<T> gradients = of._gradients.Trainable;
            Range range = ParameterShares.Of<T>(gradients.Length, part, parts);
            PenaltyAndClipping<T>.Scale(gradients[range], factor);
            of._finite[part] = of.Share(range);
        }
    }
}
