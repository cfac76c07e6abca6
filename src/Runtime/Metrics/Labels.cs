using System;
using System.Numerics;

namespace GenNet;

/// <summary>How the classes of targets are read: as distributions over the outputs of a row or a step, or as numbers of classes.</summary>
/// <param name="Size">The outputs of a row, or of a step.</param>
/// <param name="AreNumbers">Whether the targets are the numbers of classes.</param>
internal readonly record struct Labels(int Size, bool AreNumbers)
{
    public static Labels Of<TNet, T>()
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => new(TNet.StepOutputSize, TNet.HasClassTargets);

    /// <summary>Whether a row or step has no target.</summary>
    public bool IsNone<T>(ReadOnlySpan<T> targets, int index)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => AreNumbers && targets[index] < T.Zero;

    /// <summary>The class that the outputs of a row or step say; -1 where one of them is NaN. The only class of a network with class numbers is 0, where else a single output is a probability.</summary>
    public int Predicted<T>(ReadOnlySpan<T> outputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => AreNumbers && Size == 1 && !T.IsNaN(outputs[0]) ? 0 : OneHot.Decode(outputs);

    /// <summary>The class; -1 where it is not known.</summary>
    public int Label<T>(ReadOnlySpan<T> targets, int index)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => AreNumbers ? T.IsNaN(targets[index]) ? -1 : int.CreateSaturating(targets[index]) : OneHot.Decode(targets.Slice(index * Size, Size));
}
