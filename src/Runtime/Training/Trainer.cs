using System;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Numerics;

namespace GenNet;

/// <summary>Trains a network with an optimizer: batch by batch, or through a whole data set on all processors. A trainer is used by one thread at a time.</summary>
/// <typeparam name="TNet">The network class.</typeparam>
/// <typeparam name="T">Its precision, float or double.</typeparam>
public partial class Trainer<TNet, T>
    where TNet : class, INetwork<TNet, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly AlignedBuffer<T> _gradients;

    /// <summary>A trainer that changes the parameters of the given network.</summary>
    public Trainer(TNet network, IOptimizer<T> optimizer)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(optimizer);
        Network = network;
        Optimizer = optimizer;
        _gradients = new AlignedBuffer<T>(network.Parameters.Length);
    }

    /// <summary>The network that is trained.</summary>
    public TNet Network { get; }

    /// <summary>What changes its parameters.</summary>
    public IOptimizer<T> Optimizer { get; }

    /// <summary>The gradient of the last step, laid out like the parameters: the network's Layout reads its tensors.</summary>
    public ReadOnlySpan<T> Gradients => _gradients.Span;

    /// <summary>One optimizer step on one batch. Allocates nothing beyond what the optimizer does.</summary>
    /// <param name="inputs">[n x InputSize], at least one row.</param>
    /// <param name="targets">[n x OutputSize].</param>
    /// <returns>The mean loss of the batch, before the step.</returns>
    /// <exception cref="ArgumentException">The lengths are not those of the same number of rows, or there is no row.</exception>
    public T Step(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets)
    {
        T loss = Network.Backward(inputs, targets, _gradients.Span);
        Optimizer.Update(Network.Parameters, _gradients.Span);
        return loss;
    }

    /// <summary>Goes through the data, an optimizer step for each batch, for as many epochs as the options say.</summary>
    /// <param name="train">The data, with rows of the network's sizes.</param>
    /// <param name="options">Epochs, batch size, order and callbacks; one epoch of shuffled batches of 32 without.</param>
    /// <returns>The losses of the epochs, and why the fit ended.</returns>
    /// <remarks>Deterministic: the same network, optimizer, data and options (with the same number of threads) give the same parameters, bit for bit.
    /// Nothing is allocated per step.</remarks>
    /// <exception cref="ArgumentException">The rows of the data are not of the network's sizes, or the first epoch lies behind the last.</exception>
    public FitResult Fit(Dataset<T> train, FitOptions<T>? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        options ??= new FitOptions<T>();
        CheckSizes(train.InputSize, train.TargetSize, "data set");
        using var batches = new BatchSource<T>(train, options.BatchSize, options.Shuffle, options.Seed);
        return Fit(batches, options);
    }

    private FitResult Fit(IBatchSource<T> batches, FitOptions<T> options)
    {
        if (options.FirstEpoch > options.Epochs)
            throw new ArgumentException($"The first epoch, {options.FirstEpoch}, lies behind the last, {options.Epochs}.", nameof(options));
        using var step = new BatchStep<TNet, T>(Network, Optimizer, _gradients, options.Threads);
        var reports = ImmutableArray.CreateBuilder<EpochReport>();
        long start = Stopwatch.GetTimestamp();
        long steps = 0;
        var stopReason = StopReason.Completed;
        for (int epoch = options.FirstEpoch; epoch <= options.Epochs; epoch++)
        {
            if (!RunEpoch(epoch, batches, step, options, ref steps, out EpochReport report))
            {
                stopReason = StopReason.Cancelled;
                break;
            }

            reports.Add(report);
            options.OnEpoch?.Invoke(report);
        }

        return new FitResult(reports.ToImmutable(), steps, stopReason, Stopwatch.GetElapsedTime(start));
    }

    /// <summary>One pass through the data; false where it was cancelled before its end.</summary>
    private static bool RunEpoch(
        int epoch, IBatchSource<T> batches, BatchStep<TNet, T> step, FitOptions<T> options, ref long steps, out EpochReport report)
    {
        report = default;
        long start = Stopwatch.GetTimestamp();
        double lossSum = 0;
        long seen = 0;
        int batch = 0;
        batches.BeginEpoch(epoch);
        while (batches.Read(batch, out ReadOnlyMemory<T> inputs, out ReadOnlyMemory<T> targets) is int rows and > 0)
        {
            if (options.CancellationToken.IsCancellationRequested)
                return false;
            double loss = double.CreateTruncating(step.Run(inputs, targets));
            steps++;
            batch++;

            // The mean over rows, not over batches: the last batch may be shorter.
            lossSum += loss * rows;
            seen += rows;
            options.OnBatch?.Invoke(new BatchReport
            {
                Epoch = epoch,
                Epochs = options.Epochs,
                Batch = batch,
                Batches = batches.BatchCount,
                Samples = seen,
                SamplesPerEpoch = batches.SampleCount,
                Loss = loss,
                EpochLoss = lossSum / seen,
                SamplesPerSecond = PerSecond(seen, Stopwatch.GetElapsedTime(start)),
            });
        }

        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        report = new EpochReport
        {
            Epoch = epoch,
            Epochs = options.Epochs,
            Batches = batch,
            Samples = seen,
            Loss = lossSum / seen,
            Elapsed = elapsed,
            SamplesPerSecond = PerSecond(seen, elapsed),
        };
        return true;
    }

    // A tick at least: a clock that has not moved must not give infinity.
    private static double PerSecond(long samples, TimeSpan elapsed) => samples / TimeSpan.FromTicks(Math.Max(1, elapsed.Ticks)).TotalSeconds;
}

/// <summary>Trains a network of precision float.</summary>
/// <typeparam name="TNet">The network class.</typeparam>
public sealed class Trainer<TNet> : Trainer<TNet, float>
    where TNet : class, INetwork<TNet, float>
{
    /// <inheritdoc cref="Trainer{TNet, T}(TNet, IOptimizer{T})"/>
    public Trainer(TNet network, IOptimizer<float> optimizer)
        : base(network, optimizer)
    {
    }
}
