using System;
using System.Collections.Generic;

namespace GenNet.Generator.Emission;

/// <summary>The kernels that a file needs: those that its layers have called, in the order of first use.</summary>
internal sealed class KernelSet
{
    private readonly List<Action<CodeWriter, Vocabulary>> _kernels = [];
    private readonly HashSet<int> _productWidths = [];

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

    private void Product(CodeWriter w, Vocabulary v) => Kernels.Product(w, v, new TileShapes(v, _productWidths));
}
