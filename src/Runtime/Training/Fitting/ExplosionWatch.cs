using System;
using System.Numerics;

namespace GenNet;

/// <summary>
/// Finds fits whose steps are too long although clipping, or luck, keeps every number finite. A look at the loss of an epoch costs nothing; only
/// where it is far above the first, the network is compared with one that has learned nothing, on rows of the training data.
/// </summary>
internal sealed class ExplosionWatch<TNet, T>
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>A loss so many times that of the beginning is no longer the noise of batches.</summary>
    private const double Limit = 10;

    private double? _first;

    /// <summary>To be told the loss of each batch, of which the first counts: it is taken before any step.</summary>
    public void ObserveBatch(double loss) => _first ??= loss;

    /// <summary>A sentence if the loss has exploded; otherwise null.</summary>
    /// <param name="epoch">The epoch that has ended.</param>
    /// <param name="loss">Its loss.</param>
    /// <param name="network">The network after it.</param>
    /// <param name="batches">The training data.</param>
    public string? Find(int epoch, double loss, TNet network, IBatchSource<T> batches)
    {
        double first = Math.Max(0, _first ?? double.NaN);
        if (!(loss > Limit * first))
            return null;

        // The first batch may have been an easy one: so a network that knows nothing, on the same rows, is the other measure.
        Dataset<T> sample = batches.Sample();
        double now = Loss(network, sample), untrained = Loss(TNet.Create(), sample);
        double reference = Math.Max(first, untrained);
        return now > Limit * reference && reference > 0
            ? ScheduleSettings.Text($"After epoch {epoch} the mean loss over {sample.Count} rows of the training data is {now:g4}. The first batch had {first:g4}, and a network whose parameters are zero has {untrained:g4} on these rows: ")
                + "the steps are too long. Start again with a lower learning rate; clipping keeps gradients finite, not right."
            : null;
    }

    private static double Loss(TNet network, Dataset<T> data) => double.CreateTruncating(network.Evaluate(data.Inputs, data.Targets));
}
