using System;
using System.Collections.Generic;

namespace GenNet.Generator.Emission;

/// <summary>The kernels that a file needs: those that its layers have called, in the order of first use.</summary>
internal sealed class KernelSet
{
    private readonly List<Action<CodeWriter, Vocabulary>> _kernels = [];

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
}
