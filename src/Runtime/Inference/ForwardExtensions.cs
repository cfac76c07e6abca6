using System;
using System.Numerics;
using System.Threading.Tasks;

namespace GenNet;

/// <summary>Outputs of large batches on several threads, called on the network as its own Forward is.</summary>
public static class ForwardExtensions
{
    /// <summary>With fewer multiply-adds, a part takes no longer than it takes to hand it out.</summary>
    private const long LeastWork = 2_000_000;

    /// <summary>Computes the outputs of a batch, its rows divided among threads of the pool. Small batches are computed on the calling thread.</summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs">[n x InputSize], row after row.</param>
    /// <param name="outputs">[n x OutputSize], overwritten.</param>
    /// <param name="threads">The most threads to use, from 1; <see cref="int.MaxValue"/> for as many as the pool gives and the batch is worth.</param>
    /// <exception cref="ArgumentException">The lengths are not those of the same number of rows, or outputs share memory with inputs or parameters;
    /// where rows of both are equally long, outputs may be the inputs themselves.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of threads is below 1.</exception>
    /// <remarks>Allocates some objects for the threads, whatever the batch. A row's outputs may differ in the last place from those of another number
    /// of threads, as they may between batches of different sizes.</remarks>
    public static void Forward<TNet, T>(this IInferenceNetwork<TNet, T> network, ReadOnlyMemory<T> inputs, Memory<T> outputs, int threads)
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        int rows = inputs.Length / TNet.InputSize;
        long parts = Math.Min(threads, Math.Min(rows / RowSplit.Step, (long)rows * TNet.ParameterCount / LeastWork));

        // Lengths that do not fit are Forward's to refuse, before any part has been computed.
        if (parts <= 1 || inputs.Length != rows * TNet.InputSize || outputs.Length != (long)rows * TNet.OutputSize)
        {
            network.Forward(inputs.Span, outputs.Span);
            return;
        }

        // Of the whole: the outputs of one part must not be the inputs of another.
        CompilerServices.Check.Apart<T>(inputs.Span, outputs.Span, network.Parameters, nameof(outputs));

        var split = new RowSplit(rows, (int)parts, rows);
        Parallel.For(0, (int)parts, new ParallelOptions { MaxDegreeOfParallelism = (int)parts }, part =>
        {
            Range of = split.Of(0, part);
            network.Forward(
                inputs.Span[(of.Start.Value * TNet.InputSize)..(of.End.Value * TNet.InputSize)],
                outputs.Span[(of.Start.Value * TNet.OutputSize)..(of.End.Value * TNet.OutputSize)]);
        });
    }
}
