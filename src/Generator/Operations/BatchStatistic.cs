using System.Collections.Immutable;
using GenNet.Generator.Graphs;

namespace GenNet.Generator.Operations;

/// <summary>
/// The mean or the unbiased variance of a batch, the mean of those of its blocks by their rows. It stands where the gradient of a running statistic would stand, which has none.
/// </summary>
/// <param name="layer">The layer it belongs to.</param>
/// <param name="result">Where it stands.</param>
/// <param name="source">m or v of a block.</param>
/// <param name="count">Of a variance, the numbers of a channel in each row; null for a mean.</param>
internal sealed class BatchStatistic(int layer, Value result, Value source, int? count) : Operation(layer)
{
    public Value Source => source;

    /// <summary>Of a variance, the numbers of a channel in each row; null for a mean.</summary>
    public int? Count => count;

    public override ImmutableArray<Value> Reads => [source];

    public override Value Result => result;

    public override string Formula => $"{result.Name} += {source.Name}{(count is null ? "" : ", unbiased,")} * rows / rows of the batch {result.Extent}";

    public override string Comment => $"{Formula}: no gradient, but what {result.Name.Substring(1)} is to follow";

    public override bool SumsOverBatch => true;

    public static BatchStatistic OfMean(int layer, Value result, Value mean) => new(layer, result, mean, count: null);

    public static BatchStatistic OfVariance(int layer, Value result, Value variance, int count) => new(layer, result, variance, count);
}
