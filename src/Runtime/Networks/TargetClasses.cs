using System;
using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>The classes that the targets of a network say, as distributions or as numbers.</summary>
internal static class TargetClasses
{
    /// <summary>Whether a network takes the numbers of classes.</summary>
    public static bool AreNumbers<TNet, T>()
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => TNet.TargetSize < TNet.OutputSize;

    /// <summary>The terms that the loss of some rows is the mean of. Rows or steps without a target are none; where there is no target at all the loss is 0, and any number does.</summary>
    public static double Terms<TNet, T>(NetworkMemory<T> memory, int rows, ReadOnlySpan<T> targets)
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => AreNumbers<TNet, T>() ? SoftmaxCrossEntropy.CountClasses(targets) : (double)rows * memory.LossTerms;
}
