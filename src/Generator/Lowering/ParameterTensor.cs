using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;

namespace GenNet.Generator.Lowering;

/// <summary>A tensor of parameters as the layout names and shapes it.</summary>
/// <param name="Value">The parameter.</param>
/// <param name="LayoutName">Layer name and role: <c>0.weight</c>.</param>
/// <param name="Role">The member of TensorRole.</param>
/// <param name="Shape">The dense shape that PyTorch uses.</param>
/// <param name="Axes">What each dimension of the shape runs over in memory.</param>
/// <param name="FanIn">The inputs of one unit.</param>
/// <param name="FanOut">The units that one input feeds.</param>
/// <param name="Init">How it is drawn.</param>
internal sealed record ParameterTensor(
    Value Value, string LayoutName, string Role, ImmutableArray<int> Shape, ImmutableArray<Axis> Axes, int FanIn, int FanOut, WeightInit Init)
{
    /// <summary>Of running statistics, how much of a batch's a step takes; 0 of what is trained.</summary>
    public double Momentum { get; init; }

    /// <summary>Whether it is trained; else it is state.</summary>
    public bool IsTrained => Value.Kind == ValueKind.Parameter;

    /// <summary>How many numbers it has.</summary>
    public long Count => Shape.Aggregate(1L, (count, size) => count * size);
}

/// <summary>What a dimension of a parameter runs over in memory.</summary>
internal enum Axis
{
    /// <summary>From one row to the next.</summary>
    Rows,

    /// <summary>From one column to the next; of several such dimensions, the last one's neighbours are those of memory.</summary>
    Columns,

    /// <summary>From one piece of a row to the next.</summary>
    Pieces,

    /// <summary>From one column to the next, and behind the last one of a piece to the first one of the next piece.</summary>
    PiecesOfColumns,
}
