using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Expressions;
using GenNet.Generator.Graphs;
using GenNet.Generator.Operations;
using GenNet.Generator.Recurrences;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>Recurrent layers, unit by unit from the formulas of their cell. Behind the columns there may be anything, but zeros behind gradients of gates.</summary>
/// <param name="memory">Where the values stand.</param>
/// <param name="rows">The rows of the block.</param>
internal sealed class InterpretedRecurrence(Memory memory, int rows)
{
    public void Run(Recurrence op)
    {
        RecurrentValues of = op.Values;
        for (int i = 0; i < of.States.Length; i++)
        {
            for (int row = 0; row < rows && !op.Carries; row++)
            {
                memory.Row(of.States[i], row).Clear();
                for (int unit = 0; unit < of.Weight.Rows && !of.Before.IsEmpty; unit++)
                    memory[of.States[i], row, unit] = memory[of.Before[i], row, unit];
            }
        }

        for (int t = 0; t < op.Length; t++)
        {
            for (int row = 0; row < rows; row++)
            {
                OfState(of, t, row);
                for (int unit = 0; unit < of.Weight.Rows; unit++)
                {
                    if (Has(of, row, t))
                        Step(op, t, row, unit);
                    else
                        Clear(of, t, row, unit);
                }
            }
        }

        for (int i = 0; i < of.After.Length; i++)
        {
            foreach ((int row, int unit) in Numbers.Places(of.After[i], rows))
                memory[of.After[i], row, unit] = memory[of.States[i], (of.Lengths is { } lengths ? (int)memory[lengths, row, 0] : op.Length) * rows + row, unit];
        }
    }

    public void Run(RecurrenceAdjoint op)
    {
        RecurrentValues of = op.Values;
        for (int k = 0; k < of.Weight.Columns; k++)
        {
            for (int i = 0; i < of.Weight.Rows; i++)
                memory[op.Turned, k, i] = memory[of.Weight, i, k];
        }

        foreach ((int row, int unit) in Numbers.Places(op.Next, rows))
        {
            memory[op.Next, row, unit] = op.IsOfEveryStep ? 0 : memory[op.Gradient, row, unit];
            foreach (Value past in op.Past)
                memory[past, row, unit] = 0;
        }

        for (int t = op.Length - 1; t >= 0; t--)
        {
            for (int row = 0; row < rows; row++)
            {
                memory.Row(op.Result, t * rows + row).Clear();
                memory.Row(op.OfStates, t * rows + row).Clear();
                for (int unit = 0; unit < of.Weight.Rows && Has(of, row, t); unit++)
                    Gradients(op, t, row, unit);
                for (int unit = 0; unit < of.Weight.Rows && t > 0; unit++)
                    memory[op.Next, row, unit] = Enumerable.Range(0, of.Weight.Columns).Sum(k => memory[op.OfStates, t * rows + row, k] * memory[of.Weight, unit, k]);
            }
        }
    }

    /// <summary>Whether a row has a step, counted from 0.</summary>
    private bool Has(RecurrentValues of, int row, int t) => of.Lengths is not { } lengths || t < (int)memory[lengths, row, 0];

    /// <summary>Zeros in the place of a step that a row does not have; of what the way back reads beside them, there may be anything.</summary>
    private void Clear(RecurrentValues of, int t, int row, int unit)
    {
        foreach (Value state in of.States)
            memory[state, (t + 1) * rows + row, unit] = 0;
        foreach (Value kept in of.Kept)
            memory[kept, t * rows + row, unit] = double.NaN;
    }

    /// <summary>v = h R + Rb.</summary>
    private void OfState(RecurrentValues of, int t, int row)
    {
        for (int k = 0; k < of.Weight.Columns; k++)
        {
            double sum = of.Bias is { } bias ? memory[bias, 0, k] : 0;
            for (int i = 0; i < of.Weight.Rows; i++)
                sum += memory[of.States[0], t * rows + row, i] * memory[of.Weight, i, k];
            memory[of.OfState, row, k] = sum;
        }
    }

    private void Step(Recurrence op, int t, int row, int unit)
    {
        RecurrentValues of = op.Values;
        Cell cell = op.Cell;
        int next = op.Carries ? row : (t + 1) * rows + row;
        Dictionary<string, double> numbers = [];
        for (int k = 0; k < cell.Gates.Length; k++)
        {
            numbers[Cell.OfInput(cell.Gates[k]).Name] = memory[of.OfInputs, t * rows + row, k * of.Weight.Rows + unit];
            numbers[Cell.OfState(cell.Gates[k]).Name] = memory[of.OfState, row, k * of.Weight.Rows + unit];
        }

        for (int i = 0; i < cell.States.Length; i++)
            numbers[Cell.Before(cell.States[i]).Name] = memory[of.States[i], t * rows + row, unit];
        foreach (CellLine line in cell.Lines)
            numbers[line.Name] = Of(line.Value, numbers);
        for (int i = 0; i < cell.States.Length; i++)
            memory[of.States[i], next, unit] = numbers[cell.States[i]];
        for (int i = 0; i < of.Kept.Length; i++)
            memory[of.Kept[i], t * rows + row, unit] = numbers[of.KeptNames[i]];
    }

    private void Gradients(RecurrenceAdjoint op, int t, int row, int unit)
    {
        RecurrentValues of = op.Values;
        Cell cell = op.Cell;
        CellGradients gradients = op.Gradients;
        Dictionary<string, double> numbers = [];
        for (int i = 0; i < cell.States.Length; i++)
        {
            string state = cell.States[i];
            double incoming = state == Cell.Out ? memory[op.Next, row, unit] + (op.IsOfEveryStep ? memory[op.Gradient, t * rows + row, unit] : 0) : 0;
            for (int p = 0; p < op.Past.Length; p++)
                incoming += gradients.Past[p].State == state ? memory[op.Past[p], row, unit] : 0;
            numbers[CellAdjoint.Incoming(cell, state).Name] = incoming;
            if (gradients.Before.Contains(state))
                numbers[Cell.Before(state).Name] = memory[of.States[i], t * rows + row, unit];
            if (gradients.After.Contains(state))
                numbers[state] = memory[of.States[i], (t + 1) * rows + row, unit];
        }

        foreach (string gate in gradients.Inputs)
            numbers[Cell.OfInput(gate).Name] = memory[of.OfInputs, t * rows + row, cell.Gates.IndexOf(gate) * of.Weight.Rows + unit];
        foreach (string name in gradients.Kept)
            numbers[name] = memory[of.Kept[of.KeptNames.IndexOf(name)], t * rows + row, unit];
        foreach ((string name, Expr value) in gradients.Lines)
            numbers[name] = Of(value, numbers);
        for (int k = 0; k < cell.Gates.Length; k++)
        {
            memory[op.Result, t * rows + row, k * of.Weight.Rows + unit] = Of(gradients.OfInputs[k], numbers);
            memory[op.OfStates, t * rows + row, k * of.Weight.Rows + unit] = Of(gradients.OfStates[k], numbers);
        }

        for (int p = 0; p < op.Past.Length; p++)
            memory[op.Past[p], row, unit] = Of(gradients.Past[p].Value, numbers);
    }

    private static double Of(Expr expression, Dictionary<string, double> numbers) => Evaluation.Of(expression, [.. numbers.Select(pair => (pair.Key, pair.Value))]);
}
