namespace GenNet.Generator.Operations;

/// <summary>Which numbers are normalised together, and which of them share a weight.</summary>
/// <param name="OverBlock">Whether mean and variance are of a channel over all rows of a block; else of each sample by itself.</param>
/// <param name="Length">The numbers of one row, a sample or a step of a sequence, that are normalised together: neighbours, unless it is over the block.</param>
/// <param name="Plane">The neighbours that share a weight; behind the last weight the first one follows again.</param>
/// <param name="Words">What mean and variance are taken over: <c>the features</c>.</param>
internal sealed record NormScope(bool OverBlock, int Length, int Plane, string Words)
{
    /// <summary>The mean that a number of a sample is normalised by.</summary>
    public int StatisticOf(int number, int weights) => OverBlock ? WeightOf(number, weights) : number / Length;

    /// <summary>The weight of a number of a sample.</summary>
    public int WeightOf(int number, int weights) => number / Plane % weights;

    /// <summary>How many numbers are normalised together, of so many rows.</summary>
    public int Together(int rows) => OverBlock ? rows * Length : Length;
}
