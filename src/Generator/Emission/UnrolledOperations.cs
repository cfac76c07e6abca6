using System;
using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Expressions;
using GenNet.Generator.Lowering;

namespace GenNet.Generator.Emission;

/// <summary>Operations on the samples of one vector, each element of a row a local of its own.</summary>
internal sealed class UnrolledOperations(CodeWriter w, VectorStyle style)
{
    private readonly string _t = $"{style.VectorClass}<{style.ScalarType}>";

    /// <summary>The local of an element of a row: <c>z1_0</c>.</summary>
    public static string Element(string tensor, int column) => $"{tensor}_{column}";

    /// <summary>The local of an element of a parameter: <c>W1_0_2</c>, <c>b1_2</c>.</summary>
    public static string Element(Tensor tensor, int row, int column) =>
        tensor.IsRow ? Element(tensor.Name, column) : $"{tensor.Name}_{row}_{column}";

    /// <summary>A column of the caller's current rows.</summary>
    public static string Load(string buffer, int columns, int column) => $"SampleLanes.Load(ref {buffer}, row, n, {columns}, {column})";

    /// <summary>The statement that stores a column of the caller's current rows.</summary>
    public static string Store(string value, string buffer, int columns, int column) => $"SampleLanes.Store({value}, ref {buffer}, row, n, {columns}, {column});";

    public void Emit(Operation operation, NetworkProgram program)
    {
        switch (operation)
        {
            case Product { TransposeLeft: true } op: WeightGradient(op); break;
            case Product op: EmitProduct(op); break;
            case ColumnSum op:
                foreach (int j in Range(op.Result.Columns))
                    w.Line($"{Element(op.Result.Name, j)} += {Element(op.Source.Name, j)};");
                break;
            case Map op: EmitMap(op); break;
            case Softmax op: EmitSoftmax(op); break;
            case SoftmaxAdjoint op: EmitSoftmaxAdjoint(op); break;
            default: throw new InvalidOperationException($"No straight-line form for {operation.GetType().Name} in {program.Model.Type.Name}.");
        }
    }

    /// <summary>The loss of the sample, with or without its gradient.</summary>
    public void Loss(Operation operation, bool withGradient)
    {
        switch (operation)
        {
            case Softmax op: EmitSoftmax(op); break;
            case ElementwiseLoss op: EmitLoss(op, withGradient); break;
            case SoftmaxCrossEntropy op: EmitCrossEntropy(op, withGradient); break;
            default: throw new InvalidOperationException($"No straight-line form for {operation.GetType().Name}.");
        }
    }

    private void WeightGradient(Product op)
    {
        foreach (int k in Range(op.Left.Columns))
        {
            foreach (int j in Range(op.Right.Columns))
                w.Line($"{Element(op.Result, k, j)} += {Element(op.Left.Name, k)} * {Element(op.Right.Name, j)};");
        }
    }

    private void EmitProduct(Product op)
    {
        int depth = op.Left.Columns;
        foreach (int j in Range(op.Result.Columns))
        {
            IEnumerable<string> terms = Range(depth).Select(k =>
                $"{Element(op.Left.Name, k)} * {(op.TransposeRight ? Element(op.Right, j, k) : Element(op.Right, k, j))}");
            if (op.Start is { } bias)
                terms = new[] { Element(bias, 0, j) }.Concat(terms);
            Assign(op.Result, j, string.Join(" + ", terms));
        }
    }

    private void EmitMap(Map op)
    {
        foreach (int j in Range(op.Result.Columns))
        {
            Expr expression = op.Arguments.Aggregate(op.Expression, (e, argument) =>
                e.Replace(argument.Variable, new Variable(Element(argument.Tensor.Name, j))));
            (IReadOnlyList<(string Name, string Code)> locals, IReadOnlyList<string> results) =
                ExpressionPrinter.Print([expression], style, null, $"_{op.Result.Name}_{j}");
            Declare(locals);
            Assign(op.Result, j, results[0]);
        }
    }

