using System;
using System.Collections.Generic;
using System.Numerics;

namespace GenNet;

/// <summary>A copy of the parameters and the optimizer's state at the end of an epoch: what a fit that diverges goes back to.</summary>
internal sealed class TrainingSnapshot<T>(int length)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] _parameters = new T[length];
    private readonly Dictionary<string, T[]> _state = new(StringComparer.Ordinal);
    private long _steps;

    /// <summary>The epoch that had just ended; the one before the first where none had.</summary>
    public int Epoch { get; private set; }

    public void Capture(int epoch, ReadOnlySpan<T> parameters, IOptimizer<T> optimizer)
    {
        Epoch = epoch;
        parameters.CopyTo(_parameters);
        if (optimizer is not IOptimizerState<T> stateful)
            return;
        _steps = stateful.Steps;
        foreach (string name in stateful.StateNames)
        {
            ReadOnlySpan<T> state = stateful.State(name);
            if (!_state.TryGetValue(name, out T[]? copy) || copy.Length != state.Length)
                _state[name] = copy = new T[state.Length];
            state.CopyTo(copy);
        }
    }

    public void Restore(Span<T> parameters, IOptimizer<T> optimizer)
    {
        _parameters.CopyTo(parameters);
        (optimizer as IOptimizerState<T>)?.Restore(_steps, _state);
    }
}
