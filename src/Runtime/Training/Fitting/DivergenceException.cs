using System;
using System.Collections.Immutable;

namespace GenNet;

/// <summary>Where a number that is not finite was found first.</summary>
public enum DivergenceSource
{
    /// <summary>In the inputs of the batch: the data are at fault.</summary>
    Inputs,

    /// <summary>In the targets of the batch: the data are at fault.</summary>
    Targets,

    /// <summary>In the parameters: the steps before were too long.</summary>
    Parameters,

    /// <summary>In the gradients.</summary>
    Gradients,

    /// <summary>In the loss alone.</summary>
    Loss,
}

/// <summary>
/// A fit has met a loss, gradient or parameter that is NaN or infinite and has stopped. The network and its optimizer are again as they were at the end of
/// the last epoch that was completed (<see cref="RestoredEpoch"/>), or as before the fit: usable, and without such numbers.
/// </summary>
public sealed class DivergenceException : ArithmeticException
{
    /// <summary>A divergence of unknown place.</summary>
    public DivergenceException()
        : this("The training has diverged.")
    {
    }

    /// <summary>A divergence with a message.</summary>
    public DivergenceException(string? message)
        : base(message)
    {
    }

    /// <summary>A divergence with a message and a cause.</summary>
    public DivergenceException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal DivergenceException(string message, FitResult result)
        : base(message) => Result = result;

    /// <summary>The epoch, from 1.</summary>
    public int Epoch { get; internal init; }

    /// <summary>The batch in its epoch, from 1.</summary>
    public int Batch { get; internal init; }

    /// <summary>
    /// The rows of the data set, or of the stream in its order, from 0 and rising: those whose inputs or targets are not finite; where all are, those
    /// whose own loss is not; and all rows of the batch where single ones are not at fault.
    /// </summary>
    public ImmutableArray<long> Rows { get; internal init; } = [];

    /// <summary>The loss of the batch.</summary>
    public double Loss { get; internal init; }

    /// <summary>Where it shows.</summary>
    public DivergenceSource FoundIn { get; internal init; }

    /// <summary>The first tensor in which it shows, such as <c>1.weight</c>: of the parameters the one nearest to the inputs, of the gradients
    /// the one nearest to the outputs, where the backward pass begins. Null where it is in no tensor.</summary>
    public string? Tensor { get; internal init; }

    /// <summary>The epoch after which the network is again; 0 where that is before the first.</summary>
    public int RestoredEpoch { get; internal init; }

    /// <summary>The epochs that were completed before.</summary>
    public FitResult? Result { get; }
}
