using System;
using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Expressions;
using GenNet.Generator.Graphs;
using GenNet.Generator.Operations;
using GenNet.Generator.Planning;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>
/// Runs operations number by number in double, each from its definition and none from its code; with padding it does what the kernels say that they do.
/// </summary>
/// <param name="memory">Where the values stand.</param>
/// <param name="rows">The rows of the block.</param>
internal sealed class Interpreter(Memory memory, int rows)
{
    private readonly InterpretedProducts _products = new(memory, rows);
    private readonly InterpretedWindows _windows = new(memory, rows);
    private readonly InterpretedPools _pools = new(memory);
    private readonly InterpretedLengths _lengths = new(memory, rows);
    private readonly InterpretedNorms _norms = new(memory, rows);

    /// <summary>The factor of the gradient that a loss leaves.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Whether gradients of parameters are written, as for the first block of a batch, or added to what is there.</summary>
    public bool IsFirst { get; init; } = true;

    /// <summary>The place of the step, where the operations are those of a single one.</summary>
    public int Place { get; init; }

    /// <summary>The loss, summed over the rows.</summary>
    public double Loss { get; private set; }

    /// <summary>Runs operations in order and returns itself.</summary>
    public Interpreter Run(IEnumerable<Operation> operations)
    {
        foreach (Operation operation in operations)
            Run(operation);
        return this;
    }

    public void Run(Operation operation)
    {
        // Where the result stands over something that it must not stand over, the operation reads NaN.
        if (!operation.SumsOverBatch && !operation.Carries && !operation.Reads.Any(read => read == operation.Result || operation.MayOverwrite(read)))
        {
            foreach (Value written in operation.Writes)
                Forget(written);
        }

        switch (operation)
        {
            case Product op: _products.Run(op); break;
            case InputGradient op: _products.Run(op); break;
            case WeightGradient op: _products.Run(op, IsFirst); break;
            case BiasGradient op: _products.Run(op, IsFirst); break;
            case Frame op: _windows.Run(op); break;
            case WindowProduct op: _windows.Run(op); break;
            case TransposedWindowProduct op: _windows.Run(op); break;
            case WindowStep op: _windows.Run(op, Place); break;
            case JoinPhases op: _windows.Run(op); break;
            case WindowGradient op: _windows.Run(op, IsFirst); break;
            case FramedSum op: _windows.Run(op, IsFirst); break;
            case PlaneSum op: _windows.Run(op, IsFirst); break;
            case Turn op: InterpretedSequences.Run(op, memory, rows); break;
            case ClassCrossEntropy op: ForEachRow(op, row => Run(op, row)); break;
            case Lookup op: InterpretedEmbeddings.Run(op, memory, rows); break;
            case LookupGradient op: InterpretedEmbeddings.Run(op, memory, rows, IsFirst); break;
            case PositionSum op: InterpretedEmbeddings.Run(op, memory, rows, Place); break;
            case PositionGradient op: InterpretedEmbeddings.Run(op, memory, rows, IsFirst); break;
            case Reorder op: InterpretedSequences.Run(op, memory, rows); break;
            case LastState op: InterpretedSequences.Run(op, memory, rows); break;
            case Recurrence op: new InterpretedRecurrence(memory, rows).Run(op); break;
            case RecurrenceAdjoint op: new InterpretedRecurrence(memory, rows).Run(op); break;
            case Attention op: new InterpretedAttention(memory, rows).Run(op); break;
            case AttentionStep op: new InterpretedAttention(memory, rows).Run(op, Place); break;
            case AttentionAdjoint op: new InterpretedAttention(memory, rows).Run(op); break;
            case CutAtLength op: _lengths.Run(op); break;
            case CutAtLengthAdjoint op: _lengths.Run(op); break;
            case UpToLength op: _lengths.Run(op); break;
            case StateAtLength op: _lengths.Run(op); break;
            case StateAtLengthAdjoint op: _lengths.Run(op); break;
            case StepMean op: _lengths.Run(op); break;
            case StepMeanAdjoint op: _lengths.Run(op); break;
            case StepLosses op: Loss += _lengths.Run(op, Scale); break;
            case Flatten op: InterpretedSequences.Run(op, memory, rows); break;
            case Map op: ForEachRow(op, row => Run(op, row)); break;
            case Maxout op: ForEachRow(op, row => Run(op, row)); break;
            case MaxoutAdjoint op: ForEachRow(op, row => Run(op, row)); break;
            case MaximumPool op: ForEachRow(op, row => _pools.Run(op, row)); break;
            case MaximumPoolAdjoint op: ForEachRow(op, row => _pools.Run(op, row)); break;
            case AveragePool op: ForEachRow(op, row => _pools.Run(op, row)); break;
            case AveragePoolAdjoint op: ForEachRow(op, row => _pools.Run(op, row)); break;
            case PlaneMeans op: ForEachRow(op, row => _pools.Run(op, row)); break;
            case PlaneMeansAdjoint op: ForEachRow(op, row => _pools.Run(op, row)); break;
            case Upsample op: ForEachRow(op, row => _pools.Run(op, row)); break;
            case UpsampleAdjoint op: ForEachRow(op, row => _pools.Run(op, row)); break;
            case DropoutMask op: ForEachRow(op, row => Run(op, row)); break;
            case Softmax op: ForEachRow(op, row => Run(op, row)); break;
            case SoftmaxAdjoint op: ForEachRow(op, row => Run(op, row)); break;
            case ElementwiseLoss op: ForEachRow(op, row => Run(op, row)); break;
            case SoftmaxCrossEntropy op: ForEachRow(op, row => Run(op, row)); break;
            case ClearPadding op: ForEachRow(op, row => Clear(op.Result, row, memory.Row(op.Result, row).Length)); break;
            case CopyRows op: ForEachRow(op, row => memory.Row(op.Source, row)[..op.Result.Columns].CopyTo(memory.Row(op.Result, row))); break;
            default:
                if (!_norms.Run(operation, IsFirst))
                    throw new InvalidOperationException($"No meaning of {operation.GetType().Name}.");
                break;
        }
    }

