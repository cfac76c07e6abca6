using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Expressions;
using GenNet.Generator.Graphs;
using GenNet.Generator.Operations;
using GenNet.Generator.Recurrences;

namespace GenNet.Generator.Emission.Layers;

/// <summary>Recurrent layers: a loop over the steps, in it a product with the state before and a loop over the units with the formulas of the cell, one line each.</summary>
internal static class RecurrenceLoops
{
    public static void Emit(LoopWriter w, Recurrence op)
    {
        if (op.Carries)
        {
            w.Code.Line($"// {string.Join(" and ", op.Values.States.Select(state => state.Name))}: what the step before has left, which is replaced.");
            Step(w, op);
            return;
        }

        RecurrentValues of = op.Values;
        w.Code.Line(of.Before.IsEmpty ? "// Before the first step the state is zero." : "// Before the first step the state is what the caller carries from the batch before, or zero.");
        for (int i = 0; i < of.States.Length; i++)
            w.Code.Line(of.Before.IsEmpty ? $"Sequence.Clear(rows, {of.States[i].Name});" : $"Sequence.Begin(rows, {of.Before[i].Name}, {of.States[i].Name});");
        w.Code.Gap();
        using (w.Code.Block($"for (int t = 0; t < {op.Length}; t++)"))
            Step(w, op);
        if (of.After.IsEmpty)
            return;
        w.Code.Gap();
        w.Code.Line("// What the next batch may begin with.");
        for (int i = 0; i < of.States.Length; i++)
        {
            w.Code.Line(of.Lengths is { } lengths
                ? $"SequenceLength.End(rows, {of.States[i].Name}, {lengths.Name}, {of.After[i].Name});"
                : $"Sequence.End(rows, {of.States[i].Name}.From({op.Length} * rows), {of.After[i].Name});");
        }
    }

    /// <summary>The product with the state, and the cell of each sample.</summary>
    private static void Step(LoopWriter w, Recurrence op)
    {
        RecurrentValues of = op.Values;
        string bias = of.Bias is { } b ? b.Name + ", " : "", before = op.Carries ? of.States[0].Name : $"{of.States[0].Name}.From(t * rows)";
        w.Code.Commented($"Dense.Forward(rows, {before}, {of.Weight.Name}, {bias}{of.OfState.Name});", $"v = h[t - 1] {of.Weight.Name}{(of.Bias is null ? "" : " + " + of.Bias.Name)}");
        w.Code.Gap();
        using (w.Code.Block("for (int row = 0; row < rows; row++)"))
        {
            BehindLength(w, of, [.. of.States.Select(state => $"{state.Name}.From((t + 1) * rows + row)")]);
            Cell(w, op);
        }
    }

    /// <summary>Zeros in the place of a step that a row does not have.</summary>
    private static void BehindLength(LoopWriter w, RecurrentValues of, params string[] cleared)
    {
        if (of.Lengths is not { } lengths)
            return;
        using (w.Code.Block($"if (t >= SequenceLength.Of({lengths.Name}, row))"))
        {
            foreach (string row in cleared)
                w.Code.Line($"Sequence.Clear(1, {row});");
            w.Code.Line("continue;");
        }

        w.Code.Gap();
    }

    public static void Emit(LoopWriter w, RecurrenceAdjoint op)
    {
        (int piece, int used) = Pieces(w, op.Values.OfInputs);

        // Behind a single gate nothing is read.
        w.Code.Line($"Sequence.TransposeWeights({op.Values.Weight.Name}, {op.Turned.Name}, piece: {(op.Values.Weight.Pieces == 1 ? used : piece)}, used: {used});");
        w.Code.Gap();
        w.Code.Line(op.IsOfEveryStep ? "// Nothing flows back from behind the last step." : "// What flows back to the last step comes from the output, to the others from the step behind alone.");
        w.Code.Line(op.IsOfEveryStep ? $"Sequence.Clear(rows, {op.Next.Name});" : $"Matrix.CopyRows(rows, {op.Gradient.Name}, {op.Next.Name});");
        foreach (Value past in op.Past)
            w.Code.Line($"Sequence.Clear(rows, {past.Name});");
        w.Code.Gap();
        using (w.Code.Block($"for (int t = {op.Length - 1}; t >= 0; t--)"))
        {
            using (w.Code.Block("for (int row = 0; row < rows; row++)"))
            {
                BehindLength(w, op.Values, [.. new[] { op.Result, op.OfStates }.Distinct().Select(gradient => $"{gradient.Name}.From(t * rows + row)")]);
                Gradients(w, op);
            }

            w.Code.Gap();
            if (piece > used)
            {
                foreach (Value gradient in new[] { op.Result, op.OfStates }.Distinct())
                    w.Code.Line($"Sequence.ClearPadding(rows, {gradient.Name}.From(t * rows), piece: {piece}, used: {used});");
            }

            w.Code.Line($"// dh[t - 1] = {(op.OfStates == op.Result ? "dz" : "dv")} {op.Values.Weight.Name}^T");
            w.Code.Single("if (t > 0)", $"Dense.Forward(rows, {op.OfStates.Name}.From(t * rows), {op.Turned.Name}, {op.Next.Name});");
        }
    }

