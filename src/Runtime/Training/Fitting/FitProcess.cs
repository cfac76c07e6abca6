using System;
using System.Numerics;

namespace GenNet;

/// <summary>The process that a fit runs in: alone, or as one of several ranks. The fit is the same in either; what it does with others is behind this.</summary>
internal abstract class FitProcess<TNet, T>
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The ranks; null alone.</summary>
    public virtual GradientExchange? Ranks => null;

    /// <summary>The time of the epoch in which this process waited for others; zero alone.</summary>
    public virtual TimeSpan Waiting => default;

    /// <summary>The time of the epoch in which it exchanged numbers with others; zero alone.</summary>
    public virtual TimeSpan Exchanging => default;

    /// <summary>Whether the fit is to end before the next step.</summary>
    public abstract bool IsToStop();

    /// <summary>To be called before the first batch of an epoch.</summary>
    public abstract void BeginEpoch();

    /// <summary>One step on a batch as the source of the process has given it.</summary>
    public abstract StepResult Step(int rows, ReadOnlyMemory<T> inputs, ReadOnlyMemory<T> targets, in DropoutNoise noise);

    /// <summary>Completes parameters and optimizer, after the last step of an epoch or of a fit.</summary>
    public virtual void EndSteps()
    {
    }

    /// <summary>The mean loss over a data set.</summary>
    public abstract double Validate(Dataset<T> data);

    /// <summary>Told of an exception that ends the fit in this process.</summary>
    public virtual void Fail(Exception exception)
    {
    }
}
