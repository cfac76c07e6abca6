using System;
using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>The classes that the targets of a network say, as distributions or as numbers.</summary>
internal static class TargetClasses
{
    /// <summary>The terms that the loss of some rows is the mean of. Rows or steps without a target are none; where there is no target at all the loss is 0, and any number does.</summary>
    public static double Terms<TNet, T>(NetworkMemory<T> memory, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets)
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int steps = TNet.OutputSize / TNet.StepOutputSize;
        if (TNet.HasLengths && steps > 1)
        {
            return TNet.HasClassTargets
                ? SequenceLength.CountClasses(inputs, TNet.InputSize, targets, steps)
                : SequenceLength.Count(inputs, TNet.InputSize, steps) * (double)(memory.LossTerms / steps);
        }

        return TNet.HasClassTargets ? SoftmaxCrossEntropy.CountClasses(targets) : (double)(inputs.Length / TNet.InputSize) * memory.LossTerms;
    }
}
