using GenNet.Generator.Expressions;
using GenNet.Generator.Recurrences;

namespace GenNet.Generator.Model;

/// <summary>A recurrent layer: a cell that reads the steps of a sequence one after the other.</summary>
/// <param name="Name">The prefix of its tensors.</param>
/// <param name="Input">[steps, features].</param>
/// <param name="Output">[hidden], or [steps, hidden] where every step goes out.</param>
/// <param name="Cell">The name of the cell: SimpleRnn, Gru or Lstm.</param>
/// <param name="Function">The activation of a simple cell; the identity of the others, which have their own.</param>
/// <param name="Hidden">The units.</param>
/// <param name="Bias">Whether it adds biases.</param>
/// <param name="Init">How the weights are drawn.</param>
internal sealed record RecurrentLayer(string Name, Shape Input, Shape Output, string Cell, ActivationFunction Function, int Hidden, bool Bias, WeightInit Init)
    : LayerModel(Name, Input, Output, ActivationFunction.Identity)
{
    /// <summary>Whether every step goes out, or the last one only.</summary>
    public bool IsOfEveryStep => Output.Rank == 2;

    /// <summary>The steps of a sequence.</summary>
    public int Steps => Input.Dimensions[0];

    public override bool LooksBack => true;

    public override string Title => Cell;

    public override string Detail => (Cell == "SimpleRnn" ? Function.Title + ", " : "") + (IsOfEveryStep ? "every step" : "last step");

    public override string Declared => $"{Cell}({Input}, {Output}, {Function.Declared})";

    /// <summary>The formulas.</summary>
    public Cell Formulas => Cell switch
    {
        "SimpleRnn" => Cells.Simple(Function),
        "Gru" => Cells.Gru,
        _ => Cells.Lstm,
    };

    public override Quantity Units => (Quantity)Steps * Gates * Hidden;

    private int Gates => Formulas.Gates.Length;

    protected override Quantity RowNumbers => Input.Count + (Quantity)3 * Units + (Quantity)4 * Steps * Hidden;

    protected override Quantity WeightNumbers => ((Quantity)Input.Features + Hidden + 2) * ((Quantity)Gates * (Hidden + 32));
}
