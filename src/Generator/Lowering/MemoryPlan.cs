using System.Collections.Generic;

namespace GenNet.Generator.Lowering;

/// <summary>
/// Places tensors in the parameter buffer and in the workspace. Padded, every row is a whole number of cache lines: every
/// vector width divides it, so there are no tails. The smallest networks are computed number by number and need no padding.
/// </summary>
internal sealed class MemoryPlan(int elementSize, bool padded)
{
    /// <summary>Rows computed at once: large enough to use each weight that is read many times, small enough for the cache.</summary>
    public const int BlockRows = 128;

    private const int CacheLine = 64;

    /// <summary>The second-level cache of a core has a megabyte or two.</summary>
    private const int SecondLevelCache = 2 << 20;

    private readonly List<Tensor> _parameters = [];

    /// <summary>The elements of a cache line, which is also the widest vector.</summary>
    public int Lanes { get; } = CacheLine / elementSize;

    public bool IsPadded => padded;

    public IReadOnlyList<Tensor> Parameters => _parameters;

    public int ParametersLength { get; private set; }

    public int WorkspaceLength { get; private set; }

    /// <summary>A row of zeros, for sums that start from nothing; null where nothing is padded.</summary>
    public Tensor? Zero { get; private set; }

    /// <summary>A row for a sum that is to be added to another; null where nothing is padded.</summary>
    public Tensor? Sum { get; private set; }

    /// <summary>Some rows of a matrix of weights, transposed: the right factor where gradients flow back. Null before the backward pass is planned.</summary>
    public Tensor? Panel { get; private set; }

    /// <summary>The columns of the panel: two of the widest vectors.</summary>
    public int PanelColumns => 2 * Lanes;

    /// <summary>Places the row of zeros, long enough for every tensor.</summary>
    public void PlaceZero(int columns) => Zero = Scratch("zero", "zero", 1, columns);

    /// <summary>Places what the backward pass needs beside the tensors, for weights of at most so many columns.</summary>
    public void PlaceBackward(int columns)
    {
        Sum = Scratch("sum", "sum", 1, columns);
        Panel = Scratch("panel", "panel", columns, PanelColumns, PanelColumns);
    }

    /// <summary>The columns that vector loops run over.</summary>
    public int Padded(int columns) => padded ? (columns + Lanes - 1) / Lanes * Lanes : columns;

    /// <summary>Whether vector loops over the rows of a tensor run into padding.</summary>
    public bool HasPadding(Tensor tensor) => Padded(tensor.Columns) != tensor.Columns;

    /// <summary>Whether a matrix is read from beyond the second-level cache.</summary>
    public bool IsLarge(Tensor matrix) => (long)matrix.Rows * matrix.Stride * elementSize >= SecondLevelCache;

    /// <summary>A matrix of parameters.</summary>
    public Tensor Parameter(string name, int rows, int columns) =>
        Place(new Tensor(name, name, Storage.Parameters, rows, columns, Stride(columns), ParametersLength));

    /// <summary>A row of parameters for all samples, such as a bias.</summary>
    public Tensor ParameterRow(string name, int columns) =>
        Place(new Tensor(name, name, Storage.Parameters, 1, columns, Padded(columns), ParametersLength, IsRow: true));

    /// <summary>Scratch for one row for each sample of a block.</summary>
    public Tensor Rows(string name, int columns, string? memory = null) => Scratch(name, memory ?? name, Tensor.Batch, columns);

    /// <summary>Scratch of the columns and strides of another tensor of rows, so that what reads that one can read this.</summary>
    public Tensor RowsLike(Tensor other, string name) => Scratch(name, name, Tensor.Batch, other.Columns, other.Stride);

    /// <summary>Scratch of a fixed number of rows.</summary>
    public Tensor Scratch(string name, string memory, int rows, int columns) => Scratch(name, memory, rows, columns, Stride(columns));

    private Tensor Scratch(string name, string memory, int rows, int columns, int stride)
    {
        var tensor = new Tensor(name, memory, Storage.Workspace, rows, columns, stride, WorkspaceLength);
        WorkspaceLength = End(tensor);
        return tensor;
    }

    /// <summary>Where the memory of a tensor ends in the workspace; straight-line code keeps it in locals.</summary>
    public int End(Tensor tensor) => !padded ? 0 : tensor.Offset + (tensor.IsBatch ? BlockRows : tensor.Rows) * tensor.Stride;

    private Tensor Place(Tensor parameter)
    {
        ParametersLength += parameter.Rows * parameter.Stride;
        _parameters.Add(parameter);
        return parameter;
    }

    /// <summary>
    /// The distance between rows. Rows a multiple of four lines apart would fall into a quarter of the cache's sets or
    /// fewer, and evict each other; one line more spreads them over all.
    /// </summary>
    private int Stride(int columns)
    {
        if (!padded)
            return columns;
        int lines = Padded(columns) / Lanes;
        return (lines >= 8 && lines % 4 == 0 ? lines + 1 : lines) * Lanes;
    }

}