    private void EmitLoss(ElementwiseLoss op, bool withGradient)
    {
        foreach (int j in Range(op.Source.Columns))
        {
            Expr Here(Expr e) => op.Arguments.Aggregate(e, (x, argument) =>
                x.Replace(argument.Variable, new Variable(Element(argument.Tensor.Name, j))));
            Dictionary<Expr, string> names = LossEmitter.Names(op).ToDictionary(pair => Here(pair.Key), pair => pair.Value);
            var expressions = new List<Expr> { Here(op.Value) };
            if (withGradient)
                expressions.Add(new Multiply(new Variable("weight"), Here(op.Gradient!)));
            (IReadOnlyList<(string Name, string Code)> locals, IReadOnlyList<string> results) =
                ExpressionPrinter.Print(expressions, style, names, $"_{j}");
            Declare(locals);

            // The gradient first: it is what the next instructions wait for.
            if (withGradient)
                Assign(op.Result!, j, results[1]);
            w.Line($"loss += SampleLanes.Sum({results[0]}, row, n);");
        }
    }

    private void EmitCrossEntropy(SoftmaxCrossEntropy op, bool withGradient)
    {
        int[] columns = Range(op.Logits.Columns).ToArray();
        Exponentials(op.Logits);
        w.Line($"{_t} total = {string.Join(" + ", columns.Select(j => Element(op.Target.Name, j)))};");
        w.Line($"{_t} cost = total * {style.Call(Function.Log, "sum")};");
        w.Line("// A target of zero costs nothing, however far below the largest its logit is.");
        foreach (int j in columns)
        {
            string d = Element(op.Target.Name, j);
            string zero = style.Constant(0);
            w.Line($"cost -= {style.Select(d, Comparison.Equal, zero, zero, $"{d} * ({Element(op.Logits.Name, j)} - max)")};");
        }

        w.Line("loss += SampleLanes.Sum(cost, row, n);");

        if (!withGradient)
            return;
        foreach (int j in columns)
            Assign(op.Result!, j, $"weight * (total * (exp_{j} / sum) - {Element(op.Target.Name, j)})");
    }

    private void EmitSoftmax(Softmax op)
    {
        Exponentials(op.Source);
        foreach (int j in Range(op.Source.Columns))
            Assign(op.Result, j, $"exp_{j} / sum");
    }

    private void EmitSoftmaxAdjoint(SoftmaxAdjoint op)
    {
        w.Line($"{_t} dot = {string.Join(" + ", Range(op.Output.Columns).Select(j => $"{Element(op.OutputGradient.Name, j)} * {Element(op.Output.Name, j)}"))};");
        foreach (int j in Range(op.Output.Columns))
            Assign(op.Result, j, $"{Element(op.Output.Name, j)} * ({Element(op.OutputGradient.Name, j)} - dot)");
    }

    /// <summary>exp(z - max): no exponential overflows, and the largest is 1.</summary>
    private void Exponentials(Tensor z)
    {
        int[] columns = Range(z.Columns).ToArray();
        w.Line($"{_t} max = {columns.Skip(1).Aggregate(Element(z.Name, 0), (max, j) => $"{style.VectorClass}.Max({max}, {Element(z.Name, j)})")};");
        foreach (int j in columns)
            w.Line($"{_t} exp_{j} = {style.Call(Function.Exp, $"{Element(z.Name, j)} - max")};");
        w.Line($"{_t} sum = {string.Join(" + ", columns.Select(j => $"exp_{j}"))};");
    }

    private void Declare(IReadOnlyList<(string Name, string Code)> locals)
    {
        foreach ((string name, string code) in locals)
            w.Line($"{_t} {name} = {code};");
    }

    private void Assign(Tensor result, int column, string value)
    {
        w.Line(result.Storage switch
        {
            Storage.Outputs => Store(value, "outputsOrigin", result.Columns, column),
            Storage.InputGradients => Store(value, "inputGradientsOrigin", result.Columns, column),
            _ => $"{_t} {Element(result.Name, column)} = {value};",
        });
    }

    private static IEnumerable<int> Range(int count) => Enumerable.Range(0, count);
}
