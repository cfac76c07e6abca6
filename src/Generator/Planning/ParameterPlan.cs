using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Graphs;
using GenNet.Generator.Lowering;

namespace GenNet.Generator.Planning;

/// <summary>Where the parameters stand in their buffer, one behind the other, and state behind all of them; the gradients stand in theirs in the same way.</summary>
internal sealed class ParameterPlan
{
    private readonly Dictionary<Value, Place> _places = [];

    public ParameterPlan(RowFormat format, IEnumerable<ParameterTensor> tensors)
    {
        Tensors = tensors.ToList();
        foreach (Value value in Tensors.OrderBy(tensor => tensor.IsTrained ? 0 : 1).Select(tensor => tensor.Value))
        {
            var place = new Place(value, Length, format.Columns(value), format.Stride(value));
            _places.Add(value, place);
            Length += value.Rows * place.Stride;
        }

        Format = format;
    }

    /// <summary>All of them, in order.</summary>
    public IReadOnlyList<ParameterTensor> Tensors { get; }

    /// <summary>The length of the buffer.</summary>
    public int Length { get; private set; }

    private RowFormat Format { get; }

    public IEnumerable<Place> Places => Tensors.Select(tensor => _places[tensor.Value]);

    public Place Of(ParameterTensor tensor) => _places[tensor.Value];

    /// <summary>Of a tensor whose first dimension runs over pieces, the numbers of a piece and of the padding behind it; null where there is no padding.</summary>
    public (int Numbers, int Padding)? Pieces(ParameterTensor tensor)
    {
        int numbers = tensor.Value.Columns / tensor.Value.Pieces, stride = Format.PieceStride(tensor.Value);
        return tensor.Axes[0] == Axis.PiecesOfColumns && stride > numbers ? (numbers, stride - numbers) : null;
    }

    /// <summary>For each dimension of a tensor's shape, the distance of neighbours in the buffer.</summary>
    public IEnumerable<int> Strides(ParameterTensor tensor) => tensor.Axes.Select((axis, i) => axis switch
    {
        Axis.Rows => Of(tensor).Stride,
        Axis.Pieces => Format.PieceStride(tensor.Value),
        Axis.PiecesOfColumns => 1,
        _ => tensor.Shape.Where((_, k) => k > i && tensor.Axes[k] == Axis.Columns).Aggregate(1, (product, size) => product * size),
    });
}
