using GenNet.Generator.Graphs;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>Sequences in other orders. Padding behind the columns of what is written is zero, but behind an image, where it is what was there.</summary>
internal static class InterpretedSequences
{
    public static void Run(Turn op, Memory memory, int rows)
    {
        (Value sequence, Value image) = op.IsForward ? (op.Source, op.Result) : (op.Result, op.Source);
        Clear(op.Result, memory, rows);
        foreach ((int row, int feature) in Numbers.Places(sequence, rows))
        {
            int sample = row / op.Length, place = feature * op.Length + row % op.Length;
            if (op.IsForward)
                memory[image, sample, place] = memory[sequence, row, feature];
            else
                memory[sequence, row, feature] = memory[image, sample, place];
        }
    }

    public static void Run(Flatten op, Memory memory, int rows)
    {
        (Value sequence, Value flat) = op.IsForward ? (op.Source, op.Result) : (op.Result, op.Source);
        Clear(op.Result, memory, rows);
        foreach ((int row, int feature) in Numbers.Places(sequence, rows))
        {
            int sample = row / op.Length, place = row % op.Length * sequence.Columns + feature;
            if (op.IsForward)
                memory[flat, sample, place] = memory[sequence, row, feature];
            else
                memory[sequence, row, feature] = memory[flat, sample, place];
        }
    }

    /// <summary>Behind the columns there may be anything.</summary>
    public static void Run(Reorder op, Memory memory, int rows)
    {
        for (int sample = 0; sample < rows; sample++)
        {
            for (int t = 0; t < op.Length; t++)
            {
                int inOrderOfSteps = t * rows + sample, inOrderOfSamples = sample * op.Length + t;
                int from = (op.ByStep ? inOrderOfSamples : inOrderOfSteps) + (op.IsOfStates ? rows : 0), to = op.ByStep ? inOrderOfSteps : inOrderOfSamples;
                Copy(memory, op.Source, from, op.Result, to);
            }
        }
    }

    public static void Run(LastState op, Memory memory, int rows)
    {
        for (int sample = 0; sample < rows; sample++)
            Copy(memory, op.Source, (op.Source.Steps - 1) * rows + sample, op.Result, sample);
    }

    private static void Copy(Memory memory, Value source, int from, Value result, int to)
    {
        if (!result.IsCallers)
            memory.Row(result, to).Fill(double.NaN);
        for (int j = 0; j < result.Columns; j++)
            memory[result, to, j] = memory[source, from, j];
    }

    private static void Clear(Value value, Memory memory, int rows)
    {
        for (int row = 0; row < rows * value.Steps; row++)
            memory.Row(value, row).Clear();
    }
}
