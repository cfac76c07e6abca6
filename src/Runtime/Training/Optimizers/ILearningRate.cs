using System;
using System.Numerics;

namespace GenNet;

/// <summary>An optimizer whose steps have a length that can be changed between them; a schedule needs no more.</summary>
/// <typeparam name="T">float or double.</typeparam>
public interface ILearningRate<T> : IOptimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The factor of each step.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    T LearningRate { get; set; }
}
