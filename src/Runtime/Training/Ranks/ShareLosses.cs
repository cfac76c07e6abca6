using System;
using System.Runtime.InteropServices;

namespace GenNet;

/// <summary>The losses of the shares of all ranks, added up in the order of the shares, so that all have the same sum; with them goes whether a rank is to stop.</summary>
internal sealed class ShareLosses(GradientExchange ranks, SharePlan plan)
{
    private readonly double[] _own = new double[plan.MostOfARank + 1];
    private readonly double[] _all = new double[(plan.MostOfARank + 1) * plan.Size];

    /// <summary>Whether this rank is to stop; the others are told of it in the next sum.</summary>
    public bool IsToStop { get; set; }

    /// <summary>Whether a rank was to stop in the last sum.</summary>
    public bool AreToStop { get; private set; }

    /// <summary>Sets the loss of a share of this rank.</summary>
    public void Set(int share, double loss) => _own[share - plan.FirstShareOf(plan.Rank)] = loss;

    /// <summary>The sum. It is where the ranks wait for each other.</summary>
    public double Sum()
    {
        _own[^1] = IsToStop ? 1 : 0;
        ranks.Gather(MemoryMarshal.AsBytes(_own.AsSpan()), MemoryMarshal.AsBytes(_all.AsSpan()));
        double loss = 0;
        AreToStop = false;
        for (int rank = 0; rank < plan.Size; rank++)
        {
            ReadOnlySpan<double> of = _all.AsSpan(rank * _own.Length, _own.Length);
            foreach (double share in of[..(plan.FirstShareOf(rank + 1) - plan.FirstShareOf(rank))])
                loss += share;
            AreToStop |= of[^1] != 0;
        }

        return loss;
    }
}
