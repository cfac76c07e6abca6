namespace GenNet.Benchmarks.Machine;

/// <summary>What a core can do at most.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Rate">Operations, or bytes, in a second.</param>
internal sealed record Limit(string Name, double Rate)
{
    /// <summary>The higher of two measurements of one thing: noise only ever lowers them.</summary>
    public Limit Best(Limit other) => other.Rate > Rate ? other : this;
}
