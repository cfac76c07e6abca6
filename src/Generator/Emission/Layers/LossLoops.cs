using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Expressions;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Emission.Layers;

/// <summary>A loss of single outputs, of a block of rows, together with its gradient.</summary>
internal static class LossLoops
{
    /// <summary>One target, where d are all of them.</summary>
    private static readonly Variable Target = new("dj");

    public static void Emit(LoopWriter w, ElementwiseLoss op)
    {
        bool hasVectors = op.Source.Columns >= w.Words.LineLanes;
        w.Code.Line("double loss = 0;");
        if (hasVectors)
            w.Code.Line($"{w.Words.Vector} losses = {w.Words.Vector}.Zero;");
        RowLoops.ByRow(w, op, [op.Source, op.Target, op.Result], op.Source.Columns, (style, name, index) =>
        {
            foreach (Argument argument in op.Arguments)
                RowLoops.Load(w, style, argument.Variable == LossFunction.D ? argument with { Variable = Target } : argument, name, index);
            Expr scaled = new Multiply(new Variable("scale"), Local(op.Derivative));
            (IReadOnlyList<(string Name, string Code)> locals, IReadOnlyList<string> results) =
                ExpressionPrinter.Print([Local(op.OfOutput), scaled], style, op.PartNames.ToDictionary(pair => Local(pair.Key), pair => pair.Value));
            foreach ((string local, string code) in locals)
                w.Code.Line($"{RowLoops.Type(w, style)} {local} = {code};");
            w.Code.Line($"{(style is VectorStyle ? "losses" : "loss")} += {results[0]};");
            RowLoops.Store(w, style, results[1], name(op.Result), index);
        });
        if (w.Format.HasPadding(op.Result))
            w.Code.Line($"Matrix.ClearPadding({RowLoops.Rows(op)}, {op.Result.Name});");
        if (hasVectors)
            w.Code.Line("loss += Vector.Sum(losses);");
    }

    /// <summary>A loss of whole rows, by the method that is written beside.</summary>
    public static void Emit(LoopWriter w, RowLoss op)
    {
        string Span(string kind, Graphs.Value value) => $"MemoryMarshal.Create{kind}(ref {RowLoops.RowName(value)}.Origin, {value.Columns})";
        w.Code.Line("double loss = 0;");
        using (RowLoops.Each(w, op))
        {
            RowLoops.Current(w, [op.Source, op.Target, op.Result]);
            w.Code.Line($"Span<{w.Words.Scalar}> gradient = {Span("Span", op.Result)};");
            w.Code.Line($"loss += {RowLoss.Method}({Span("ReadOnlySpan", op.Source)}, {Span("ReadOnlySpan", op.Target)}, gradient);");
            using (w.Code.Block("for (int j = 0; j < gradient.Length; j++)"))
                w.Code.Line("gradient[j] *= scale;");
        }

        if (w.Format.HasPadding(op.Result))
            w.Code.Line($"Matrix.ClearPadding({RowLoops.Rows(op)}, {op.Result.Name});");
    }

    /// <summary>A loss of the steps that each row has, by the method of such steps that is written beside.</summary>
    public static void Emit(LoopWriter w, StepLosses op)
    {
        w.Code.Line("double loss = 0;");
        using (w.Code.Block("for (int row = 0; row < rows; row++)"))
        {
            w.Code.Line($"int steps = SequenceLength.Of({op.Lengths.Name}, row), first = row * {op.Length};");
            w.Code.List($"loss += {StepLosses.Method}(", Arguments.Of(op.OfStep).Select(value => $"{value.Name}.From(first)").Prepend("scale").Prepend("steps"), ");");
        }

        w.Code.Gap();
        w.Code.Line("// What is behind the length of a row is no part of the loss.");
        w.Code.Line(LengthCalls.Clear(op.Length, op.Lengths.Name, op.Result.Name) + ";");
    }

    private static Expr Local(Expr expression) => expression.Substitute(LossFunction.D, Target);
}
