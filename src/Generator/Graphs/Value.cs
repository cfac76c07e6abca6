using GenNet.Generator.Model;

namespace GenNet.Generator.Graphs;

/// <summary>A tensor of a network: what one operation writes and others read. Two values are the same only if they are one object.</summary>
/// <param name="name">What the field calls it: x, z1, a1, W1, b1; a gradient is d + name.</param>
/// <param name="shape">The shape of one sample, or of a parameter: [inputs, outputs] of weights, whose columns are the outputs.</param>
/// <param name="kind">Whose it is.</param>
/// <param name="pieces">The pieces that its columns stand in, one after the other; each is padded by itself.</param>
/// <param name="rowPieces">The same of its rows, where they are the columns of another value.</param>
internal sealed class Value(string name, Shape shape, ValueKind kind, int pieces = 1, int rowPieces = 1)
{
    public string Name => name;

    public Shape Shape => shape;

    public ValueKind Kind => kind;

    public int Pieces => pieces;

    public int RowPieces => rowPieces;

    /// <summary>Whether it has numbers of its own for each sample.</summary>
    public bool IsOfSamples { get; } = AreOfSamples(kind);

    /// <summary>Whether its rows are the caller's: one behind the other, without padding.</summary>
    public bool IsCallers => kind is ValueKind.Input or ValueKind.Target or ValueKind.Output or ValueKind.InputGradient or ValueKind.OutputGradient or ValueKind.Carried;

    /// <summary>Whether it is one row for all samples, as a bias is.</summary>
    public bool IsRow => !IsOfSamples && shape.Dimensions.Count == 1;

    /// <summary>The rows of a parameter; 1 of a value of samples.</summary>
    public int Rows { get; } = RowsOf(shape, kind);

    /// <summary>The rows that each sample has: the steps of a sequence, 1 of anything else.</summary>
    public int Steps { get; } = StepsOf(shape, kind);

    /// <summary>The numbers of a row that mean something.</summary>
    public int Columns { get; } = shape.Size / (RowsOf(shape, kind) * StepsOf(shape, kind));

    /// <summary>Its shape as a summary writes it, such as [rows x 100] or [784 x 100].</summary>
    public string Extent => IsOfSamples ? $"[rows x {shape}]" : $"[{shape}]";

    public override string ToString() => $"{name} {shape}";

    private static bool AreOfSamples(ValueKind kind) => kind is not (ValueKind.Parameter or ValueKind.State or ValueKind.ParameterGradient or ValueKind.Block);

    private static int RowsOf(Shape shape, ValueKind kind) => AreOfSamples(kind) || shape.Dimensions.Count == 1 ? 1 : shape.Dimensions[0];

    private static int StepsOf(Shape shape, ValueKind kind) => AreOfSamples(kind) && shape.Rank == 2 ? shape.Dimensions[0] : 1;
}
