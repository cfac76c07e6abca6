using GenNet.Generator.Lowering;

namespace GenNet.Generator.Emission;

/// <summary>Maxout and its adjoint: the pieces of a unit stand in the same column of neighbouring blocks of a row.</summary>
internal sealed class MaxoutEmitter(CodeWriter w, Vocabulary v, MemoryPlan memory, ElementwiseEmitter elementwise)
{
    public void Emit(Maxout op)
    {
        int piece = memory.Padded(op.Result.Columns);
        w.Gap();
        w.Line($"// {op.Result.Name} = max over the {op.Pieces} pieces of {op.Source.Name}, which stand {piece} columns apart");
        using (w.Block("for (int row = 0; row < rows; row++)"))
        {
            elementwise.RowReferences([op.Source, op.Result]);
            using (w.Block($"for (int j = 0; j < {piece}; j += {v.Lanes})"))
            {
                Largest(op.Source, op.Pieces, piece);
                w.Line(v.Store("max", ElementwiseEmitter.RowName(op.Result), "j"));
            }
        }
    }

    public void Emit(MaxoutAdjoint op)
    {
        int piece = memory.Padded(op.OutputGradient.Columns), last = (op.Pieces - 1) * piece;
        string source = ElementwiseEmitter.RowName(op.Source);
        w.Gap();
        w.Line($"// {op.OutputGradient.Name} goes to the piece that was the largest, the first of equals; the others get nothing.");
        using (w.Block("for (int row = 0; row < rows; row++)"))
        {
            elementwise.RowReferences([op.Source, op.OutputGradient]);
            using (w.Block($"for (int j = 0; j < {piece}; j += {v.Lanes})"))
            {
                Largest(op.Source, op.Pieces, piece);
                w.Line($"{v.Vector} rest = {v.Load(ElementwiseEmitter.RowName(op.OutputGradient), "j")};");
                using (w.Block($"for (int p = 0; p < {last}; p += {piece})"))
                {
                    w.Line($"{v.Vector} chosen = {v.VectorClass}.Equals<{v.Scalar}>({v.Load(source, "j + p")}, max);");
                    w.Line(v.Store("rest & chosen", source, "j + p"));
                    w.Line($"rest = {v.VectorClass}.AndNot(rest, chosen);");
                }

                w.Line(v.Store("rest", source, $"j + {last}"));
            }
        }
    }

    private void Largest(Tensor source, int pieces, int piece)
    {
        string z = ElementwiseEmitter.RowName(source);
        w.Line($"{v.Vector} max = {v.Load(z, "j")};");
        w.Single($"for (int p = {piece}; p < {pieces * piece}; p += {piece})", $"max = {v.VectorClass}.Max(max, {v.Load(z, "j + p")});");
    }
}
