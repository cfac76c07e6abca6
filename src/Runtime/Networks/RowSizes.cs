using System;
using System.Numerics;
using GenNet.CompilerServices;

namespace GenNet;

/// <summary>Whether rows are such that a network takes them.</summary>
internal static class RowSizes
{
    /// <summary>Refuses rows of other sizes than the network's.</summary>
    /// <param name="inputSize">The numbers of an input row.</param>
    /// <param name="targetSize">The numbers of a target row.</param>
    /// <param name="source">What has the rows.</param>
    /// <param name="argument">The argument that is it.</param>
    /// <exception cref="ArgumentException">A size is another.</exception>
    public static void Require<TNet, T>(int inputSize, int targetSize, string source, string argument)
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (inputSize == TNet.InputSize && targetSize == TNet.TargetSize)
            return;
        string hint = inputSize == TNet.InputSize && targetSize == 1 ? Check.ClassesHint : "";
        throw new ArgumentException($"{typeof(TNet).Name} takes rows of {TNet.InputSize} inputs and {TNet.TargetSize} targets, the {source} has {inputSize} and {targetSize}{hint}.", argument);
    }
}
