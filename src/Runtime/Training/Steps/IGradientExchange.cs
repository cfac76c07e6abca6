using System;
using System.Numerics;

namespace GenNet;

/// <summary>
/// Where several machines train one network, each on rows of its own, puts their gradients together: between the backward pass and all that is made of
/// the gradients, so that each machine adjusts, clips and updates by the same numbers and their networks stay equal.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal interface IGradientExchange<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>
    /// Called once a step, on the thread that runs it. Also with a loss that is not finite: the other machines wait, and all must hear of it, as it ends
    /// the step on each of them.
    /// </summary>
    /// <param name="gradients">d loss / d parameters of this machine's rows, padding included; overwritten by the sum over all machines. Statistics of batches are not among them: running
    /// ones are those of the machine's own rows.</param>
    /// <param name="loss">The mean loss of this machine's rows.</param>
    /// <returns>The mean of the losses.</returns>
    double Exchange(Span<T> gradients, double loss);
}