    private void ForEachRow(Operation operation, Action<int> action)
    {
        for (int row = 0; row < rows * operation.Steps; row++)
            action(row);
    }

    private void Forget(Value value)
    {
        foreach ((int row, int column) in Numbers.Places(value, value.IsOfSamples ? rows : value.Rows))
            memory[value, row, column] = double.NaN;
    }

    /// <summary>Zeros behind the columns, which is all that the kernels know of pieces.</summary>
    private void Clear(Value value, int row, int end) => memory.Row(value, row)[memory.Format.Columns(value)..end].Clear();

    /// <summary>Over padding too, unless one of the rows is the caller's, which has none.</summary>
    private void Run(Map op, int row)
    {
        Value[] values = [.. op.Reads, op.Result];
        int stride = memory.Row(op.Result, row).Length;
        bool areAlike = values.All(value => !value.IsCallers && memory.Row(value, row).Length == stride);
        int width = areAlike ? stride : op.Result.Columns;
        for (int j = 0; j < width; j++)
            memory.Row(op.Result, row)[j] = Evaluation.Of(op.Expression, Variables(op.Arguments, row, j));
    }

    private (string Name, double Value)[] Variables(IEnumerable<Argument> arguments, int row, int index) =>
        [.. arguments.Select(argument => (argument.Variable.Name, memory.Row(argument.Value, row)[index]))];

    private void Run(Maxout op, int row)
    {
        for (int j = 0; j < memory.Format.PieceStride(op.Source); j++)
            memory.Row(op.Result, row)[j] = Pieces(op.Source, row, j).Aggregate(Math.Max);
    }

