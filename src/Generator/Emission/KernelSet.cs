using System;
using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Lowering;

namespace GenNet.Generator.Emission;

/// <summary>The kernels that a file needs: those that its layers have called, in the order of first use.</summary>
internal sealed class KernelSet(MemoryPlan memory)
{
    private readonly List<Action<CodeWriter, Vocabulary>> _kernels = [];
    private readonly HashSet<int> _productWidths = [];

    /// <summary>Whether a layer has more weights than the second-level cache holds, so that kernels are told which those are.</summary>
    private bool HasLarge { get; } = memory.Parameters.Any(memory.IsLarge);

    /// <summary>The last argument of a product with such a matrix of weights, if there is one.</summary>
    public string Large(Tensor weights) => !HasLarge ? "" : memory.IsLarge(weights) ? ", large: true" : ", large: false";

    /// <summary>Notes a product whose rows have so many columns, padding included.</summary>
    public void UseProduct(int width)
    {
        _productWidths.Add(width);
        Use(Product, Kernels.RowProduct);
    }

    public void Use(params Action<CodeWriter, Vocabulary>[] kernels)
    {
        foreach (Action<CodeWriter, Vocabulary> kernel in kernels)
        {
            if (!_kernels.Contains(kernel))
                _kernels.Add(kernel);
        }
    }

    public void Emit(CodeWriter w, Vocabulary v)
    {
        foreach (Action<CodeWriter, Vocabulary> kernel in _kernels)
            kernel(w, v);
    }

    /// <summary>Notes the gradient of weights.</summary>
    public void UseWeightGradient() => Use(WeightGradient, Kernels.ColumnSums);

    /// <summary>Notes a product through which a gradient flows back.</summary>
    /// <param name="hasPieces">Whether there is padding between the columns of the weights.</param>
    public void UseTransposedProduct(bool hasPieces)
    {
        if (hasPieces)
            Use(Kernels.RowsTransposedProductOfPieces, TransposedProductOfPieces);
        else
            Use(Kernels.RowsTransposedProduct, TransposedProduct);
    }

    private void Product(CodeWriter w, Vocabulary v) => Kernels.Product(w, v, new TileShapes(v, _productWidths, HasLarge));

    private void WeightGradient(CodeWriter w, Vocabulary v) => Kernels.WeightGradient(w, v, HasLarge);

    private void TransposedProduct(CodeWriter w, Vocabulary v) => Kernels.TransposedProduct(w, v, HasLarge, hasPieces: false);

    private void TransposedProductOfPieces(CodeWriter w, Vocabulary v) => Kernels.TransposedProduct(w, v, HasLarge, hasPieces: true);
}
