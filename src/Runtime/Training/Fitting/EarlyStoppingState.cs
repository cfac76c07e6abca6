using System;
using System.Numerics;

namespace GenNet;

/// <summary>What early stopping remembers: the best loss, its epoch and parameters, and how long ago it was. Without options it keeps count only.</summary>
internal sealed class EarlyStoppingState<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly EarlyStopping? _options;

    public EarlyStoppingState(EarlyStopping? options, int length)
    {
        _options = options;
        BestParameters = options is { RestoreBest: true } ? new T[length] : null;
    }

    /// <summary>The lowest loss, infinite before the first.</summary>
    public double BestLoss { get; private set; } = double.PositiveInfinity;

    /// <summary>Its epoch; 0 where there is none.</summary>
    public int BestEpoch { get; private set; }

    /// <summary>The epochs since the last improvement.</summary>
    public int Waited { get; private set; }

    /// <summary>The parameters of the best epoch, where they are to be restored.</summary>
    public T[]? BestParameters { get; }

    /// <summary>Whether the fit is to end.</summary>
    public bool IsOver => _options is { } options && Waited >= options.Patience;

    public void Observe(int epoch, double loss, ReadOnlySpan<T> parameters)
    {
        if (loss < BestLoss - (_options?.MinimumDelta ?? 0))
        {
            BestLoss = loss;
            BestEpoch = epoch;
            Waited = 0;
            if (BestParameters is not null)
                parameters.CopyTo(BestParameters);
        }
        else
        {
            Waited++;
        }
    }

    /// <summary>Takes up what a checkpoint has.</summary>
    public void Restore(double bestLoss, int bestEpoch, int waited, T[]? best)
    {
        BestLoss = bestLoss;
        BestEpoch = bestEpoch;
        Waited = waited;
        if (BestParameters is not null)
            best?.CopyTo(BestParameters, 0);
    }

    /// <summary>Brings the best parameters back, if there are any.</summary>
    public void RestoreBest(Span<T> parameters)
    {
        if (BestEpoch > 0)
            BestParameters?.CopyTo(parameters);
    }
}
