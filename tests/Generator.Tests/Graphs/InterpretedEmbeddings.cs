using GenNet.Generator.Graphs;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>Vectors for tokens and places, number by number. Behind the columns there may be anything, but zeros behind gradients.</summary>
internal static class InterpretedEmbeddings
{
    public static void Run(Lookup op, Memory memory, int rows)
    {
        foreach ((int row, int j) in Numbers.Places(op.Result, rows))
            memory[op.Result, row, j] = memory[op.Table, Token(memory, op.Tokens, row), j];
    }

    public static void Run(LookupGradient op, Memory memory, int rows, bool isFirst)
    {
        Begin(op.Result, memory, isFirst);
        foreach ((int row, int j) in Numbers.Places(op.Gradient, rows))
            memory[op.Result, Token(memory, op.Tokens, row), j] += memory[op.Gradient, row, j];
    }

    public static void Run(PositionSum op, Memory memory, int rows, int place)
    {
        foreach ((int row, int j) in Numbers.Places(op.Result, rows))
            memory[op.Result, row, j] = memory[op.Source, row, j] + memory[op.Table, op.NeedsPlace ? place : row % op.Table.Rows, j];
    }

    public static void Run(PositionGradient op, Memory memory, int rows, bool isFirst)
    {
        Begin(op.Result, memory, isFirst);
        foreach ((int row, int j) in Numbers.Places(op.Gradient, rows))
            memory[op.Result, row % op.Result.Rows, j] += memory[op.Gradient, row, j];
    }

    private static void Begin(Value gradient, Memory memory, bool isFirst)
    {
        for (int row = 0; row < gradient.Rows && isFirst; row++)
            memory.Row(gradient, row).Clear();
    }

    private static int Token(Memory memory, Value tokens, int row) => (int)memory[tokens, row / tokens.Columns, row % tokens.Columns];
}
