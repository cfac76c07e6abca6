using System;
using System.Numerics;
using System.Threading;

namespace GenNet;

/// <summary>How <see cref="Trainer{TNet,T}.Fit(Dataset{T}, FitOptions{T})"/> goes through the data. Each property refuses an unusable value at once.</summary>
/// <typeparam name="T">float or double.</typeparam>
public class FitOptions<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>More threads than any machine has that one process can use well; each takes a stack and a workspace.</summary>
    private const int MaxThreads = 1024;

    private readonly int _epochs = 1;
    private readonly int? _firstEpoch;
    private readonly int _batchSize = 32;
    private readonly int _threads = Math.Min(Environment.ProcessorCount, MaxThreads);
    private readonly TimeSpan _progressInterval = TimeSpan.FromSeconds(0.1);

    /// <summary>The number of the last epoch, and with <see cref="FirstEpoch"/> 1 the number of passes through the data; 1 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Epochs
    {
        get => _epochs;
        init => _epochs = AtLeastOne(value, nameof(Epochs));
    }

    /// <summary>
    /// The number of the first epoch, 1 by default. The order of the rows and the masks of dropout depend on <see cref="Seed"/> and the number of the
    /// epoch only. Where FirstEpoch is not set, they are those of the epochs that follow the ones that the trainer has begun so far
    /// (<see cref="Trainer{TNet,T}.Epochs"/>): a second fit does not repeat the first. Where it is set, also to 1, they are those of exactly these
    /// numbers: so a fit from epoch n + 1 in another process continues one that ended after n as if it had not ended.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int FirstEpoch
    {
        get => _firstEpoch ?? 1;
        init => _firstEpoch = AtLeastOne(value, nameof(FirstEpoch));
    }

    /// <summary>Whether orders and masks follow those of the trainer's epochs so far.</summary>
    internal bool ContinuesTrainer => _firstEpoch is null;

    /// <summary>The rows of one step, 32 by default. The last batch of an epoch has the rows that are left.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int BatchSize
    {
        get => _batchSize;
        init => _batchSize = AtLeastOne(value, nameof(BatchSize));
    }

    /// <summary>Whether each epoch has an order of its own (the default), or the order of the data set.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>
    /// Whether recurrent layers go on from batch to batch, each row from where the same row of the batch before has ended, and begin with zeros in each epoch: truncated backpropagation through
    /// time, for series that are longer than the network's sequences; false by default. The data must be in that order, as <see cref="Dataset{T}.FromSeries"/> brings them, and stay in it: Shuffle
    /// is to be false.
    /// </summary>
    public bool CarryState { get; init; }

    /// <summary>The seed of the orders and of the dropout masks, 0 by default.</summary>
    public int Seed { get; init; }

    /// <summary>
    /// The threads that share the rows of each batch; all processors by default. Sums of floats depend on how they are split, by threads and by
    /// vectors: one seed, one number of threads and one width of vectors give one result, bit for bit. Between widths (512, 256 and 128 bits), between
    /// processors with and without fused multiply-adds, and between operating systems, whose powers and cosines schedules and optimizers take, the last
    /// places may differ. Batches too small to be worth splitting run on one thread.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1, or above 1024: it takes part in the result, so it is not lowered to what the machine has.</exception>
    public int Threads
    {
        get => _threads;
        init => _threads = AtLeastOne(value, nameof(Threads)) <= MaxThreads
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Threads), value, $"Threads must be at most {MaxThreads}; without it, a fit uses all processors.");
    }

    /// <summary>Data whose mean loss is taken after each epoch, without penalty; none by default. Early stopping and schedules watch it. Their numbers must
    /// be finite.</summary>
    public Dataset<T>? Validation { get; init; }

    /// <summary>When to stop before the last epoch; null (never) by default.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>How the learning rate changes; null (it does not) by default. After the fit it is what it was before.</summary>
    public ISchedule? Schedule { get; init; }

    /// <summary>Where and how often to write a checkpoint; null (never) by default.</summary>
    public CheckpointOptions? Checkpoint { get; init; }

    /// <summary>
    /// A checkpoint to continue from; null by default. Parameters, optimizer, schedule, early stopping and position are those of the checkpoint, and the
    /// fit ends bit for bit where it would have ended without the interruption. The declaration of the network, data, seed, batch size, threads and all
    /// else that takes part in the result must be as they were; <see cref="Epochs"/> may be raised unless the schedule depends on it (see
    /// <see cref="ChangeSchedule"/>), and <see cref="FirstEpoch"/> must be 1. On a machine with vectors of another width the last places may differ,
    /// which a <see cref="FitWarning"/> says.
    /// </summary>
    public string? ResumeFrom { get; init; }

    /// <summary>
    /// Lets a fit that is resumed take another schedule than that of the checkpoint, or the same over another number of epochs; false by default, which
    /// refuses it. From the first step after the checkpoint on, the learning rate is then the one that the new schedule has at that step of that many
    /// epochs, which may be a jump: a cosine over 10 epochs that is resumed over 20 goes back up.
    /// </summary>
    public bool ChangeSchedule { get; init; }

    /// <summary>Told where the fit is after a step, but not more often than each <see cref="ProgressInterval"/>, and after the last step of each epoch:
    /// for progress bars. <see cref="Progress{T}"/> brings it to the thread of the user interface.</summary>
    public IProgress<BatchReport>? Progress { get; init; }

    /// <summary>The least time between two reports of <see cref="Progress"/>; a tenth of a second by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan ProgressInterval
    {
        get => _progressInterval;
        init => _progressInterval = value >= TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(ProgressInterval), value, "ProgressInterval must not be negative.");
    }

    /// <summary>Called after each step. An exception that it throws ends the fit; the network stays usable.</summary>
    public Action<BatchReport>? OnBatch { get; init; }

    /// <summary>Called after each epoch. An exception that it throws ends the fit; the network stays usable.</summary>
    public Action<EpochReport>? OnEpoch { get; init; }

    /// <summary>Told of what a user should know at once, though the fit goes on; <see cref="FitResult.Warnings"/> has it too.</summary>
    public Action<FitWarning>? OnWarning { get; init; }

    /// <summary>Ends the fit before the next step. That is no exception: the network keeps what it has learned, and
    /// <see cref="FitResult.StopReason"/> says so.</summary>
    public CancellationToken CancellationToken { get; init; }

    private static int AtLeastOne(int value, string name) =>
        value >= 1 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least 1.");
}

/// <summary>The options for networks of precision float.</summary>
public sealed class FitOptions : FitOptions<float>;
