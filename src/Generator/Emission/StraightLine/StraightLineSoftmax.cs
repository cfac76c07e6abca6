using System.Linq;
using GenNet.Generator.Expressions;
using GenNet.Generator.Graphs;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Emission.StraightLine;

/// <summary>Softmax, its adjoint and its loss, number by number.</summary>
internal static class StraightLineSoftmax
{
    public static void Emit(StraightLineWriter w, Softmax op)
    {
        Exponentials(w, op.Source);
        foreach (int j in StraightLineWriter.Range(op.Source.Columns))
            w.Assign(op.Result, j, $"exp_{j} / sum");
    }

    public static void Emit(StraightLineWriter w, SoftmaxAdjoint op)
    {
        int[] columns = StraightLineWriter.Range(op.Output.Columns).ToArray();
        w.Declare("dot", string.Join(" + ", columns.Select(j => $"{StraightLineWriter.Element(op.Gradient, j)} * {StraightLineWriter.Element(op.Output, j)}")));
        foreach (int j in columns)
            w.Assign(op.Result, j, $"{StraightLineWriter.Element(op.Output, j)} * ({StraightLineWriter.Element(op.Gradient, j)} - dot)");
    }

    public static void Emit(StraightLineWriter w, SoftmaxCrossEntropy op)
    {
        int[] columns = StraightLineWriter.Range(op.Source.Columns).ToArray();
        Exponentials(w, op.Source);
        w.Declare("total", string.Join(" + ", columns.Select(j => StraightLineWriter.Element(op.Target, j))));
        w.Declare("cost", $"total * {w.Style.Call(Function.Log, "sum")}");
        w.Code.Line("// A target of zero costs nothing, however far below the largest its logit is.");
        foreach (int j in columns)
        {
            string d = StraightLineWriter.Element(op.Target, j), zero = w.Style.Constant(0);
            w.Code.Line($"cost -= {w.Style.Select(d, Comparison.Equal, zero, zero, $"{d} * ({StraightLineWriter.Element(op.Source, j)} - max)")};");
        }

        w.Code.Line("loss += SampleLanes.Sum(cost, row, n);");
        if (w.IsEvaluation)
            return;
        foreach (int j in columns)
            w.Assign(op.Result, j, $"weight * (total * (exp_{j} / sum) - {StraightLineWriter.Element(op.Target, j)})");
    }

    /// <summary>exp(z - max): no exponential overflows, and the largest is 1.</summary>
    private static void Exponentials(StraightLineWriter w, Value z)
    {
        string vectors = w.Style.VectorClass;
        int[] columns = StraightLineWriter.Range(z.Columns).ToArray();
        w.Declare("max", columns.Skip(1).Aggregate(StraightLineWriter.Element(z, 0), (max, j) => $"{vectors}.Max({max}, {StraightLineWriter.Element(z, j)})"));
        foreach (int j in columns)
            w.Declare($"exp_{j}", w.Style.Call(Function.Exp, $"{StraightLineWriter.Element(z, j)} - max"));
        w.Declare("sum", string.Join(" + ", columns.Select(j => $"exp_{j}")));
    }
}
