using System;

namespace GenNet;

// Fits on data that are not in memory.
public partial class Trainer<TNet, T>
{
    /// <summary>Goes through a data stream, which is opened anew for each epoch, an optimizer step for each batch.</summary>
    /// <param name="train">The data, with rows of the network's sizes. With <see cref="FitOptions{T}.Shuffle"/> they go through a
    /// buffer of <see cref="DataStream{T}.ShuffleRows"/> rows.</param>
    /// <param name="options">Epochs, batch size, order and callbacks; one epoch of shuffled batches of 32 without.</param>
    /// <returns>The losses of the epochs, and why the fit ended.</returns>
    /// <remarks>As deterministic as a fit on a data set, where the stream gives the same rows each time. Nothing is allocated per step
    /// but by the stream. An exception of the stream, such as for a malformed line, ends the fit; the network keeps what it has
    /// learned. Reports of batches have 0 for the batches and rows of an epoch until the first epoch is complete. A checkpoint cannot tell whether the stream is the same: who resumes sees to that.</remarks>
    /// <exception cref="DivergenceException">A loss, gradient or parameter has become NaN or infinite; see the fit on a data set.</exception>
    /// <exception cref="ArgumentException">The rows of the data are not of the network's sizes, the first epoch lies behind the last, or CarryState is asked for.</exception>
    /// <exception cref="InvalidOperationException">The trainer has an <see cref="Exchange"/>.</exception>
    /// <exception cref="System.IO.InvalidDataException">The stream has no rows, or a row is malformed.</exception>
    public FitResult Fit(DataStream<T> train, FitOptions<T>? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        CheckAlone();
        options ??= new FitOptions<T>();
        CheckStream(train, options, nameof(train));
        CheckOptions(options);
        using var batches = new StreamBatches<T>(train, options.BatchSize, options.Shuffle, options.Seed);
        return FitAlone(batches, data: null, options);
    }

    private static void CheckStream(DataStream<T> train, FitOptions<T> options, string parameter)
    {
        RowSizes.Require<TNet, T>(train.InputSize, train.TargetSize, "data stream", parameter);
        if (options.CarryState)
            throw new ArgumentException("CarryState asks for data in memory, whose batches are known to have the same rows: make a Dataset, by FromSeries.", nameof(options));
    }
}
