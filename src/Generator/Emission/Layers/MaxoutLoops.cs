using GenNet.Generator.Graphs;
using GenNet.Generator.Operations;

namespace GenNet.Generator.Emission.Layers;

/// <summary>Maxout and its adjoint: the pieces of a unit stand in the same column of neighbouring blocks of a row.</summary>
internal static class MaxoutLoops
{
    public static void Emit(LoopWriter w, Maxout op)
    {
        using (RowLoops.Each(w, op))
        {
            RowLoops.Current(w, [op.Source, op.Result]);
            using (w.Code.Block($"for (int j = 0; j < {w.Format.PieceStride(op.Source)}; j += {w.Words.Lanes})"))
            {
                Largest(w, op.Source);
                w.Code.Line($"{RowLoops.RowName(op.Result)}.Store(j, max);");
            }
        }
    }

    public static void Emit(LoopWriter w, MaxoutAdjoint op)
    {
        int piece = w.Format.PieceStride(op.Source), last = (op.Source.Pieces - 1) * piece;
        string result = RowLoops.RowName(op.Result);
        using (RowLoops.Each(w, op))
        {
            RowLoops.Current(w, [op.Source, op.Gradient, op.Result]);
            using (w.Code.Block($"for (int j = 0; j < {piece}; j += {w.Words.Lanes})"))
            {
                Largest(w, op.Source);
                w.Code.Line($"{w.Words.Vector} rest = {RowLoops.RowName(op.Gradient)}.Load(j);");
                using (w.Code.Block($"for (int p = 0; p < {last}; p += {piece})"))
                {
                    w.Code.Line($"{w.Words.Vector} chosen = Vector.Equals<{w.Words.Scalar}>({RowLoops.RowName(op.Source)}.Load(j + p), max);");
                    w.Code.Line($"{result}.Store(j + p, rest & chosen);");
                    w.Code.Line("rest = Vector.AndNot(rest, chosen);");
                }

                w.Code.Line($"{result}.Store(j + {last}, rest);");
            }
        }
    }

    private static void Largest(LoopWriter w, Value source)
    {
        int piece = w.Format.PieceStride(source);
        string z = RowLoops.RowName(source);
        w.Code.Line($"{w.Words.Vector} max = {z}.Load(j);");
        w.Code.Single($"for (int p = {piece}; p < {source.Pieces * piece}; p += {piece})", $"max = Vector.Max(max, {z}.Load(j + p));");
    }
}
