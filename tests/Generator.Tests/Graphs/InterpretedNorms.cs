using System;
using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>Normalisations from their definitions, number by number. What they leave behind the columns of a value may be anything, and is NaN here.</summary>
/// <param name="memory">Where the values stand.</param>
/// <param name="rows">The rows of the block.</param>
internal sealed class InterpretedNorms(Memory memory, int rows)
{
    /// <summary>Runs an operation, if it is one of a normalisation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="isFirst">Whether gradients of parameters are written, else added.</param>
    public bool Run(Operation operation, bool isFirst)
    {
        switch (operation)
        {
            case Mean op: SumUp(op.Result, op.Source, op.Scope, (row, i) => memory[op.Source, row, i] / op.Scope.Together(rows * op.Source.Steps)); break;
            case Variance op: SumUp(op.Result, op.Source, op.Scope, (row, i) => Square(memory[op.Source, row, i] - Statistic(op.Mean, op.Scope, row, i)) / op.Scope.Together(rows * op.Source.Steps)); break;
            case Normalize op: ForEach(op.Result, (row, i) => Hat(op.Of, row, i) * Weight(op.Of.Weight, op.Of.Scope, i) + Weight(op.Bias, op.Of.Scope, i)); break;
            case NormalizeAdjoint op: Run(op); break;
            case GradientSum op: SumUp(op.Result, op.Gradient, op.Scope, (row, i) => memory[op.Gradient, row, i]); break;
            case ProductSum op: SumUp(op.Result, op.Gradient, op.Of.Scope, (row, i) => memory[op.Gradient, row, i] * Hat(op.Of, row, i)); break;
            case BatchNormAdjoint op: ForEach(op.Result, (row, i) => Adjoint(op, row, i)); break;
            case NormWeightGradient op: AddUp(op.Result, op.Gradient, op.Of.Scope, isFirst, (row, i) => memory[op.Gradient, row, i] * Hat(op.Of, row, i)); break;
            case NormBiasGradient op: AddUp(op.Result, op.Gradient, op.Scope, isFirst, (row, i) => memory[op.Gradient, row, i]); break;
            case BlockGradient op: ToGradient(op.Result, isFirst, c => memory[op.Source, 0, c]); break;
            case BatchStatistic op: ToGradient(op.Result, isFirst, c => memory[op.Source, 0, c] * (op.Count is { } n ? (double)rows * n / (rows * n - 1) : 1)); break;
            case RunningScale op: OfBlock(op.Result, c => memory[op.Weight, 0, c] / Math.Sqrt(memory[op.Variance, 0, c] + op.Epsilon)); break;
            case RunningShift op: OfBlock(op.Result, c => memory[op.Bias, 0, c] + ((op.Before is { } b ? memory[b, 0, c] : 0) - memory[op.Mean, 0, c]) * memory[op.Scale, 0, c]); break;
            case ScaleAndShift op: ForEach(op.Result, (row, i) => Channel(op, op.Scale, i) * memory[op.Source, row, i] + Channel(op, op.Shift, i)); break;
            default: return false;
        }

        return true;
    }

    private static double Square(double number) => number * number;

    private double Statistic(Value value, NormScope scope, int row, int number) => memory[value, scope.OverBlock ? 0 : row, scope.StatisticOf(number, value.Columns)];

    private double Weight(Value value, NormScope scope, int number) => memory[value, 0, scope.WeightOf(number, value.Columns)];

    private double Channel(ScaleAndShift op, Value value, int number) => memory[value, 0, number / op.Plane % value.Columns];

    /// <summary>x^.</summary>
    private double Hat(Normalized of, int row, int number) =>
        (memory[of.Source, row, number] - Statistic(of.Mean, of.Scope, row, number)) / Math.Sqrt(Statistic(of.Variance, of.Scope, row, number) + of.Epsilon);

    private double Adjoint(BatchNormAdjoint op, int row, int number)
    {
        double sums = Statistic(op.Sum, op.Of.Scope, row, number) + Hat(op.Of, row, number) * Statistic(op.Product, op.Of.Scope, row, number);
        return Weight(op.Of.Weight, op.Of.Scope, number) / Math.Sqrt(Statistic(op.Of.Variance, op.Of.Scope, row, number) + op.Of.Epsilon)
            * (memory[op.Gradient, row, number] - sums / op.Of.Scope.Together(rows * op.Of.Source.Steps));
    }

    private void Run(NormalizeAdjoint op)
    {
        int length = op.Of.Scope.Length;
        for (int row = 0; row < rows * op.Steps; row++)
        {
            var result = new double[op.Result.Columns];
            for (int start = 0; start < result.Length; start += length)
            {
                double[] g = [.. Enumerable.Range(start, length).Select(i => memory[op.Gradient, row, i] * Weight(op.Of.Weight, op.Of.Scope, i))];
                double[] hat = [.. Enumerable.Range(start, length).Select(i => Hat(op.Of, row, i))];
                double mean = g.Average(), product = g.Zip(hat, (a, b) => a * b).Average();
                double deviation = Math.Sqrt(Statistic(op.Of.Variance, op.Of.Scope, row, start) + op.Of.Epsilon);
                for (int i = 0; i < length; i++)
                    result[start + i] = (g[i] - mean - hat[i] * product) / deviation;
            }

            Put(op.Result, row, result);
        }
    }

    /// <summary>The sums of a term over what is normalised together.</summary>
    private void SumUp(Value result, Value over, NormScope scope, Func<int, int, double> term)
    {
        var sums = new double[scope.OverBlock ? 1 : rows * over.Steps, result.Columns];
        foreach ((int row, int i) in Numbers.Places(over, rows))
            sums[scope.OverBlock ? 0 : row, scope.StatisticOf(i, result.Columns)] += term(row, i);
        for (int row = 0; row < sums.GetLength(0); row++)
            Put(result, row, [.. Enumerable.Range(0, result.Columns).Select(j => sums[row, j])]);
    }

    /// <summary>The sums of a term over what shares a weight, to its gradient.</summary>
    private void AddUp(Value result, Value over, NormScope scope, bool isFirst, Func<int, int, double> term)
    {
        var sums = new double[result.Columns];
        foreach ((int row, int i) in Numbers.Places(over, rows))
            sums[scope.WeightOf(i, result.Columns)] += term(row, i);
        ToGradient(result, isFirst, j => sums[j]);
    }

    /// <summary>Behind a gradient there are zeros.</summary>
    private void ToGradient(Value result, bool isFirst, Func<int, double> number)
    {
        for (int j = 0; j < result.Columns; j++)
            memory[result, 0, j] = number(j) + (isFirst ? 0 : memory[result, 0, j]);
        if (isFirst)
            memory.Row(result, 0)[result.Columns..].Clear();
    }

    private void OfBlock(Value result, Func<int, double> number) => Put(result, 0, [.. Enumerable.Range(0, result.Columns).Select(number)]);

    private void ForEach(Value result, Func<int, int, double> number)
    {
        for (int row = 0; row < rows * result.Steps; row++)
            Put(result, row, [.. Enumerable.Range(0, result.Columns).Select(i => number(row, i))]);
    }

    private void Put(Value result, int row, double[] numbers)
    {
        numbers.CopyTo(memory.Row(result, row));
        memory.Row(result, row)[numbers.Length..].Fill(double.NaN);
    }
}
