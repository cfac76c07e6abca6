using GenNet.Generator.Graphs;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>What depends on the length of each row, number by number. Behind the length there are zeros, in the padding too.</summary>
/// <param name="memory">Where the values stand.</param>
/// <param name="rows">The rows of the block.</param>
internal sealed class InterpretedLengths(Memory memory, int rows)
{
    public int Of(Value lengths, int row) => (int)memory[lengths, row, 0];

    public void Run(CutAtLength op)
    {
        bool areTokens = op.Result.Shape.Rank == 1;
        int features = areTokens ? 1 : op.Result.Columns;
        for (int row = 0; row < rows; row++)
        {
            memory[op.Lengths, row, 0] = memory[op.Source, row, op.Source.Columns - 1];
            for (int t = 0; t < op.Length; t++)
            {
                if (!areTokens || t == 0)
                    memory.Row(op.Result, areTokens ? row : row * op.Length + t).Clear();
                for (int j = 0; j < features && t < Of(op.Lengths, row); j++)
                    memory[op.Result, areTokens ? row : row * op.Length + t, areTokens ? t : j] = memory[op.Source, row, t * features + j];
            }
        }
    }

    public void Run(CutAtLengthAdjoint op)
    {
        for (int row = 0; row < rows; row++)
        {
            memory.Row(op.Result, row).Clear();
            for (int i = 0; i < Of(op.Lengths, row) * op.Gradient.Columns; i++)
                memory[op.Result, row, i] = memory[op.Gradient, row * op.Gradient.Steps + i / op.Gradient.Columns, i % op.Gradient.Columns];
        }
    }

    public void Run(UpToLength op)
    {
        for (int row = 0; row < rows * op.Result.Steps; row++)
        {
            double[] numbers = memory.Row(op.Source, row)[..op.Source.Columns].ToArray();
            memory.Row(op.Result, row).Clear();
            for (int j = 0; j < numbers.Length && Has(op.Lengths, row, op.Result.Steps); j++)
                memory[op.Result, row, j] = numbers[j];
        }
    }

    public void Run(StateAtLength op)
    {
        for (int row = 0; row < rows; row++)
        {
            memory.Row(op.Result, row).Fill(double.NaN);
            for (int j = 0; j < op.Result.Columns; j++)
                memory[op.Result, row, j] = memory[op.Source, Of(op.Lengths, row) * rows + row, j];
        }
    }

    public void Run(StateAtLengthAdjoint op)
    {
        for (int row = 0; row < rows * op.Result.Steps; row++)
            memory.Row(op.Result, row).Clear();
        foreach ((int row, int j) in Numbers.Places(op.Gradient, rows))
            memory[op.Result, (Of(op.Lengths, row) - 1) * rows + row, j] = memory[op.Gradient, row, j];
    }

    public void Run(StepMean op)
    {
        foreach ((int row, int j) in Numbers.Places(op.Result, rows))
        {
            double sum = 0;
            for (int t = 0; t < Of(op.Lengths, row); t++)
                sum += memory[op.Source, row * op.Source.Steps + t, j];
            memory[op.Result, row, j] = sum / Of(op.Lengths, row);
        }
    }

    public void Run(StepMeanAdjoint op)
    {
        for (int row = 0; row < rows * op.Result.Steps; row++)
        {
            memory.Row(op.Result, row).Clear();
            for (int j = 0; j < op.Result.Columns && Has(op.Lengths, row, op.Result.Steps); j++)
                memory[op.Result, row, j] = memory[op.Gradient, row / op.Result.Steps, j] / Of(op.Lengths, row / op.Result.Steps);
        }
    }

    /// <summary>The loss of the steps of each row, and zeros behind them.</summary>
    public double Run(StepLosses op, double scale)
    {
        double loss = 0;
        for (int row = 0; row < rows; row++)
        {
            int length = Of(op.Lengths, row);
            loss += new Interpreter(new MemoryOfSteps(memory, op, row * op.Length), length) { Scale = scale }.Run(op.OfStep).Loss;
            for (int t = length; t < op.Length; t++)
                memory.Row(op.Result, row * op.Length + t).Clear();
        }

        return loss;
    }

    private bool Has(Value lengths, int row, int steps) => row % steps < Of(lengths, row / steps);

    /// <summary>The steps of one sample as rows.</summary>
    private sealed class MemoryOfSteps(Memory whole, StepLosses loss, int first) : Memory(whole.Format, whole.Batch)
    {
        public override System.Span<double> Row(Value value, int row) => whole.Row(loss.Whole(value), first + row);

        protected override System.Span<double> OwnRow(Value value, int row) => throw new System.InvalidOperationException(value.Name);
    }
}
