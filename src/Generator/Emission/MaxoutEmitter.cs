using System.Linq;
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
                LoadPieces(op.Source, op.Pieces, piece);
                w.Line(v.Store(Largest(op.Pieces), ElementwiseEmitter.RowName(op.Result), "j"));
            }
        }
    }

    public void Emit(MaxoutAdjoint op)
    {
        int piece = memory.Padded(op.OutputGradient.Columns);
        string source = ElementwiseEmitter.RowName(op.Source);
        w.Gap();
        w.Line($"// {op.OutputGradient.Name} goes to the piece that was the largest, the first of equals; the others get nothing.");
        using (w.Block("for (int row = 0; row < rows; row++)"))
        {
            elementwise.RowReferences([op.Source, op.OutputGradient]);
            using (w.Block($"for (int j = 0; j < {piece}; j += {v.Lanes})"))
            {
                LoadPieces(op.Source, op.Pieces, piece);
                w.Line($"{v.Vector} max = {Largest(op.Pieces)};");
                w.Line($"{v.Vector} rest = {v.Load(ElementwiseEmitter.RowName(op.OutputGradient), "j")};");
                for (int p = 0; p < op.Pieces - 1; p++)
                {
                    string chosen = $"{v.VectorClass}.Equals(p{p}, max)";
                    w.Line(v.Store($"{v.VectorClass}.ConditionalSelect({chosen}, rest, {v.Vector}.Zero)", source, Column(p, piece)));
                    w.Line($"rest = {v.VectorClass}.ConditionalSelect({chosen}, {v.Vector}.Zero, rest);");
                }

                w.Line(v.Store("rest", source, Column(op.Pieces - 1, piece)));
            }
        }
    }

    private void LoadPieces(Tensor source, int pieces, int piece)
    {
        for (int p = 0; p < pieces; p++)
            w.Line($"{v.Vector} p{p} = {v.Load(ElementwiseEmitter.RowName(source), Column(p, piece))};");
    }

    private string Largest(int pieces) =>
        Enumerable.Range(1, pieces - 1).Aggregate("p0", (largest, p) => $"{v.VectorClass}.Max({largest}, p{p})");

    private static string Column(int p, int piece) => p == 0 ? "j" : $"j + {p * piece}";
}
