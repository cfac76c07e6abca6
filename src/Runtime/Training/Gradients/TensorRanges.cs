using System;
using System.Collections.Immutable;
using System.Linq;

namespace GenNet;

/// <summary>The ranges of a parameter buffer that hold tensors of one role, padding of their rows included, and nothing else.</summary>
internal static class TensorRanges
{
    /// <summary>The ranges in ascending order, neighbours joined.</summary>
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
            end = End(tensor);
            before = tensor.Name;
            if (tensor.Role == role)
                ranges.Add(new Range(tensor.Offset, end));
        }

        return ranges.ToImmutable();
    }

    private static int End(TensorInfo tensor)
    {
        int last = tensor.Offset;
        for (int i = 0; i < tensor.Shape.Length; i++)
            last += (tensor.Shape[i] - 1) * tensor.Strides[i];
        return last + 1;
    }
}