    /// <summary>Where the largest is NaN, no piece is it, and the last one gets the gradient.</summary>
    private void Run(MaxoutAdjoint op, int row)
    {
        int stride = memory.Format.PieceStride(op.Source);
        for (int j = 0; j < stride; j++)
        {
            double[] pieces = Pieces(op.Source, row, j);
            double gradient = memory.Row(op.Gradient, row)[j], max = pieces.Aggregate(Math.Max);
            int chosen = Array.IndexOf(pieces, max);
            if (double.IsNaN(max))
                chosen = pieces.Length - 1;
            for (int p = 0; p < pieces.Length; p++)
                memory.Row(op.Result, row)[p * stride + j] = p == chosen ? gradient : 0;
        }
    }

    private double[] Pieces(Value value, int row, int index)
    {
        var pieces = new double[value.Pieces];
        for (int p = 0; p < pieces.Length; p++)
            pieces[p] = memory.Row(value, row)[p * memory.Format.PieceStride(value) + index];
        return pieces;
    }

    /// <summary>Noise of row, layer and column, or channel, alone, so that it is the same in every run. Padding is left alone.</summary>
    private void Run(DropoutMask op, int row)
    {
        int whole = op.Channels is { } channels ? op.Result.Columns / channels : 1;
        for (int j = 0; j < op.Result.Columns; j++)
            memory[op.Result, row, j] = new Random((memory.FirstRow * op.Steps + row) * 7919 + op.Layer * 104729 + j / whole).Next(65536) < op.Keep ? 65536.0 / op.Keep : 0;
    }

    /// <summary>z serves as scratch; behind the columns nothing is written.</summary>
    private void Run(Softmax op, int row)
    {
        double[] y = SoftmaxOf(op.Source, row);
        memory.Row(op.Source, row)[..memory.Width(op.Source)].Fill(double.NaN);
        for (int j = 0; j < y.Length; j++)
            memory[op.Result, row, j] = y[j];
    }

    private void Run(SoftmaxAdjoint op, int row)
    {
        double dot = 0;
        for (int j = 0; j < op.Result.Columns; j++)
            dot += memory[op.Gradient, row, j] * memory[op.Output, row, j];
        for (int j = 0; j < op.Result.Columns; j++)
            memory[op.Result, row, j] = memory[op.Output, row, j] * (memory[op.Gradient, row, j] - dot);
        Clear(op.Result, row, memory.Width(op.Result));
    }

    private void Run(ElementwiseLoss op, int row)
    {
        for (int j = 0; j < op.Result.Columns; j++)
        {
            (string, double)[] variables = Variables(op.Arguments, row, j);
            Loss += Evaluation.Of(op.OfOutput, variables);
            memory[op.Result, row, j] = Scale * Evaluation.Of(op.Derivative, variables);
        }

        Clear(op.Result, row, memory.Width(op.Result));
    }

    private void Run(SoftmaxCrossEntropy op, int row)
    {
        double[] y = SoftmaxOf(op.Source, row);
        double total = 0;
        for (int j = 0; j < y.Length; j++)
        {
            total += memory[op.Target, row, j];
            Loss -= memory[op.Target, row, j] * Math.Log(y[j]);
        }

        for (int j = 0; j < y.Length; j++)
            memory[op.Result, row, j] = Scale * (total * y[j] - memory[op.Target, row, j]);
        Clear(op.Result, row, memory.Width(op.Result));
    }

    private void Run(ClassCrossEntropy op, int row)
    {
        double[] y = SoftmaxOf(op.Source, row);
        double label = memory[op.Target, row, 0];
        Loss -= label < 0 ? 0 : Math.Log(y[(int)label]);
        for (int j = 0; j < y.Length; j++)
            memory[op.Result, row, j] = label < 0 ? 0 : Scale * (y[j] - (j == (int)label ? 1 : 0));
        Clear(op.Result, row, memory.Width(op.Result));
    }

    private double[] SoftmaxOf(Value z, int row)
    {
        double[] exponentials = Enumerable.Range(0, z.Columns).Select(j => Math.Exp(memory[z, row, j])).ToArray();
        double sum = exponentials.Sum();
        return Array.ConvertAll(exponentials, e => e / sum);
    }
}
