namespace GenNet.Generator.Lowering;

/// <summary>The memory that a tensor is part of.</summary>
internal enum Storage
{
    /// <summary>The caller's inputs; dense.</summary>
    Inputs,

    /// <summary>The caller's targets; dense.</summary>
    Targets,

    /// <summary>The caller's outputs; dense.</summary>
    Outputs,

    /// <summary>The caller's d loss / d inputs; dense.</summary>
    InputGradients,

    Parameters,

    /// <summary>Laid out like the parameters.</summary>
    Gradients,

    /// <summary>Scratch for a block of rows.</summary>
    Workspace,
}

/// <summary>A matrix with a fixed place in memory: parameters, or one row for each sample of the block being computed.</summary>
/// <param name="Name">What the field calls it: x, z1, a1, W1, b1; a gradient is d + name.</param>
/// <param name="Memory">The name of its memory; a tensor that overwrites another shares it.</param>
/// <param name="Storage">The buffer it is part of.</param>
/// <param name="Rows">The number of rows, or <see cref="Batch"/>.</param>
/// <param name="Columns">The number of columns that mean something.</param>
/// <param name="Stride">The distance between rows.</param>
/// <param name="Offset">Where it starts in its buffer.</param>
/// <param name="IsRow">Whether it is one row for all samples, as a bias is.</param>
/// <param name="Pieces">How its columns are divided, where they are: then they count the padding behind each piece.</param>
internal sealed record Tensor(
    string Name, string Memory, Storage Storage, int Rows, int Columns, int Stride, int Offset, bool IsRow = false, Pieces? Pieces = null)
{
    /// <summary>As <see cref="Rows"/>: as many as there are samples.</summary>
    public const int Batch = 0;

    public bool IsBatch => Rows == Batch;

    /// <summary>Whether its rows belong to the caller: no padding, so nothing may be written past a row's end.</summary>
    public bool IsDense => Storage is Storage.Inputs or Storage.Targets or Storage.Outputs or Storage.InputGradients;

    /// <summary>A tensor of another name in the same memory.</summary>
    public Tensor Renamed(string name) => this with { Name = name };
}

/// <summary>Columns in pieces of one size.</summary>
/// <param name="Stride">The columns from one piece to the next.</param>
/// <param name="Columns">The columns of a piece that mean something.</param>
internal sealed record Pieces(int Stride, int Columns)
{
    public bool IsPadded => Stride != Columns;
}