    private static (int Piece, int Used) Pieces(LoopWriter w, Value value) => (w.Format.PieceStride(value), value.Columns / value.Pieces);

    /// <summary>One step of one sample forward.</summary>
    private static void Cell(LoopWriter w, Recurrence op)
    {
        RecurrentValues of = op.Values;
        Cell cell = op.Cell;
        int piece = w.Format.PieceStride(of.OfInputs);
        HashSet<Variable> read = [.. cell.Lines.SelectMany(line => ExprGraph.InOrder(line.Value)).OfType<Variable>()];
        string[] before = [.. cell.States.Where(state => read.Contains(Recurrences.Cell.Before(state)))];
        string at = op.Carries ? "row" : "t * rows + row", next = op.Carries ? "row" : "(t + 1) * rows + row";
        w.Code.List($"{w.Words.Rows} ", [
            $"zRow = {of.OfInputs.Name}.From({at})", $"vRow = {of.OfState.Name}.From(row)",
            .. before.Select(state => $"{state}BeforeRow = {State(cell, of, state).Name}.From({at})"),
            .. cell.States.Select(state => $"{state}Row = {State(cell, of, state).Name}.From({next})"),
            .. of.Kept.Select((kept, i) => $"{Kept(of.KeptNames[i])} = {kept.Name}.From({at})")], ";");
        using (w.Code.Block($"for (int j = 0; j < {piece}; j += {w.Words.Lanes})"))
        {
            List<string> loads = [];
            for (int k = 0; k < cell.Gates.Length; k++)
            {
                loads.Add($"{Recurrences.Cell.OfInput(cell.Gates[k]).Name} = zRow.Load({Place(k, piece)})");
                loads.Add($"{Recurrences.Cell.OfState(cell.Gates[k]).Name} = vRow.Load({Place(k, piece)})");
            }

            loads.AddRange(before.Select(state => $"{Recurrences.Cell.Before(state).Name} = {state}BeforeRow.Load(j)"));
            w.Code.List($"{w.Words.Vector} ", loads, ";");
            foreach (CellLine line in cell.Lines)
                Formula(w, line.Name, line.Value);
            foreach (string state in cell.States)
                w.Code.Line($"{state}Row.Store(j, {state});");
            foreach (string name in of.KeptNames)
                w.Code.Line($"{Kept(name)}.Store(j, {name});");
        }
    }

