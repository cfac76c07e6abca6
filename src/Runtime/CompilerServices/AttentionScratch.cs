namespace GenNet.CompilerServices;

/// <summary>The rows of scratch that attention needs, whatever the samples: those as long as a sequence for scores, those as wide as a head for copies of it.</summary>
internal static class AttentionScratch
{
    /// <summary>The queries whose scores are there at a time: whole register tiles of every height, and of a few thousand keys they stay in the cache.</summary>
    public const int Queries = 24;

    /// <summary>Rows of scores forward: the keys transposed, the scores of a block, the sums of their exponentials.</summary>
    public static int ForwardScores(int headWidth) => headWidth + Queries + 1;

    /// <summary>Rows of scores back: keys and values transposed, the probabilities of a block and their gradients.</summary>
    public static int BackwardScores(int headWidth) => 2 * headWidth + 2 * Queries;

    /// <summary>Rows of copies forward: values, and what comes out of a block.</summary>
    public static int ForwardCopies(int steps) => steps + Queries;

    /// <summary>Rows of copies back: keys, the gradients of keys and of values; of a block, the queries, their gradients and those of what came out.</summary>
    public static int BackwardCopies(int steps) => 3 * steps + 3 * Queries;
}
