namespace GenNet;

/// <summary>The whole batch that rows belong to; the default where they are all of it.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Terms">The terms that its mean loss is over.</param>
internal readonly record struct BatchTotals(int Rows, double Terms)
{
    /// <summary>Whether the rows are the whole batch.</summary>
    public bool AreOwn => Rows == 0;
}
