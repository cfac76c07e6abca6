namespace GenNet;

/// <summary>What the attributes of pools have, beside the size of their windows.</summary>
#pragma warning disable CS3015 // Nobody outside of the library derives from it.
public abstract class PoolAttribute : LayerAttribute
#pragma warning restore CS3015
{
    private protected PoolAttribute()
    {
    }

    /// <summary>The distance from one window to the next, at least 1; unless it is given, the size of the window, so that windows lie side by side.</summary>
    public int Stride { get; set; }

    /// <summary>How far windows reach beyond the edges, at least 0 and at most half their size; 0 by default.</summary>
    public int Padding { get; set; }
}
