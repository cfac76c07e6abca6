using System;
using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>Attention, score by score from its definition. Behind the columns of what comes out there may be anything; behind those of gradients there are zeros.</summary>
/// <param name="memory">Where the values stand.</param>
/// <param name="rows">The rows of the block.</param>
internal sealed class InterpretedAttention(Memory memory, int rows)
{
    public void Run(Attention op)
    {
        AttentionValues of = op.Of;
        Use(op.Scores);
        Use(op.Copies);
        for (int row = 0; row < rows * of.Length; row++)
            memory.Row(op.Result, row).Fill(row % of.Length < Length(of, row / of.Length) ? double.NaN : 0);
        ForEachHead(of, (sample, head) =>
        {
            for (int t = 0; t < Length(of, sample); t++)
            {
                double[] scores = Scores(of, sample, head, t), exponentials = Array.ConvertAll(scores, Math.Exp);
                double sum = exponentials.Sum();
                if (of.Logarithms is { } logarithms)
                    memory[logarithms, sample * of.Heads + head, t] = Math.Log(sum);
                for (int j = 0; j < of.HeadWidth; j++)
                    memory[op.Result, sample * of.Length + t, head * of.HeadWidth + j] = exponentials.Select((e, key) => e / sum * Number(of, 2, sample, head, key, j)).Sum();
            }
        });
    }

    /// <summary>One step of one sequence. Behind the columns nothing is written.</summary>
    public void Run(AttentionStep op, int place)
    {
        AttentionValues of = op.Of;
        Use(op.Scores);
        Use(op.Copy);
        int[] columns = [.. Enumerable.Range(0, of.HeadWidth)];
        for (int head = 0; head < of.Heads; head++)
        {
            int first = head * of.HeadWidth, firstValue = head * op.Places;
            foreach (int j in columns)
                (memory[op.Keys, first + j, place], memory[op.Values, firstValue + place, j]) = (Number(of, 1, 0, head, 0, j), Number(of, 2, 0, head, 0, j));
            double[] exponentials = [.. Enumerable.Range(0, place + 1).Select(key =>
                Math.Exp(columns.Sum(j => Number(of, 0, 0, head, 0, j) * memory[op.Keys, first + j, key]) / Math.Sqrt(of.HeadWidth)))];
            foreach (int j in columns)
                memory[op.Result, 0, first + j] = exponentials.Select((e, key) => e * memory[op.Values, firstValue + key, j]).Sum() / exponentials.Sum();
        }
    }

    public void Run(AttentionAdjoint op)
    {
        AttentionValues of = op.Of;
        Use(op.Scores);
        Use(op.Copies);
        for (int row = 0; row < rows * of.Length; row++)
            memory.Row(op.Result, row).Clear();
        ForEachHead(of, (sample, head) =>
        {
            for (int t = 0; t < Length(of, sample); t++)
                Gradients(op, sample, head, t);
        });
    }

    /// <summary>Scratch, which nobody reads afterwards: any number will do.</summary>
    private void Use(Value scratch)
    {
        for (int row = 0; row < scratch.Rows; row++)
            memory.Row(scratch, row).Fill(7);
    }

    /// <summary>What the query of a step adds to the gradients.</summary>
    private void Gradients(AttentionAdjoint op, int sample, int head, int t)
    {
        AttentionValues of = op.Of;
        double[] scores = Scores(of, sample, head, t);
        double l = memory[op.Logarithms, sample * of.Heads + head, t];
        int row = sample * of.Length + t, first = head * of.HeadWidth;
        int[] columns = [.. Enumerable.Range(0, of.HeadWidth)];
        double sum = columns.Sum(j => memory[op.Gradient, row, first + j] * memory[op.Output, row, first + j]);
        for (int key = 0; key < scores.Length; key++)
        {
            double p = Math.Exp(scores[key] - l), dp = columns.Sum(j => memory[op.Gradient, row, first + j] * Number(of, 2, sample, head, key, j));
            double ds = p * (dp - sum) / Math.Sqrt(of.HeadWidth);
            foreach (int j in columns)
            {
                Add(0, t, j, ds * Number(of, 1, sample, head, key, j));
                Add(1, key, j, ds * Number(of, 0, sample, head, t, j));
                Add(2, key, j, p * memory[op.Gradient, row, first + j]);
            }
        }

        void Add(int piece, int step, int j, double term) => memory[op.Result, sample * of.Length + step, piece * of.Width + first + j] += term;
    }

    /// <summary>The steps that a sample has.</summary>
    private int Length(AttentionValues of, int sample) => of.Lengths is { } lengths ? (int)memory[lengths, sample, 0] : of.Length;

    private void ForEachHead(AttentionValues of, Action<int, int> action)
    {
        for (int sample = 0; sample < rows; sample++)
        {
            for (int head = 0; head < of.Heads; head++)
                action(sample, head);
        }
    }

    /// <summary>q k^T / sqrt(d) of a query and the keys that it sees.</summary>
    private double[] Scores(AttentionValues of, int sample, int head, int query) => [.. Enumerable.Range(0, of.Causal ? query + 1 : Length(of, sample)).Select(key =>
        Enumerable.Range(0, of.HeadWidth).Sum(j => Number(of, 0, sample, head, query, j) * Number(of, 1, sample, head, key, j)) / Math.Sqrt(of.HeadWidth))];

    private double Number(AttentionValues of, int piece, int sample, int head, int step, int j) =>
        memory[of.Projected, sample * of.Length + step, piece * of.Width + head * of.HeadWidth + j];
}