    /// <summary>One step of one sample backwards.</summary>
    private static void Gradients(LoopWriter w, RecurrenceAdjoint op)
    {
        RecurrentValues of = op.Values;
        CellGradients gradients = op.Gradients;
        Cell cell = op.Cell;
        int piece = w.Format.PieceStride(of.OfInputs);
        string[] read = [.. of.KeptNames.Where(gradients.Kept.Contains)];
        bool areAlike = op.OfStates == op.Result;
        w.Code.List($"{w.Words.Rows} ", [
            .. op.IsOfEveryStep ? [$"daRow = {op.Gradient.Name}.From(t * rows + row)"] : Array.Empty<string>(),
            $"dhNextRow = {op.Next.Name}.From(row)", .. op.Past.Select((past, i) => $"{PastName(gradients, i)} = {past.Name}.From(row)"),
            .. gradients.Inputs.IsEmpty ? Array.Empty<string>() : [$"zRow = {of.OfInputs.Name}.From(t * rows + row)"],
            .. gradients.Before.Select(state => $"{state}BeforeRow = {State(cell, of, state).Name}.From(t * rows + row)"),
            .. gradients.After.Select(state => $"{state}Row = {State(cell, of, state).Name}.From((t + 1) * rows + row)"),
            .. read.Select(name => $"{Kept(name)} = {of.Kept[of.KeptNames.IndexOf(name)].Name}.From(t * rows + row)"),
            $"dzRow = {op.Result.Name}.From(t * rows + row)", .. areAlike ? Array.Empty<string>() : [$"dvRow = {op.OfStates.Name}.From(t * rows + row)"]], ";");
        using (w.Code.Block($"for (int j = 0; j < {piece}; j += {w.Words.Lanes})"))
        {
            w.Code.List($"{w.Words.Vector} ", Loads(op, read, piece), ";");
            foreach ((string name, Expr value) in gradients.Lines)
                Formula(w, name, value);
            for (int k = 0; k < cell.Gates.Length; k++)
                Store(w, "dzRow", Place(k, piece), gradients.OfInputs[k], $"s{k}");
            for (int k = 0; k < cell.Gates.Length && !areAlike; k++)
                Store(w, "dvRow", Place(k, piece), gradients.OfStates[k], $"v{k}");
            for (int i = 0; i < gradients.Past.Length; i++)
                Store(w, PastName(gradients, i), "j", gradients.Past[i].Value, "p");
        }
    }

    private static IEnumerable<string> Loads(RecurrenceAdjoint op, string[] kept, int piece)
    {
        CellGradients gradients = op.Gradients;
        foreach (string state in op.Cell.States)
        {
            List<string> terms = [];
            if (state == Recurrences.Cell.Out)
                terms.AddRange(op.IsOfEveryStep ? ["daRow.Load(j)", "dhNextRow.Load(j)"] : ["dhNextRow.Load(j)"]);
            terms.AddRange(gradients.Past.Select((past, i) => (past, i)).Where(pair => pair.past.State == state).Select(pair => PastName(gradients, pair.i) + ".Load(j)"));
            yield return $"{CellAdjoint.Incoming(op.Cell, state).Name} = {string.Join(" + ", terms)}";
        }

        foreach (string gate in gradients.Inputs)
            yield return $"{Recurrences.Cell.OfInput(gate).Name} = zRow.Load({Place(op.Cell.Gates.IndexOf(gate), piece)})";
        foreach (string name in kept)
            yield return $"{name} = {Kept(name)}.Load(j)";
        foreach (string state in gradients.Before)
            yield return $"{Recurrences.Cell.Before(state).Name} = {state}BeforeRow.Load(j)";
        foreach (string state in gradients.After)
            yield return $"{state} = {state}Row.Load(j)";
    }

    private static void Store(LoopWriter w, string to, string place, Expr value, string suffix)
    {
        (IReadOnlyList<(string Name, string Code)> locals, IReadOnlyList<string> results) = ExpressionPrinter.Print([value], w.Words.Vectors, suffix: suffix);
        Locals(w, locals);
        w.Code.Line($"{to}.Store({place}, {results[0]});");
    }

    private static void Formula(LoopWriter w, string name, Expr value)
    {
        (IReadOnlyList<(string Name, string Code)> locals, IReadOnlyList<string> results) = ExpressionPrinter.Print([value], w.Words.Vectors, suffix: name);
        Locals(w, locals);
        w.Code.Line($"{w.Words.Vector} {name} = {results[0]};");
    }

    private static void Locals(LoopWriter w, IReadOnlyList<(string Name, string Code)> locals)
    {
        foreach ((string local, string code) in locals)
            w.Code.Line($"{w.Words.Vector} {local} = {code};");
    }

    private static Value State(Cell cell, RecurrentValues of, string state) => of.States[cell.States.IndexOf(state)];

    private static string Kept(string name) => name + "Row";

    private static string PastName(CellGradients gradients, int index) => $"d{gradients.Past[index].State}PastRow";

    private static string Place(int gate, int piece) => gate == 0 ? "j" : FormattableString.Invariant($"{gate * piece} + j");
}
