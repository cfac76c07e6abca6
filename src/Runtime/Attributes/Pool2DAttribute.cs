namespace GenNet;

/// <summary>What the pools of images have. An image of [channels, rows, columns] becomes one of [channels, (rows + 2 padding - size) / stride + 1, and so the columns].</summary>
#pragma warning disable CS3015 // Nobody outside of the library derives from it.
public abstract class Pool2DAttribute : PoolAttribute
#pragma warning restore CS3015
{
    private protected Pool2DAttribute(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
    }

    /// <summary>The rows of a window.</summary>
    public int Rows { get; }

    /// <summary>The columns of a window.</summary>
    public int Columns { get; }
}
