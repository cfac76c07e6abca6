namespace GenNet;

/// <summary>What the pools of sequences have. A sequence of [steps, features] becomes one of [(steps + 2 padding - size) / stride + 1, features].</summary>
#pragma warning disable CS3015 // Nobody outside of the library derives from it.
public abstract class Pool1DAttribute : PoolAttribute
#pragma warning restore CS3015
{
    private protected Pool1DAttribute(int size) => Size = size;

    /// <summary>The steps of a window.</summary>
    public int Size { get; }
}
