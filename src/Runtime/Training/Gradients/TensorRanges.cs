using System;
using System.Collections.Immutable;
using System.Linq;

namespace GenNet;

/// <summary>The ranges of a parameter buffer that hold the numbers of tensors of one role and nothing else: no padding, which may have any content.</summary>
internal static class TensorRanges
{
    /// <summary>The ranges in ascending order, neighbours joined: a row of weights each, where rows are padded.</summary>
    /// <exception cref="NotSupportedException">Tensors lie within each other, as no generated network has them.</exception>
    public static ImmutableArray<Range> Of(Layout layout, TensorRole role)
    {
        var ranges = ImmutableArray.CreateBuilder<Range>();
        int end = 0;
        string before = "";
        foreach (TensorInfo tensor in layout.Tensors.Where(tensor => tensor.Count > 0).OrderBy(tensor => tensor.Offset))
        {
            if (tensor.Offset < end)
                throw new NotSupportedException($"Tensor {tensor} begins within tensor {before}: their roles cannot be told apart by ranges.");
            (int Size, int Stride)[] dimensions = Dimensions(tensor);
            end = tensor.Offset + dimensions.Sum(dimension => (dimension.Size - 1) * dimension.Stride) + 1;
            before = tensor.Name;
            if (tensor.Role == role)
                AddRuns(ranges, dimensions, tensor.Offset);
        }

        return ranges.ToImmutable();
    }

    /// <summary>The sizes and strides, the largest stride first.</summary>
    private static (int Size, int Stride)[] Dimensions(TensorInfo tensor) =>
        [.. Enumerable.Range(0, tensor.Shape.Length).SelectMany(i => Dimensions(tensor, i)).OrderByDescending(dimension => dimension.Stride)];

    /// <summary>A dimension that stands in pieces is two: the pieces, and the neighbours of a piece.</summary>
    private static (int Size, int Stride)[] Dimensions(TensorInfo tensor, int dimension) => dimension == 0 && tensor.PieceLength > 0
        ? [(tensor.Shape[0] / tensor.PieceLength, tensor.Distance(0, tensor.PieceLength)), (tensor.PieceLength, tensor.Strides[0])]
        : [(tensor.Shape[dimension], tensor.Strides[dimension])];

    /// <summary>The runs of neighbours, in ascending order: the last dimensions are one as long as their elements stand side by side.</summary>
    private static void AddRuns(ImmutableArray<Range>.Builder ranges, ReadOnlySpan<(int Size, int Stride)> dimensions, int start)
    {
        int run = 1, outer = dimensions.Length;
        while (outer > 0 && (dimensions[outer - 1].Stride == run || dimensions[outer - 1].Size == 1))
            run *= dimensions[--outer].Size;
        if (outer == 0)
        {
            Add(ranges, start, start + run);
            return;
        }

        for (int i = 0; i < dimensions[0].Size; i++)
            AddRuns(ranges, dimensions[1..], start + i * dimensions[0].Stride);
    }

    private static void Add(ImmutableArray<Range>.Builder ranges, int start, int end)
    {
        if (ranges.Count > 0 && ranges[^1].End.Value == start)
            ranges[^1] = new Range(ranges[^1].Start, end);
        else
            ranges.Add(new Range(start, end));
    }
}
