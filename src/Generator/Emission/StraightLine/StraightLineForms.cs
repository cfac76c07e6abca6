using System;
using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Expressions;
using GenNet.Generator.Graphs;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Emission.StraightLine;

/// <summary>Operations on the samples of one vector, one entry for each kind that the smallest networks have.</summary>
internal static class StraightLineForms
{
    private static readonly Dictionary<Type, Action<StraightLineWriter, Operation>> ByOperation = new()
    {
        [typeof(Product)] = (w, operation) => Emit(w, (Product)operation),
        [typeof(InputGradient)] = (w, operation) => Emit(w, (InputGradient)operation),
        [typeof(WeightGradient)] = (w, operation) => Emit(w, (WeightGradient)operation),
        [typeof(BiasGradient)] = (w, operation) => Emit(w, (BiasGradient)operation),
        [typeof(Map)] = (w, operation) => Emit(w, (Map)operation),
        [typeof(ElementwiseLoss)] = (w, operation) => Emit(w, (ElementwiseLoss)operation),
        [typeof(SoftmaxCrossEntropy)] = (w, operation) => StraightLineSoftmax.Emit(w, (SoftmaxCrossEntropy)operation),
        [typeof(Softmax)] = (w, operation) => StraightLineSoftmax.Emit(w, (Softmax)operation),
        [typeof(SoftmaxAdjoint)] = (w, operation) => StraightLineSoftmax.Emit(w, (SoftmaxAdjoint)operation),
    };

    /// <summary>Writes the statements of an operation.</summary>
    public static void Emit(StraightLineWriter writer, Operation operation)
    {
        if (!ByOperation.TryGetValue(operation.GetType(), out Action<StraightLineWriter, Operation>? emit))
            throw new InvalidOperationException($"No straight-line form for {operation.GetType().Name}.");
        emit(writer, operation);
    }

    private static void Emit(StraightLineWriter w, Product op)
    {
        foreach (int j in StraightLineWriter.Range(op.Result.Columns))
        {
            IEnumerable<string> terms = StraightLineWriter.Range(op.Source.Columns)
                .Select(k => $"{StraightLineWriter.Element(op.Source, k)} * p.{StraightLineWriter.Element(op.Weight, k, j)}");
            if (op.Bias is { } bias)
                terms = terms.Prepend(StraightLineWriter.Element(bias, j));
            w.Assign(op.Result, j, string.Join(" + ", terms));
        }
    }

    private static void Emit(StraightLineWriter w, InputGradient op)
    {
        foreach (int k in StraightLineWriter.Range(op.Result.Columns))
        {
            w.Assign(op.Result, k, string.Join(" + ", StraightLineWriter.Range(op.Gradient.Columns)
                .Select(j => $"{StraightLineWriter.Element(op.Gradient, j)} * p.{StraightLineWriter.Element(op.Weight, k, j)}")));
        }
    }

    private static void Emit(StraightLineWriter w, WeightGradient op)
    {
        foreach (int k in StraightLineWriter.Range(op.Source.Columns))
        {
            foreach (int j in StraightLineWriter.Range(op.Gradient.Columns))
                w.Code.Line($"{StraightLineWriter.Element(op.Result, k, j)} += {StraightLineWriter.Element(op.Source, k)} * {StraightLineWriter.Element(op.Gradient, j)};");
        }
    }

    private static void Emit(StraightLineWriter w, BiasGradient op)
    {
        foreach (int j in StraightLineWriter.Range(op.Result.Columns))
            w.Code.Line($"{StraightLineWriter.Element(op.Result, 0, j)} += {StraightLineWriter.Element(op.Gradient, j)};");
    }

    private static void Emit(StraightLineWriter w, Map op)
    {
        foreach (int j in StraightLineWriter.Range(op.Result.Columns))
        {
            Expr expression = OfColumn(op.Expression, op.Arguments, j);
            (IReadOnlyList<(string Name, string Code)> locals, IReadOnlyList<string> results) =
                ExpressionPrinter.Print([expression], w.Style, null, $"_{op.Result.Name}_{j}");
            foreach ((string name, string code) in locals)
                w.Declare(name, code);
            w.Assign(op.Result, j, results[0]);
        }
    }

    private static void Emit(StraightLineWriter w, ElementwiseLoss op)
    {
        foreach (int j in StraightLineWriter.Range(op.Source.Columns))
        {
            Dictionary<Expr, string> names = op.PartNames.ToDictionary(pair => OfColumn(pair.Key, op.Arguments, j), pair => pair.Value);
            List<Expr> expressions = [OfColumn(op.OfOutput, op.Arguments, j)];
            if (!w.IsEvaluation)
                expressions.Add(new Multiply(new Variable("weight"), OfColumn(op.Derivative, op.Arguments, j)));
            (IReadOnlyList<(string Name, string Code)> locals, IReadOnlyList<string> results) = ExpressionPrinter.Print(expressions, w.Style, names, $"_{j}");
            foreach ((string name, string code) in locals)
                w.Declare(name, code);

            // The gradient first: it is what the next instructions wait for.
            if (!w.IsEvaluation)
                w.Assign(op.Result, j, results[1]);
            w.Code.Line($"loss += SampleLanes.Sum({results[0]}, row, n);");
        }
    }

    /// <summary>An expression with the locals of one column for its variables.</summary>
    private static Expr OfColumn(Expr expression, IEnumerable<Argument> arguments, int column) =>
        arguments.Aggregate(expression, (e, argument) => e.Substitute(argument.Variable, new Variable(StraightLineWriter.Element(argument.Value, column))));
}
