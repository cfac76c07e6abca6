using System;
using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Planning;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>Where an interpreter finds the numbers of values.</summary>
/// <param name="format">How rows stand in it.</param>
/// <param name="batch">What the caller gives.</param>
internal abstract class Memory(RowFormat format, Batch batch)
{
    private readonly double[] _outputs = Numbers.Nan(batch.Rows * batch.Outputs), _inputGradients = Numbers.Nan(batch.Rows * batch.Inputs);

    private readonly Dictionary<string, double[]> _carried = [];

    public RowFormat Format => format;

    public Batch Batch => batch;

    /// <summary>The row of the batch that the first one of the block is.</summary>
    public int FirstRow { get; private set; }

    /// <summary>A number of a value, without a thought for padding.</summary>
    public double this[Value of, int row, int column]
    {
        get => Row(of, row)[Index(of, column)];
        set => Row(of, row)[Index(of, column)] = value;
    }

    /// <summary>Turns to another block of the batch.</summary>
    public virtual void Begin(int firstRow) => FirstRow = firstRow;

    /// <summary>One row of a value, as far as its stride.</summary>
    public virtual Span<double> Row(Value value, int row) => value.Kind switch
    {
        ValueKind.Input => CallersRow(batch.X, value, row),
        ValueKind.Target => CallersRow(batch.D, value, row),
        ValueKind.OutputGradient => CallersRow(batch.OutputGradients, value, row),
        ValueKind.Output => CallersRow(_outputs, value, row),
        ValueKind.InputGradient => CallersRow(_inputGradients, value, row),
        ValueKind.Carried => CallersRow(Carried(value), value, row),
        _ => OwnRow(value, row),
    };

    /// <summary>Where a column stands in a row.</summary>
    public int Index(Value value, int column)
    {
        int piece = value.Columns / value.Pieces;
        return column / piece * format.PieceStride(value) + column % piece;
    }

    /// <summary>The numbers of a row that kernels compute: all but the caller's rows as far as the end of a cache line.</summary>
    public int Width(Value value) => value.IsCallers ? value.Columns : format.Padded(format.Columns(value));

    /// <summary>What the caller carries: any numbers that a batch begins with, and what it leaves.</summary>
    private double[] Carried(Value value)
    {
        if (!_carried.TryGetValue(value.Name, out double[]? numbers))
        {
            var random = new Random(value.Name.Sum(letter => letter));
            numbers = value.Name.EndsWith("Before", StringComparison.Ordinal) ? Numbers.Draw(batch.Rows * value.Columns, () => 2 * random.NextDouble() - 1) : Numbers.Nan(batch.Rows * value.Columns);
            _carried.Add(value.Name, numbers);
        }

        return numbers;
    }

    protected abstract Span<double> OwnRow(Value value, int row);

    private Span<double> CallersRow(double[] rows, Value value, int row) => rows.AsSpan((FirstRow * value.Steps + row) * value.Columns, value.Columns);
}
